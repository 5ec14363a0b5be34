import { addEvidence, conclude, declareBreach, escalate, openPacket, payInstalment } from "../afterwards.ts";
import { decline, put } from "../bargaining.ts";
import { confirm, dispute, drawUpRecord, signRecord, state, stateData } from "../facts.ts";
import { answerMinutes, layMinutes } from "../minutes.ts";
import { arrive, invite, settle, toTheTable, type DemoCase } from "../roads.ts";

/** Mediations that ended without agreement, or whose agreement failed, and what lawyers made of them. */
export const ENDING_STORIES: DemoCase[] = [
  {
    account: {
      platform: "xinghui",
      age: 60,
      name: "苗青",
      sex: "女",
      born: "1987-12-17",
      address: "河南省洛阳市西工区中州中路101号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 13900,
          ratePercent: 18.25,
          overdueDays: 128,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "zhou");
      story.day(4, "20:50");
      await story.openLink();
      await story.identify();
      story.minutes(5);
      await story.respond("decline", "我已经和平台客服谈好了，下个月自己还，不需要调解。");
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 80,
      name: "康永福",
      sex: "男",
      born: "1972-02-20",
      address: "甘肃省兰州市城关区东岗西路400号",
      debts: [
        {
          product: "云帆经营贷",
          lender: "重庆北川小额贷款有限公司",
          principalYuan: 41200,
          ratePercent: 15.6,
          overdueDays: 260,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "wu");
      story.day(32, "10:10");
      await story.terminate("unreachable", "短信未被打开，期限内没有任何回应。");
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 60,
      name: "施雨",
      sex: "女",
      born: "1990-08-08",
      address: "上海市闵行区莘庄镇莘松路380号",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 52300,
          ratePercent: 14.4,
          overdueDays: 240,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "lin");
      story.day(15, "15:40");
      const offer = await put(story, "agent", {
        deal: { count: 18, firstDueInDays: 30, waive: { penalty: 100 } },
      });
      story.minutes(50);
      await decline(story, "borrower", offer);
      await story.talk(["borrower", "joint", "我现在完全没有收入，任何分期都做不到。"]);
      story.day(16, "10:00");
      const minutes = await layMinutes(story, { days: 14, outcome: "双方同意两周后再谈一次。" });
      story.day(16, "12:30");
      await answerMinutes(story, "agent", minutes);
      story.day(16, "20:15");
      await answerMinutes(story, "borrower", minutes, "我说的是现在没有收入，不是以后都没有。");
      story.day(26, "11:20");
      await story.terminate("impasse", "双方对还款能力的认识差距过大，继续调解没有意义。");
      story.day(27, "10:00");
      await addEvidence(story, "contract");
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 96,
      name: "胡海波",
      sex: "男",
      born: "1976-10-29",
      address: "浙江省台州市椒江区市府大道500号",
      home: "浙江省杭州市余杭区文一西路998号5幢1102室",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 68400,
          ratePercent: 14.4,
          overdueDays: 310,
          feeYuan: 150,
        },
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 22000,
          ratePercent: 18.25,
          overdueDays: 280,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "zhou");
      await story.talk(
        ["borrower", "caucus_borrower", "生意亏了，房子也抵押出去了，我现在只能拖着。"],
        ["mediator", "mediator_notes", "借款人资产均已抵押，短期无还款来源。"],
      );
      story.day(30, "15:20");
      await confirm(story, "borrower", ...(await stateData(story, "agent")));
      const demands = await state(story, "agent", "平台在起诉前向借款人发出过三次书面催告。");
      await dispute(story, "borrower", demands, "只收到过一次短信。");
      story.day(40, "10:30");
      await story.terminate("impasse", "借款人明确表示近期无法提出任何方案。");
      story.minutes(20);
      await drawUpRecord(story);
      story.day(40, "19:45");
      await signRecord(story, "borrower");
      story.day(41, "09:40");
      await signRecord(story, "approver");
      story.day(42, "14:15");
      await addEvidence(story, "contract");
      await addEvidence(story, "repayments");
      story.day(93, "16:00");
      await escalate(story, "zheng");
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 80,
      name: "钟丽娜",
      sex: "女",
      born: "1985-03-30",
      address: "广东省珠海市香洲区凤凰南路1066号",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 33600,
          ratePercent: 15.6,
          overdueDays: 190,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "wu");
      story.day(22, "10:10");
      await story.respond("decline", "不想再谈了。");
      story.day(25, "09:30");
      await addEvidence(story, "contract");
      await addEvidence(story, "repayments");
      story.day(60, "15:10");
      const escalation = await escalate(story, "han");
      story.day(61, "09:05");
      await openPacket(story, escalation, "han");
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 150,
      name: "高斌",
      sex: "男",
      born: "1989-11-15",
      address: "山东省青岛市市南区香港中路61号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 30500,
          ratePercent: 18.25,
          overdueDays: 155,
        },
      ],
    },
    play: async (story) => {
      await settle(story, "lin", {
        deal: { count: 12, firstDueInDays: 20, waive: { penalty: 100, interest: 20 } },
      });
      await payInstalment(story, 1, { daysEarly: 1 });
      story.day(110, "10:40");
      await declareBreach(story);
      story.day(120, "14:30");
      await addEvidence(story, "contract");
      await addEvidence(story, "repayments");
      story.day(135, "11:00");
      const escalation = await escalate(story, "zheng");
      story.day(136, "09:15");
      await openPacket(story, escalation, "zheng");
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 150,
      name: "尹国华",
      sex: "男",
      born: "1971-07-02",
      address: "江苏省徐州市云龙区解放南路25号",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 44000,
          ratePercent: 14.4,
          overdueDays: 400,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "zhou");
      await arrive(story, 3);
      await story.answerStatement();
      story.day(20, "11:00");
      await story.terminate("withdrawn_by_borrower", "借款人来电表示退出调解。");
      story.day(21, "10:20");
      await addEvidence(story, "contract");
      await addEvidence(story, "repayments");
      story.day(30, "16:30");
      const escalation = await escalate(story, "han");
      story.day(31, "09:45");
      await openPacket(story, escalation, "han");
      story.day(130, "17:05");
      await conclude(story, escalation, "han", {
        outcome: "payment_order",
        note: "支付令已生效，债务人在异议期内未提出异议。",
      });
    },
  },
];
