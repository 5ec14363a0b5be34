import { beginCaucus, endCaucus, passOn, sayForPassing } from "../caucus.ts";
import { answerApproval, decline, drawForBorrower, put, accept } from "../bargaining.ts";
import {
  correct,
  handInCapacity,
  say,
  showRepayments,
  showTransfer,
  statePayments,
  verifyIncome,
} from "../figures.ts";
import { confirm, dispute, state, stateData } from "../facts.ts";
import { acceptRepresentative, addCoMediator, nameRepresentative } from "../representing.ts";
import { fixTime, hold, offerTimes, tick, timesToCome } from "../meetings.ts";
import { answerMinutes, layMinutes } from "../minutes.ts";
import { toTheTable, type DemoCase } from "../roads.ts";

const GREETING =
  "各位好，我是调解员周明慧。这里说的话只用于调解，不会作为证据交给法院。请双方先谈谈各自的想法。";

/** Cases on the table, each with something else that somebody has to do next. */
export const BARGAINING_STORIES: DemoCase[] = [
  {
    account: {
      platform: "xinghui",
      age: 33,
      name: "宋晓梅",
      sex: "女",
      born: "1989-06-11",
      tier: "关怀",
      address: "浙江省宁波市海曙区中山西路59号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 18460,
          ratePercent: 18.25,
          overdueDays: 132,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "zhou");
      await story.talk(
        ["mediator", "joint", GREETING],
        ["agent", "joint", "我们愿意协商，罚息可以视还款情况减免，希望借款人先说一下每月大概能还多少。"],
        ["borrower", "joint", "我每个月到手五千二，房租一千八，孩子上幼儿园一千多，能拿出来的确实不多。"],
        [
          "borrower",
          "caucus_borrower",
          "说实话我最多每月能还一千五，再多就要借别的平台了，这个不想让他们知道。",
        ],
        ["mediator", "caucus_borrower", "明白，这句话只有您和我看得到。您可以先提一个每月一千四左右的方案。"],
      );
      story.minutes(20);
      await handInCapacity(story, {
        people: 2,
        months: { earnings: 5200, home: 1800, school: 1150, transport: 180, foodAndHousekeeping: 900 },
      });
      story.minutes(45);
      await statePayments(story);
      await verifyIncome(story, "已看过三个月工资流水，一致。");
      story.minutes(10);
      await drawForBorrower(story, {
        deal: { count: 15, firstDueInDays: 20, waive: { penalty: 100 } },
        note: "每月一千四左右，按时还清后免罚息。",
      });
      story.minutes(80);
      await nameRepresentative(story, {
        name: "宋志远",
        kind: "relative",
        standing: "兄长",
        idNumber: "330201198705060012",
        phone: "19900003301",
        scope: "special",
      });
      story.day(31, "10:10");
      const times = timesToCome(story);
      await tick(story, "agent", await offerTimes(story, times), times.slice(0, 2));
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 33,
      name: "彭浩",
      sex: "男",
      born: "1987-09-05",
      tier: "标准",
      address: "湖北省宜昌市西陵区东山大道148号",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 36200,
          ratePercent: 14.4,
          overdueDays: 175,
          feeYuan: 80,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "wu");
      await story.talk(
        ["agent", "joint", "彭先生，欠款已经半年了，我们希望一年内能结清。"],
        ["borrower", "joint", "工地上工钱拖了，年前应该能结一部分，我先提个方案你们看看。"],
      );
      story.minutes(12);
      await say(story, "borrower", "fee", {
        answer: "disputed",
        reason: "合同里没有写这80元，我也没有点过同意。",
      });
      story.minutes(10);
      const brother = {
        name: "彭亮",
        kind: "relative" as const,
        standing: "弟弟",
        idNumber: "420501199103180036",
        phone: "19900003302",
        scope: "general" as const,
      };
      const representative = await acceptRepresentative(
        story,
        await nameRepresentative(story, brother),
        brother,
      );
      await story.joinAs(representative);
      await story.sayAs(
        representative,
        "joint",
        "我是彭浩的弟弟，他在工地上白天接不了电话，材料由我来补充。",
      );
      await addCoMediator(story, "lin");
      story.minutes(20);
      await say(story, "agent", "fee", {
        answer: "disputed",
        reason: "经办说是短信服务费，签约页面正在调取，未核实前先不主张。",
      });
      story.minutes(15);
      await confirm(story, "borrower", ...(await stateData(story, "agent")));
      await confirm(
        story,
        "agent",
        await state(story, "borrower", "2026年春节以来，工地拖欠工资，尚未结清。"),
      );
      const fee = await state(story, "agent", "借款人在签约页面上同意过80元短信服务费。");
      await dispute(story, "borrower", fee, "没有点过同意，合同里也没有写。");
      await state(story, "mediator", "双方均未在2026年内另行约定过还款安排。");
      story.minutes(15);
      await beginCaucus(story, "borrower", true);
      await story.talk(
        ["mediator", "caucus_borrower", "彭先生，这里只有您和我。工钱大概什么时候能结？"],
        ["borrower", "caucus_borrower", "老板说腊月二十前结七成，我不想让平台知道我给家里寄多少。"],
      );
      const promise = await sayForPassing(
        story,
        "borrower",
        "caucus_borrower",
        "工钱一结，我可以先还五千，之后每月一千八以内。",
      );
      story.minutes(5);
      await passOn(story, promise, "caucus_platform");
      await endCaucus(story);
      story.day(29, "11:10");
      await put(story, "borrower", {
        deal: { count: 18, firstDueInDays: 25, waive: { penalty: 100, fee: 100 } },
        note: "罚息和费用希望全免，本金利息一分不少，分18期。",
        days: 15,
      });
      story.day(29, "16:40");
      const minutes = await layMinutes(story, {
        days: 27,
        outcome: "平台将在一周内对方案1作出答复。",
      });
      story.minutes(40);
      await answerMinutes(story, "agent", minutes);
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 20,
      name: "章雨桐",
      sex: "女",
      born: "1996-01-27",
      address: "福建省厦门市思明区湖滨南路70号",
      email: "zhang.yutong@example.com",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 24800,
          ratePercent: 15.6,
          overdueDays: 118,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "zhou");
      await story.talk(["mediator", "joint", GREETING]);
      story.day(4, "19:42");
      const transfer = await showTransfer(story, "还款短信截图", [
        "星期五 20:14",
        "您尾号 6618 的账户向云帆信贷",
        "转出人民币 600.00 元，附言：还款",
      ]);
      await say(story, "borrower", "penalty", {
        answer: "disputed",
        reason: "七月我还转过600元，罚息里没有扣掉。",
        exhibitId: transfer,
      });
      story.day(5, "10:05");
      const account = await showRepayments(story);
      await say(story, "agent", "principal", {
        answer: "confirmed",
        reason: "与放款和还款明细一致。",
        exhibitId: account,
      });
      await correct(story, "penalty", {
        lessPercent: 40,
        reason: "查实七月到账600元没有入罚息科目，按入账后的本金重算。",
        exhibitId: account,
      });
      story.day(6, "14:02");
      const first = await put(story, "borrower", {
        deal: { count: 24, firstDueInDays: 40, waive: { penalty: 100, interest: 100 } },
        note: "我刚失业两个月，希望利息和罚息都免掉，分24期。",
        days: 20,
      });
      await story.talk(
        ["agent", "caucus_platform", "利息全免我们做不到，内部上限是三成，期数最多12期。"],
        ["mediator", "caucus_platform", "理解。可以考虑用延期一个月换她愿意付一笔首付，您内部先问一下。"],
      );
      story.day(17, "10:26");
      await put(story, "agent", {
        deal: {
          count: 12,
          firstDueInDays: 20,
          waive: { penalty: 100, interest: 30 },
          downPaymentYuan: 1500,
          deferralMonths: 1,
        },
        note: "首付1500元，余款延后一个月起分12期，按约还清后免全部罚息和三成利息。",
        days: 14,
        counters: first,
      });
      await story.talk(["borrower", "joint", "收到了，我算一下，这两天给答复。"]);
      story.day(18, "09:20");
      const times = timesToCome(story);
      const session = await offerTimes(story, times, 45);
      await tick(story, "agent", session, times);
      story.day(18, "20:11");
      await tick(story, "borrower", session, times.slice(1));
      story.day(19, "09:05");
      await fixTime(story, session, times[1] ?? "");
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 20,
      name: "康志强",
      sex: "男",
      born: "1980-11-23",
      address: "河北省石家庄市长安区中山东路303号",
      debts: [
        {
          product: "云帆经营贷",
          lender: "重庆北川小额贷款有限公司",
          principalYuan: 64500,
          ratePercent: 15.6,
          overdueDays: 205,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "lin");
      await story.talk(
        ["borrower", "joint", "小店去年关了，现在跑网约车，每个月能还两千多。"],
        ["agent", "joint", "了解，我向上级申请一个更长的期限。"],
      );
      story.day(8, "09:30");
      const times = ["14:00", "15:30"].map((time) => story.instantOf(10, time));
      const session = await offerTimes(story, times, 45);
      await tick(story, "agent", session, times);
      await tick(story, "borrower", session, times.slice(0, 1));
      story.minutes(25);
      await fixTime(story, session, times[0] ?? "");
      story.day(10, "13:52");
      await hold(story, session, { opening: 5, facts: 9, options: 12, bargaining: 10, closing: 4 });
      story.day(18, "16:35");
      await put(story, "agent", {
        deal: { count: 36, firstDueInDays: 25, waive: { penalty: 100, interest: 40 } },
        note: "借款人收入稳定但偏低，申请36期并减免四成利息。",
        days: 20,
      });
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 33,
      name: "曾海燕",
      sex: "女",
      born: "1984-02-16",
      address: "广东省东莞市莞城区东城西路41号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 14300,
          ratePercent: 18.25,
          overdueDays: 97,
        },
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 26000,
          ratePercent: 14.4,
          overdueDays: 90,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "zhou");
      await story.talk(
        ["mediator", "joint", GREETING],
        ["borrower", "joint", "两笔能不能合在一起还？我记不住两个日子。"],
      );
      story.day(10, "15:48");
      const tooLittle = await put(story, "agent", { deal: { count: 12, firstDueInDays: 30 } });
      await decline(story, "borrower", tooLittle);
      story.day(30, "20:22");
      const offer = await put(story, "borrower", {
        deal: { count: 30, firstDueInDays: 20, waive: { penalty: 100, interest: 60 } },
        note: "两笔合并，每月20号还，分30期。",
        days: 21,
      });
      story.minutes(8);
      await story.talk(["agent", "joint", "这个方案超过了我的权限，我已经报给主管审批。"]);
      await accept(story, "agent", offer);
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 60,
      name: "程立新",
      sex: "男",
      born: "1975-08-30",
      address: "辽宁省沈阳市和平区南京北街24号",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 47800,
          ratePercent: 14.4,
          overdueDays: 220,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "lin");
      story.day(12, "10:00");
      const asked = await put(story, "agent", {
        deal: { count: 36, firstDueInDays: 30, waive: { penalty: 100, interest: 80 } },
        note: "借款人主张生活困难，申请超权限减免。",
      });
      story.day(13, "09:20");
      await answerApproval(story, asked, false, "困难情况没有材料支持，利息减免请控制在五成以内。");
      story.day(14, "11:30");
      await put(story, "agent", {
        deal: { count: 24, firstDueInDays: 30, waive: { penalty: 100, interest: 50 } },
        note: "罚息全免，利息减半，分24期。",
        days: 60,
      });
      await story.talk(
        ["borrower", "joint", "我想等社保补缴的事情办完再答复，可以吗？"],
        ["mediator", "joint", "可以，方案有效期到下月，期间有变化请在这里说一声。"],
      );
    },
  },
];
