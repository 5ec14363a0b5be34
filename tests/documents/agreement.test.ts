import { expect } from "chai";
import sharp from "sharp";
import { composeAgreement } from "../../server/agreements/agreementContent.ts";
import type { AgreementContent } from "../../server/agreements/agreementContent.ts";
import type { AgreementFacts, SigningState } from "../../server/agreements/agreementFacts.ts";
import { agreementContentHash } from "../../server/agreements/agreementHash.ts";
import { createDocuments } from "../../server/documents.ts";
import type { Documents } from "../../server/documents.ts";
import { fen } from "../../shared/money/fen.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { expectSoundPdf, infoOf, qrCodesOf, textOf, wordsOf } from "../support/pdf.ts";
import { buildAgreementFacts, buildSignature } from "./agreementFacts.ts";

function compose(facts: AgreementFacts, signing?: SigningState): AgreementContent {
  const composed = composeAgreement(facts, signing);
  if (!composed.ok) throw new Error(JSON.stringify(composed.missing));
  return composed.content;
}

async function allSignatures(facts: AgreementFacts) {
  const contentHash = agreementContentHash(compose(facts));
  const stroke = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><path d="M50 150C100 20 150 20 180 150S260 20 300 120S420 160 540 40" fill="none" stroke="black" stroke-width="7"/></svg>`;
  const image = new Uint8Array(await sharp(Buffer.from(stroke)).png().toBuffer());
  return [
    buildSignature({ party: "platform", signerName: facts.platform.signatory.name, contentHash }),
    buildSignature({
      party: "borrower",
      signerName: facts.borrower.name,
      method: "drawn",
      image,
      contentHash,
    }),
    buildSignature({ party: "mediator", signerName: facts.mediator.name, contentHash }),
  ];
}

describe("agreement", () => {
  let documents: Documents;
  before(() => (documents = createDocuments()));
  after(() => documents.close());

  it("carries the statutory headings in order", async () => {
    const { bytes, pageCount } = await documents.draw("agreement", compose(buildAgreementFacts()));
    expectSoundPdf(bytes);
    const words = wordsOf(bytes);
    const places = [
      "调解协议书",
      "编号：调协2026-0000000-1",
      "当事人",
      "纠纷主要事实、争议事项",
      "自愿达成如下协议",
      "履行方式、时限",
      "本协议一式四份",
      "甲方（签署代表签名）：",
      "乙方（签名）：",
      "调解员（兼记录人）：",
      "调解组织（印章）：",
    ].map((heading, index) => (index === 0 ? 0 : words.indexOf(heading)));
    expect(places).to.not.include(-1);
    expect(places).to.deep.equal(places.toSorted((a, b) => a - b));
    expect(words).to.include(`共${pageCount}页`);
    const info = infoOf(bytes);
    expect(info.get("Title")).to.equal("调解协议书 调协2026-0000000-1");
    expect(info.get("Tagged")).to.equal("yes");
  });

  for (const count of [36, 60])
    it(`prints every one of ${count} instalments and totals in figures and capitals`, async () => {
      const facts = buildAgreementFacts({ count });
      const { bytes } = await documents.draw("agreement", compose(facts));
      expectSoundPdf(bytes);
      const text = textOf(bytes);
      for (const row of facts.schedule.rows.filter(({ kind }) => kind === "instalment"))
        expect(text).to.match(
          new RegExp(`^${row.no} \\d+年\\d+月\\d+日\\*? ${formatYuan(row.totalFen)} `, "m"),
        );
      expect(wordsOf(bytes)).to.include("人民币45,905.75元（大写：肆万伍仟玖佰零伍元柒角伍分）");
    });

  it("shows agreed interest row by row when there is any", async () => {
    const facts = buildAgreementFacts({ family: "equal_instalment", annualRate: "0.0435", count: 12 });
    const { bytes } = await documents.draw("agreement", compose(facts));
    expectSoundPdf(bytes);
    expect(wordsOf(bytes)).to.include("年利率4.35%");
    expect(textOf(bytes)).to.include(formatYuan(facts.schedule.rows[1]!.interestFen));
  });

  it("marks an unsigned copy and does not mark a sealed one", async () => {
    const facts = buildAgreementFacts();
    const review = await documents.draw("agreement", compose(facts));
    const seal = { sealedAt: "2026-11-21T06:00:00.000Z", sealedBy: "赵敏" };
    const sealed = await documents.draw(
      "agreement",
      compose(facts, { stage: "sealed", signatures: await allSignatures(facts), seal }),
    );
    expectSoundPdf(sealed.bytes);
    expect(infoOf(sealed.bytes).get("CreationDate")).to.include("2026");
    expect(review.bytes.length).to.not.equal(sealed.bytes.length);
    for (let page = 1; page <= review.pageCount; page++)
      expect(wordsOf(review.bytes, page), `page ${page} of the draft`).to.include("供审阅未签署");
    const words = wordsOf(sealed.bytes);
    expect(words).to.not.match(/供审阅|未签署/);
    expect(words).to.include("盖章时间：2026年11月21日14:00:00");
    expect(words).to.include("签署记录");
    for (const evidence of [
      "203.0.113.24",
      "199****1234",
      "键入姓名",
      "在屏幕上手写签名",
      "我已阅读本协议全文",
    ])
      expect(words).to.include(evidence);
    const hash = agreementContentHash(compose(facts));
    expect(words).to.include(hash);
    const pages = Array.from({ length: sealed.pageCount }, (_, index) => index + 1);
    const signed = pages.find((page) => wordsOf(sealed.bytes, page).includes("调解组织（印章）"));
    expect(qrCodesOf(sealed.bytes, signed ?? 0)).to.deep.equal([hash]);
  });

  it("gives the same bytes for the same content, whatever was drawn in between", async () => {
    const content = compose(buildAgreementFacts());
    const first = await documents.draw("agreement", content);
    await documents.draw(
      "agreement",
      compose(buildAgreementFacts({ borrowerName: "阿卜杜拉·吐尔逊", count: 12 })),
    );
    const second = await documents.draw("agreement", structuredClone(content));
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).to.equal(true);
  });

  it("prints a long name of another tradition", async () => {
    const facts = buildAgreementFacts({ borrowerName: "阿卜杜热合曼·麦麦提图尔荪·阿卜杜克热木", count: 12 });
    const { bytes } = await documents.draw("agreement", compose(facts));
    expectSoundPdf(bytes);
    expect(wordsOf(bytes)).to.include("阿卜杜热合曼·麦麦提图尔荪·阿卜杜克热木");
  });

  it("signs the same hash before and after signing", async () => {
    const facts = buildAgreementFacts();
    const signed = compose(facts, { stage: "signed", signatures: await allSignatures(facts) });
    expect(agreementContentHash(signed)).to.equal(agreementContentHash(compose(facts)));
    const changed = buildAgreementFacts({ count: 35 });
    expect(agreementContentHash(compose(changed))).to.not.equal(agreementContentHash(compose(facts)));
  });

  it("is sealed whatever a browser called itself", async () => {
    const facts = buildAgreementFacts({ count: 12 });
    const evidence = {
      ip: "203.0.113.24",
      device: `\u202e𪚥\n${"x".repeat(4000)}`,
      identification: "核验通过",
    };
    const signatures = (await allSignatures(facts)).map((signature) => ({ ...signature, evidence }));
    const { bytes } = await documents.draw("agreement", compose(facts, { stage: "signed", signatures }));
    expectSoundPdf(bytes);
    expect(wordsOf(bytes)).to.include("???xxx");
  });

  describe("is refused", () => {
    const refusedFields = (facts: AgreementFacts, signing?: SigningState) => {
      const composed = composeAgreement(facts, signing);
      return composed.ok ? [] : composed.missing.map(({ field, why }) => `${field} ${why}`);
    };

    it("with everything that is missing listed at once", () => {
      const facts = buildAgreementFacts();
      const bare = {
        ...facts,
        centre: { ...facts.centre, address: " " },
        borrower: { ...facts.borrower, idNumber: "33010219900307", phone: "" },
      };
      expect(refusedFields(bare)).to.have.members([
        "/centre/address missing",
        "/borrower/phone missing",
        "/borrower/idNumber missing",
      ]);
    });

    for (const name of ["王𪚥", "张\u202e三", "李\u0000四"])
      it(`with a name that cannot be printed: ${JSON.stringify(name)}`, () => {
        expect(refusedFields(buildAgreementFacts({ borrowerName: name }))).to.deep.equal([
          "/borrower/name unprintable",
        ]);
      });

    it("when the debts do not add up to the schedule", () => {
      const facts = buildAgreementFacts();
      const [first, ...rest] = facts.debts;
      const debts = [{ ...first!, components: { ...first!.components, fee: fen(1) } }, ...rest];
      expect(refusedFields({ ...facts, debts })).to.deep.equal(["/debts contradictory"]);
    });

    it("to be sealed while a signature is missing or over other content", async () => {
      const facts = buildAgreementFacts();
      const [platform, borrower, mediator] = await allSignatures(facts);
      const seal = { sealedAt: "2026-11-21T06:00:00.000Z", sealedBy: "赵敏" };
      expect(
        refusedFields(facts, { stage: "sealed", signatures: [platform!, mediator!], seal }),
      ).to.deep.equal(["/signatures/borrower missing"]);
      const other = { ...borrower!, contentHash: "0".repeat(64) };
      expect(
        refusedFields(facts, { stage: "sealed", signatures: [platform!, other, mediator!], seal }),
      ).to.deep.equal(["/signatures contradictory"]);
    });
  });
});
