import { refuseToSign, release, seal, sign } from "../afterwards.ts";
import { agree } from "../bargaining.ts";
import { toTheTable, type DemoCase } from "../roads.ts";
import { prepareConfirmation, signApplication } from "../courtAndAfter.ts";

/** Agreements at every step between the handshake and the seal. */
export const SIGNING_STORIES: DemoCase[] = [
  {
    account: {
      platform: "xinghui",
      age: 33,
      name: "沈悦",
      sex: "女",
      born: "1992-07-07",
      address: "浙江省嘉兴市南湖区中环南路199号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 9600,
          ratePercent: 18.25,
          overdueDays: 85,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "zhou");
      await story.talk(
        ["borrower", "joint", "我想一次谈好，以后每月自动扣款，这样不会忘。"],
        ["agent", "joint", "可以，罚息我们可以在您全部还清后免除。"],
      );
      story.day(32, "10:45");
      await agree(story, { deal: { count: 8, firstDueInDays: 24, waive: { penalty: 100 } } });
      await story.talk(["mediator", "joint", "双方已经谈妥，我来核对协议书，核对后通知签字。"]);
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 45,
      name: "田峰",
      sex: "男",
      born: "1990-10-10",
      address: "云南省昆明市盘龙区北京路612号",
      home: "云南省昆明市五华区学府路88号3幢501室",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 17200,
          ratePercent: 15.6,
          overdueDays: 140,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "wu");
      await story.talk(["borrower", "joint", "可以先付两千，剩下的一年还清。"]);
      story.day(40, "14:10");
      await agree(story, {
        deal: {
          count: 12,
          firstDueInDays: 35,
          waive: { penalty: 100, interest: 20 },
          downPaymentYuan: 2000,
        },
      });
      story.day(41, "09:50");
      await release(story);
      await story.talk(["mediator", "joint", "协议书已经核对完毕，请双方阅读后签字。"]);
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 60,
      name: "白洁",
      sex: "女",
      born: "1981-04-04",
      address: "北京市昌平区回龙观东大街15号",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 28900,
          ratePercent: 14.4,
          overdueDays: 166,
          feeYuan: 90,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "lin");
      await story.talk(
        ["borrower", "joint", "费用90元能不能去掉？其他我都认。"],
        ["agent", "joint", "可以，费用全免，罚息按约还清后免除。"],
      );
      story.day(48, "11:05");
      await agree(story, { deal: { count: 12, firstDueInDays: 30, waive: { penalty: 100, fee: 100 } } });
      story.day(49, "10:15");
      await release(story);
      await story.talk(["mediator", "joint", "费用已按约定免除，协议书请双方核对签字。"]);
      story.day(50, "21:08");
      await sign(story, "borrower");
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 60,
      name: "贺建军",
      sex: "男",
      born: "1974-01-31",
      address: "山西省太原市小店区长风街113号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 21050,
          ratePercent: 18.25,
          overdueDays: 148,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "zhou");
      story.day(30, "15:30");
      await agree(story, { deal: { count: 6, firstDueInDays: 20, waive: { penalty: 100 } } });
      story.day(31, "09:35");
      await release(story);
      await refuseToSign(story, "borrower", "首期日期在工资日之前，请改到每月16号以后。");
      await story.talk(["mediator", "joint", "收到，首期日期我们改到发薪日之后，请重新提方案。"]);
      story.day(52, "20:10");
      await agree(story, { deal: { count: 6, firstDueInDays: 31, waive: { penalty: 100 } } });
      story.day(53, "09:10");
      await release(story);
      story.day(53, "19:42");
      await sign(story, "borrower");
      story.day(54, "10:20");
      await sign(story, "approver");
      await sign(story, "mediator");
      await story.talk(["agent", "joint", "我们这边已经签好，等中心盖章。"]);
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 60,
      name: "乔安",
      sex: "女",
      born: "1998-03-22",
      address: "浙江省温州市鹿城区车站大道577号",
      email: "qiao.an@example.com",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 6900,
          ratePercent: 18.25,
          overdueDays: 72,
        },
      ],
    },
    play: async (story) => {
      await toTheTable(story, "wu");
      story.day(50, "10:30");
      await agree(story, { deal: { count: 3, firstDueInDays: 18, waive: { penalty: 100 } } });
      story.day(51, "09:30");
      await release(story);
      story.day(51, "18:55");
      await sign(story, "borrower");
      story.day(52, "09:40");
      await sign(story, "approver");
      await sign(story, "mediator");
      story.day(52, "15:00");
      await seal(story);
      story.day(53, "10:15");
      await prepareConfirmation(story, "温州市鹿城区人民法院");
      story.day(54, "09:05");
      await signApplication(story, "approver");
    },
  },
];
