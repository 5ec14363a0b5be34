import { callTwice, say } from "../figures.ts";
import { arrive, invite, type DemoCase } from "../roads.ts";

/** Borrowers on their way in: some have not come yet, some came and something is wrong, some have settled in. */
export const ARRIVAL_STORIES: DemoCase[] = [
  {
    account: {
      platform: "yunfan",
      age: 20,
      name: "罗振宇",
      sex: "男",
      born: "1993-02-06",
      address: "河南省郑州市金水区花园路95号",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 27300,
          ratePercent: 15.6,
          overdueDays: 130,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "wu");
      story.day(3, "21:12");
      await story.openLink();
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 12,
      name: "唐小燕",
      sex: "女",
      born: "1997-08-17",
      address: "广西壮族自治区南宁市青秀区民族大道131号",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 16400,
          ratePercent: 14.4,
          overdueDays: 88,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "lin");
      story.day(4, "22:05");
      await story.openLink();
      story.minutes(3);
      await story.identify();
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 12,
      name: "侯俊杰",
      sex: "男",
      born: "1985-10-03",
      address: "山东省济南市历下区泺源大街77号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 11230,
          ratePercent: 18.25,
          overdueDays: 66,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "wu");
      story.day(2, "12:41");
      await story.openLink();
      story.minutes(1);
      await story.reportAsStranger("wrong_number", "这个号码我用了两年了，你们找的人我不认识，请不要再发。");
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 20,
      name: "姚秀珍",
      sex: "女",
      born: "1968-06-15",
      address: "浙江省绍兴市越城区解放北路210号",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 13560,
          ratePercent: 15.6,
          overdueDays: 145,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "lin");
      story.day(5, "19:30");
      await story.openLink();
      await story.identify();
      story.minutes(4);
      await story.report(
        "need_help",
        "我不太会用手机，字也看不清，能不能打电话跟我讲一讲？晚上七点以后方便。",
      );
      story.day(6, "19:10");
      await callTwice(story);
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 12,
      name: "郝佳",
      sex: "女",
      born: "1994-12-28",
      address: "陕西省西安市雁塔区小寨东路26号",
      email: "hao.jia@example.com",
      tier: "标准",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 31880,
          ratePercent: 14.4,
          overdueDays: 152,
          feeYuan: 120,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "zhou");
      await arrive(story, 3);
      await story.answerStatement({ fee: "我没有申请过任何增值服务，这120元是什么费用？" });
      story.day(4, "09:05");
      await say(story, "agent", "fee", {
        answer: "confirmed",
        reason: "是会员服务费，签约时单独勾选，可提供勾选页面。",
      });
      story.day(4, "09:30");
      await story.join("mediator");
      await story.talk(
        [
          "mediator",
          "caucus_borrower",
          "郝女士您好，我是调解员周明慧。费用这一项我已经请平台提供依据，您先不用着急。",
        ],
        [
          "mediator",
          "mediator_notes",
          "借款人只对费用有异议，本金利息均确认。先请平台说明120元的来由，再谈还款。",
        ],
      );
      story.minutes(25);
      await story.join("borrower");
      await story.talk([
        "borrower",
        "caucus_borrower",
        "好的，谢谢。我上个月刚换工作，工资每月15号发，能不能从下个月开始还？",
      ]);
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 33,
      name: "陆伟",
      sex: "男",
      born: "1982-03-09",
      address: "上海市宝山区友谊路36号",
      tier: "关怀",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 22700,
          ratePercent: 18.25,
          overdueDays: 180,
        },
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 18500,
          ratePercent: 14.4,
          overdueDays: 160,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "lin");
      await arrive(story, 6);
      await story.join("mediator", "borrower", "agent");
      story.day(7, "10:20");
      await story.talk(
        [
          "borrower",
          "caucus_borrower",
          "上周做了胃部手术，医生让休息一个月，这段时间没有收入，能不能先缓一缓？",
        ],
        [
          "mediator",
          "caucus_borrower",
          "身体要紧。我先把案件暂停，暂停期间不会有任何催促，等您出院后我们再谈。",
        ],
      );
      story.minutes(15);
      await story.pause();
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 5,
      name: "顾婉清",
      sex: "女",
      born: "1999-05-20",
      address: "江苏省无锡市梁溪区中山路288号",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 7650,
          ratePercent: 15.6,
          overdueDays: 61,
        },
      ],
    },
    play: async (story) => {
      await invite(story, "wu");
      await arrive(story, 2);
      await story.answerStatement();
    },
  },
];
