import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { Database, Tx } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { FileStorage } from "../files/index.ts";
import type { Block } from "../pdf/blocks.ts";
import type { Binder } from "../pdf/binder.ts";
import { chineseDate, chineseInstant } from "../pdf/chineseText.ts";
import { APPLICATION_PAPERS } from "./applicationContent.ts";
import type { ApplicationSealing } from "./applicationSealing.service.ts";
import type { ConfirmationInCase, ConfirmationService } from "./confirmation.service.ts";
import { mediatedFrom } from "./gatherApplication.ts";

/** The paper by which somebody signs for a platform; null when none is on file. */
export interface SignatoryPapers {
  authorityOf(
    tx: Tx,
    signing: { platformId: string; staffId: string; totalFen: Fen },
  ): Promise<{ number: string; sha256: string } | null>;
}

type Drawn = { bytes: Uint8Array; number: string };

type Authority = { number: string; bytes: Uint8Array } | null;

const MOST_PAGES = 300;

/** The papers for the court: the sealed application, and what goes with it, drawn when somebody asks. */
export class ApplicationPapers {
  readonly #deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    confirmations: ConfirmationService;
    sealing: ApplicationSealing;
    signatories: SignatoryPapers;
  };

  constructor(deps: {
    db: Database;
    documents: Documents;
    files: FileStorage;
    confirmations: ConfirmationService;
    sealing: ApplicationSealing;
    signatories: SignatoryPapers;
  }) {
    this.#deps = deps;
  }

  /** The joint application as it stands, with whatever signatures there are. */
  async application(actor: Actor, caseId: string): Promise<Drawn> {
    const found = await this.#find(actor, caseId);
    return { bytes: await this.#deps.sealing.asItStands(found), number: found.agreement.number };
  }

  /** Everything the court gets, as one file in its order; once both have signed. */
  async bundle(actor: Actor, caseId: string): Promise<Drawn> {
    const found = await this.#find(actor, caseId);
    const { agreement, signatures } = found;
    if (signatures.length < 2) throw new Refusal("not_everyone_signed", "both apply together");
    if (agreement.documentSha256 === null) throw new Error("an agreement in force without its document");
    const document = await this.#deps.files.read(agreement.documentSha256);
    const binder = binderOf(
      found,
      await this.#deps.sealing.asItStands(found),
      document,
      await this.#authority(found),
    );
    const { bytes } = await this.#deps.documents.draw("binder", binder);
    return { bytes, number: agreement.number };
  }

  async #authority({ theCase, agreement, signatures }: ConfirmationInCase): Promise<Authority> {
    const signatory = signatures.find(({ party }) => party === "platform");
    if (!signatory) return null;
    const { platformId } = theCase;
    const signing = { platformId, staffId: signatory.signerId, totalFen: agreement.totalFen };
    const { db, files, signatories } = this.#deps;
    const found = await db.read((tx) => signatories.authorityOf(tx, signing));
    return found && { number: found.number, bytes: await files.read(found.sha256) };
  }

  async ruling(
    actor: Actor,
    caseId: string,
  ): Promise<{ bytes: Uint8Array; name: string; mime: string; sha256: string }> {
    const { confirmation } = await this.#deps.db.read((tx) =>
      this.#deps.confirmations.ofCase(tx, actor, caseId),
    );
    const { rulingSha256: sha256, rulingName: name, rulingMime: mime } = confirmation;
    if (sha256 === null || name === null || mime === null) {
      throw new Refusal("not_found", "the court has not ruled");
    }
    return { bytes: await this.#deps.files.read(sha256), name, mime, sha256 };
  }

  async #find(actor: Actor, caseId: string): Promise<ConfirmationInCase> {
    return await this.#deps.db.read((tx) => this.#deps.confirmations.ofCase(tx, actor, caseId));
  }
}

function binderOf(
  found: ConfirmationInCase,
  application: Uint8Array,
  agreement: Uint8Array,
  authority: Authority,
): Binder {
  const { confirmation, signatures } = found;
  const { borrower, platform } = found.agreement.snapshot.facts;
  const [first, second, third, fourth, fifth, sixth] = APPLICATION_PAPERS;
  return {
    title: "司法确认申请材料",
    number: found.agreement.number,
    createdAt: signatures.at(-1)?.signedAt.toISOString() ?? confirmation.effectiveOn,
    mostPages: MOST_PAGES,
    cover: [
      ["受理法院", confirmation.court ?? ""],
      ["申请人", `${platform.name}\n${borrower.name}`],
      ["调解协议书", found.agreement.number],
      ["协议生效日期", chineseDate(confirmation.effectiveOn)],
      ["申请期限至", chineseDate(confirmation.deadline)],
    ],
    parts: [
      { name: first, items: [{ kind: "file", name: first, label: "材料一", bytes: application }] },
      { name: second, items: [{ kind: "file", name: second, label: "材料二", bytes: agreement }] },
      { name: third, items: [{ kind: "blocks", name: third, blocks: presided(found) }] },
      {
        name: fourth,
        items: [{ kind: "blocks", name: fourth, blocks: identities(found) }],
        remark: "证件、执照复印件由申请人提交",
      },
      { name: fifth, items: [{ kind: "blocks", name: fifth, blocks: addresses(found) }] },
      authority === null
        ? { name: sixth, items: [], remark: "本人申请，未委托代理人" }
        : {
            name: sixth,
            items: [
              {
                kind: "file",
                name: `甲方签署授权书 ${authority.number}`,
                label: "材料六",
                bytes: authority.bytes,
              },
            ],
          },
    ],
  };
}

function presided({ agreement }: ConfirmationInCase): Block[] {
  const { facts } = agreement.snapshot;
  const { startedOn, agreedOn, sealedOn } = mediatedFrom(agreement);
  return [
    { kind: "title", text: "调解组织主持调解的证明" },
    { kind: "space", points: 8 },
    {
      kind: "paragraph",
      text: `兹证明：${facts.platform.name}与${facts.borrower.name}之间的借款合同纠纷（案件号：${facts.caseNumber}），由本组织受理，调解员${facts.mediator.name}主持调解。调解自${chineseDate(startedOn)}开始，双方当事人于${chineseDate(agreedOn)}自愿达成调解协议，本组织于${chineseDate(sealedOn)}在编号为${agreement.number}的《调解协议书》上盖章，协议自该日起生效。`,
    },
    {
      kind: "paragraph",
      text: `该《调解协议书》为电子文件，其文件校验值（SHA-256）为${agreement.documentSha256 ?? ""}，与所附协议书一致。`,
    },
    { kind: "paragraph", text: "特此证明。" },
    { kind: "space", points: 16 },
    { kind: "paragraph", text: facts.centre.name, align: "right" },
    { kind: "paragraph", text: chineseDate(sealedOn), align: "right" },
    { kind: "space", points: 12 },
    { kind: "note", text: `调解组织地址：${facts.centre.address}　联系电话：${facts.centre.phone}` },
  ];
}

function identities({ agreement, signatures }: ConfirmationInCase): Block[] {
  const { borrower, platform } = agreement.snapshot.facts;
  const how = (party: "borrower" | "platform") => {
    const found = signatures.find((signature) => signature.party === party);
    if (!found) return "";
    const code = found.evidence.codeSentTo;
    const by = code === null ? "工作账户登录" : `短信验证码（${code}）`;
    return `${found.signerName}，${by}，${chineseInstant(found.signedAt.toISOString())}`;
  };
  return [
    { kind: "title", text: "申请人身份证明、资格证明" },
    { kind: "space", points: 8 },
    table([
      ["申请人（甲方）", platform.name],
      ["统一社会信用代码", platform.creditCode],
      ["签署时的身份核验", how("platform")],
    ]),
    table([
      ["申请人（乙方）", borrower.name],
      ["公民身份号码", borrower.idNumber],
      ["签署时的身份核验", how("borrower")],
    ]),
    {
      kind: "note",
      text: "以上为调解组织在签署时核验的身份信息。营业执照、居民身份证等证件的复印件由申请人向人民法院提交。",
    },
  ];
}

function addresses({ agreement }: ConfirmationInCase): Block[] {
  const { borrower, platform } = agreement.snapshot.facts;
  return [
    { kind: "title", text: "送达地址和联系方式确认书" },
    { kind: "space", points: 8 },
    table([
      ["申请人（甲方）", platform.name],
      ["送达地址", platform.address],
      ["联系电话", platform.phone],
    ]),
    table([
      ["申请人（乙方）", borrower.name],
      ["送达地址", borrower.address],
      ["联系电话", borrower.phone],
    ]),
    {
      kind: "paragraph",
      text: "双方已在《司法确认申请书》上签名确认上列地址和电话为人民法院送达文书的地址。",
    },
  ];
}

function table(rows: string[][]): Block {
  return {
    kind: "table",
    table: {
      headless: true,
      columns: [
        { header: "", share: 28, align: "center" },
        { header: "", share: 72 },
      ],
      rows,
    },
  };
}
