import { declareBreach, payInstalment } from "../afterwards.ts";
import {
  confirmInCourt,
  makeCaseFile,
  prepareConfirmation,
  renegotiate,
  signApplication,
} from "../courtAndAfter.ts";
import { settle, type DemoCase } from "../roads.ts";

/** Agreements in force: kept, late, broken, and fulfilled. */
export const PERFORMANCE_STORIES: DemoCase[] = [
  {
    account: {
      platform: "xinghui",
      age: 150,
      name: "余静",
      sex: "女",
      born: "1988-05-19",
      address: "江苏省常州市天宁区延陵西路33号",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 25400,
          ratePercent: 14.4,
          overdueDays: 112,
        },
      ],
    },
    play: async (story) => {
      await settle(story, "zhou", { deal: { count: 12, firstDueInDays: 25, waive: { penalty: 100 } } });
      story.day(9, "10:20");
      await prepareConfirmation(story, "杭州市上城区人民法院");
      story.day(9, "20:40");
      await signApplication(story, "borrower");
      story.day(10, "09:30");
      await signApplication(story, "approver");
      await confirmInCourt(story, "（2026）浙0102民特117号");
      await payInstalment(story, 1, { daysEarly: 2 });
      await payInstalment(story, 2, { daysEarly: 1 });
      await payInstalment(story, 3, { daysEarly: 3 });
      await payInstalment(story, 4, { daysEarly: 1 });
      story.minutes(30);
      await makeCaseFile(story);
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 128,
      name: "杜明",
      sex: "男",
      born: "1986-12-01",
      address: "贵州省贵阳市云岩区中华北路70号",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 14800,
          ratePercent: 15.6,
          overdueDays: 99,
        },
      ],
    },
    play: async (story) => {
      await settle(story, "wu", {
        deal: { count: 12, firstDueInDays: 30, waive: { penalty: 100 }, downPaymentYuan: 1000 },
      });
      await payInstalment(story, 1, { daysEarly: 1 });
      await payInstalment(story, 2, { daysEarly: 2 });
      await payInstalment(story, 3, { daysEarly: 0, percent: 60 });
      story.day(105, "10:00");
      await renegotiate(story);
      await story.talk([
        "borrower",
        "joint",
        "换了工作，发薪日改到每月20号，想把还款日往后挪几天，每期金额不变。",
      ]);
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 96,
      name: "赖小琴",
      sex: "女",
      born: "1993-11-11",
      address: "重庆市渝中区中山三路128号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 10900,
          ratePercent: 18.25,
          overdueDays: 90,
        },
      ],
    },
    play: async (story) => {
      await settle(story, "lin", { deal: { count: 10, firstDueInDays: 28, waive: { penalty: 100 } } });
      await payInstalment(story, 1, { daysEarly: 1 });
      await payInstalment(story, 2, { daysEarly: 0 });
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 150,
      name: "蒋涛",
      sex: "男",
      born: "1983-09-14",
      address: "天津市河西区友谊路41号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 19700,
          ratePercent: 18.25,
          overdueDays: 133,
        },
      ],
    },
    play: async (story) => {
      await settle(story, "wu", { deal: { count: 9, firstDueInDays: 25, waive: { penalty: 100 } } });
      await payInstalment(story, 1, { daysEarly: 1 });
      story.day(118, "10:30");
      await story.talk(["agent", "joint", "蒋先生，上两期都没有收到，打扰您确认一下是遇到困难了吗？"]);
      story.day(127, "09:20");
      await declareBreach(story);
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 128,
      name: "任倩",
      sex: "女",
      born: "1991-01-03",
      address: "福建省福州市鼓楼区五四路158号",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 5600,
          ratePercent: 15.6,
          overdueDays: 78,
        },
      ],
    },
    play: async (story) => {
      await settle(story, "lin", {
        deal: { count: 1, firstDueInDays: 20, waive: { penalty: 100, interest: 30 } },
      });
      await payInstalment(story, 1, { daysEarly: 4 });
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 150,
      name: "薛刚",
      sex: "男",
      born: "1978-06-26",
      address: "黑龙江省哈尔滨市南岗区东大直街92号",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 12300,
          ratePercent: 14.4,
          overdueDays: 105,
        },
      ],
    },
    play: async (story) => {
      await settle(story, "zhou", { deal: { count: 3, firstDueInDays: 22, waive: { penalty: 100 } } });
      await payInstalment(story, 1, { daysEarly: 3 });
      await payInstalment(story, 2, { daysEarly: 2 });
      await payInstalment(story, 3, { daysEarly: 5 });
    },
  },
];
