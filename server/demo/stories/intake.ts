import { invite, type DemoCase } from "../roads.ts";

/** Cases that have just come in, and those the centre could not take. */
export const INTAKE_STORIES: DemoCase[] = [
  {
    account: {
      platform: "xinghui",
      age: 2,
      name: "马晓峰",
      sex: "男",
      born: "1991-03-14",
      address: "江苏省南通市崇川区人民中路118号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 8640.5,
          ratePercent: 18.25,
          overdueDays: 64,
        },
      ],
    },
    play: () => Promise.resolve(),
  },
  {
    account: {
      platform: "xinghui",
      age: 2,
      name: "方雅琴",
      sex: "女",
      born: "1986-11-02",
      address: "安徽省合肥市蜀山区黄山路301号",
      email: "fang.yaqin@example.com",
      debts: [
        {
          product: "星汇循环借款",
          lender: "江南商业银行股份有限公司",
          principalYuan: 23150,
          ratePercent: 14.4,
          overdueDays: 121,
          feeYuan: 60,
        },
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 4200,
          ratePercent: 18.25,
          overdueDays: 98,
        },
      ],
    },
    play: () => Promise.resolve(),
  },
  {
    account: {
      platform: "yunfan",
      age: 5,
      name: "石磊",
      sex: "男",
      born: "1979-07-21",
      address: "湖北省武汉市江岸区解放大道877号",
      debts: [
        {
          product: "云帆经营贷",
          lender: "重庆北川小额贷款有限公司",
          principalYuan: 58000,
          ratePercent: 15.6,
          overdueDays: 83,
        },
      ],
    },
    play: () => Promise.resolve(),
  },
  {
    account: {
      platform: "xinghui",
      age: 2,
      name: "龚婷",
      sex: "女",
      born: "1995-09-30",
      address: "江西省南昌市东湖区阳明路66号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 12800,
          ratePercent: 18.25,
          overdueDays: 75,
        },
      ],
    },
    play: async (story) => {
      story.day(1, "09:15");
      await story.accept();
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 5,
      name: "汪志远",
      sex: "男",
      born: "1988-01-19",
      address: "四川省绵阳市涪城区临园路50号",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 19640,
          ratePercent: 15.6,
          overdueDays: 110,
        },
      ],
    },
    play: async (story) => {
      story.day(2, "10:05");
      await story.accept();
      await story.propose("lin");
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 5,
      name: "金美兰",
      sex: "女",
      born: "1983-05-08",
      address: "吉林省延吉市光明街12号",
      debts: [
        {
          product: "云帆周转金",
          lender: "云帆信贷服务有限公司",
          principalYuan: 15420,
          ratePercent: 15.6,
          overdueDays: 92,
        },
      ],
    },
    play: async (story) => {
      story.day(2, "10:30");
      await story.accept();
      await story.propose("wu");
      story.day(2, "14:20");
      await story.declare("借款人金美兰是我妻子的表姐，我不适合担任本案调解员，请另行指派。", true);
    },
  },
  {
    account: {
      platform: "yunfan",
      age: 45,
      name: "邱国栋",
      sex: "男",
      born: "1970-12-12",
      address: "广东省佛山市禅城区汾江中路8号",
      debts: [
        {
          product: "云帆经营贷",
          lender: "重庆北川小额贷款有限公司",
          principalYuan: 186000,
          ratePercent: 15.6,
          overdueDays: 340,
        },
      ],
    },
    play: async (story) => {
      story.day(1, "11:00");
      await story.declineCase("平台确认该笔借款已由人民法院立案受理，不再属于本中心受理范围。");
    },
  },
  {
    account: {
      platform: "xinghui",
      age: 12,
      name: "邓丽华",
      sex: "女",
      born: "1990-04-25",
      address: "湖南省长沙市雨花区韶山中路420号",
      debts: [
        {
          product: "星汇备用金",
          lender: "星汇消费金融有限公司",
          principalYuan: 9870,
          ratePercent: 18.25,
          overdueDays: 70,
        },
      ],
    },
    play: (story) => invite(story, "zhou"),
  },
];
