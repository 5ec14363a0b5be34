import { expect } from "chai";
import { composeApplication, type ApplicationFacts } from "../../server/confirmations/applicationContent.ts";
import { applicationHash } from "../../server/confirmations/applicationHash.ts";
import { drawApplication, type SignedApplication } from "../../server/confirmations/applicationPdf.ts";
import { drawBinder, type Binder } from "../../server/pdf/binder.ts";
import { drawnName } from "../support/settlement.ts";
import { expectSoundPdf, infoOf, pagesOf, textOf, wordsOf } from "../support/pdf.ts";

const FACTS: ApplicationFacts = {
  court: "杭州市上城区人民法院",
  centre: { name: "钱塘金融纠纷调解中心", address: "浙江省杭州市上城区解放路1号", phone: "0571-88880000" },
  mediator: "周敏",
  agreement: {
    number: "调协2026-0000001-1",
    agreedOn: "2026-10-30",
    effectiveOn: "2026-11-02",
    documentSha256: "ab".repeat(32),
    pageCount: 6,
  },
  deadline: "2026-12-02",
  platform: {
    name: "星汇消费金融有限公司",
    creditCode: "91330100MA2XXXXX0X",
    address: "浙江省杭州市滨江区江南大道100号",
    phone: "0571-66660000",
  },
  borrower: {
    name: "阿卜杜拉·吐尔逊",
    idNumber: "330102199001011234",
    address: "浙江省杭州市西湖区文三路1号",
    phone: "13800000000",
  },
  contractNumbers: ["HT-2024-0001", "HT-2024-0002"],
  preparedAt: "2026-11-03T02:00:00.000Z",
};

function compose(facts: ApplicationFacts = FACTS) {
  const composed = composeApplication(facts);
  if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
  return composed.content;
}

async function signed(): Promise<SignedApplication> {
  const content = compose();
  const common = { consentWording: "我自愿共同申请。", device: "203.0.113.1\nPhone" };
  const image = new Uint8Array(Buffer.from(await drawnName(), "base64"));
  return {
    content,
    contentHash: applicationHash(content),
    signatures: [
      {
        ...common,
        party: "borrower",
        signerName: FACTS.borrower.name,
        method: "drawn",
        image,
        signedAt: "2026-11-04T02:00:00.000Z",
        identification: "短信验证码（发送至 138****0000）核验通过",
      },
      {
        ...common,
        party: "platform",
        signerName: "赵审",
        method: "typed",
        image: null,
        signedAt: "2026-11-05T02:00:00.000Z",
        identification: "以本人的工作账户登录（密码验证）",
      },
    ],
  };
}

describe("joint application for judicial confirmation", function () {
  this.timeout(60_000);

  it("names both applicants with their addresses, the agreement, the court and the papers", async () => {
    const { bytes } = await drawApplication(await signed());
    expectSoundPdf(bytes);
    const words = wordsOf(bytes);
    for (const part of [
      "司法确认申请书",
      FACTS.court,
      FACTS.platform.name,
      FACTS.platform.creditCode,
      FACTS.borrower.name,
      FACTS.borrower.idNumber,
      FACTS.borrower.address,
      FACTS.borrower.phone,
      FACTS.platform.phone,
      FACTS.agreement.number,
      FACTS.agreement.documentSha256,
      "2026年11月2日生效",
      "2026年12月2日届满",
      "HT-2024-0001、HT-2024-0002",
      "此致",
      "调解组织主持调解的证明",
      "授权委托书",
      "赵审",
      "签署记录",
    ]) {
      expect(words).to.include(part.replace(/\s/g, ""));
    }
    expect(words).to.not.include("未签署");
    expect(infoOf(bytes).get("Tagged")).to.equal("yes");
  });

  it("is marked as unsigned until both have signed", async () => {
    const content = compose();
    const { bytes } = await drawApplication({
      content,
      contentHash: applicationHash(content),
      signatures: [],
    });
    expectSoundPdf(bytes);
    expect(wordsOf(bytes)).to.include("未签署");
  });

  it("gives the same bytes for the same words and signatures", async () => {
    const [first, second] = [await drawApplication(await signed()), await drawApplication(await signed())];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).to.equal(true);
  });

  it("names what is missing and what cannot be printed, all at once", () => {
    const composed = composeApplication({
      ...FACTS,
      court: " ",
      borrower: { ...FACTS.borrower, name: "\u{20bb7}\u0007", phone: "" },
    });
    expect(composed.ok).to.equal(false);
    const fields = composed.ok ? [] : composed.missing.map(({ field, why }) => `${field} ${why}`);
    expect(fields).to.include.members([
      "/court missing",
      "/borrower/phone missing",
      "/borrower/name unprintable",
    ]);
  });
});

describe("binder of papers", function () {
  this.timeout(60_000);

  const binder = async (more: Partial<Binder> = {}): Promise<Binder> => ({
    title: "调解卷宗",
    number: "2026-0000001",
    createdAt: "2026-11-05T02:00:00.000Z",
    mostPages: 50,
    watermark: "内部使用",
    cover: [["案件号", "2026-0000001"]],
    parts: [
      {
        name: "受理登记表",
        items: [{ kind: "blocks", name: "登记", blocks: [{ kind: "title", text: "登记" }] }],
      },
      { name: "授权委托书", items: [] },
      {
        name: "协议书",
        items: [
          {
            kind: "file",
            name: "申请书",
            label: "附件一",
            bytes: (await drawApplication(await signed())).bytes,
          },
          { kind: "blocks", name: "说明", blocks: [{ kind: "paragraph", text: "说明文字。" }] },
        ],
      },
    ],
    ...more,
  });

  it("lists every part with its pages, and 无 where there is nothing", async () => {
    const { bytes, pageCount } = await drawBinder(await binder());
    expectSoundPdf(bytes, { ownFontsOnly: false });
    expect(pagesOf(bytes)).to.equal(pageCount);
    const index = textOf(bytes, 2);
    expect(index).to.match(/2\s*授权委托书\s*无/);
    expect(index).to.match(/1\s*受理登记表\s*3/);
    expect(index.replace(/\s/g, "")).to.match(/1\.申请书4—\d/);
    expect(wordsOf(bytes, 4)).to.include("司法确认申请书");
    expect(wordsOf(bytes, pageCount)).to.include("说明文字");
    for (let page = 1; page <= pageCount; page += 1) expect(wordsOf(bytes, page)).to.include("内部使用");
  });

  it("refuses more pages than it may have, and says how many that is", async () => {
    const refused = await drawBinder(await binder({ mostPages: 2 })).catch((error: unknown) => error);
    expect(refused).to.include({ code: "too_large" });
    expect(refused).to.have.nested.property("params.most", 2);
  });
});
