import type { ClauseTexts } from "../../shared/agreements/clauses.ts";
import { SHIPPED_CLAUSES } from "../../shared/agreements/clauseTexts.ts";
import type { Block } from "../pdf/blocks.ts";
import type { Missing } from "../pdf/checkContent.ts";
import { chineseDate } from "../pdf/chineseText.ts";
import { legible } from "../pdf/printable.ts";
import { agreementClauses } from "./agreementClauses.ts";
import { agreementFaults } from "./agreementFaults.ts";
import type { AgreementFacts, SigningState } from "./agreementFacts.ts";
import { factBlocks } from "./agreementMatter.ts";
import { partyBlocks } from "./agreementParties.ts";
import { chinese, type Wording } from "./wording.ts";

export interface AgreementContent {
  title: string;
  number: string;
  caseNumber: string;
  centreName: string;
  createdAt: string;
  /** What the parties agree to; its hash is what they sign. */
  blocks: Block[];
  copies: string;
  closing: {
    borrower: string;
    platform: string;
    signatory: string;
    mediator: string;
    recorder: string | null;
    agreedOn: string;
  };
  signing: SigningState;
}

/** Two for the parties, one for the centre, one for the court if judicial confirmation is asked for. */
const COPIES = 4;

/**
 * Composes the agreement in the order of 人民调解法 29 and the statutory form from the centre's clause texts, or says
 * everything that keeps it from being composed. The blocks do not depend on who has signed.
 */
export function composeAgreement(
  facts: AgreementFacts,
  state: SigningState = { stage: "review" },
  texts: ClauseTexts = SHIPPED_CLAUSES,
): { ok: true; content: AgreementContent } | { ok: false; missing: Missing[] } {
  const signing = withLegibleEvidence(state);
  const words = chinese(texts);
  const blocks = agreementBlocks(facts, words);
  const copies = words.say("copies.number", { copies: words.number(COPIES), centre: facts.centre.name });
  const missing = agreementFaults(facts, [...blocks.flatMap(wordsOf), copies], signing);
  if (missing.length > 0) return { ok: false, missing };
  const { borrower, platform } = facts;
  const representative = borrower.representative?.name;
  return {
    ok: true,
    content: {
      title: words.labels.title,
      number: facts.agreementNumber,
      caseNumber: facts.caseNumber,
      centreName: facts.centre.name,
      createdAt: signing.stage === "sealed" ? signing.seal.sealedAt : facts.composedAt,
      blocks,
      copies,
      closing: {
        borrower:
          representative === undefined ? borrower.name : `${borrower.name}\n（${representative}代签）`,
        platform: platform.name,
        signatory: `${platform.signatory.name}（${platform.signatory.title}）`,
        mediator: facts.mediator.name,
        recorder: facts.recorder?.name ?? null,
        agreedOn: chineseDate(facts.mediation.agreedOn),
      },
      signing,
    },
  };
}

/** Everything between title and signatures, in one language. */
export function agreementBlocks(facts: AgreementFacts, words: Wording): Block[] {
  const { headings } = words.labels;
  return [
    ...partyBlocks(facts, words),
    ...factBlocks(facts, words),
    { kind: "heading", text: headings.agreed },
    ...agreementClauses(facts, words),
    { kind: "heading", text: headings.performance },
    { kind: "paragraph", text: performance(facts, words) },
  ];
}

function performance({ schedule }: AgreementFacts, words: Wording): string {
  const first = schedule.rows[0];
  if (first === undefined) return "";
  const payable = words.sum(schedule.totals.totalFen);
  if (schedule.rows.length === 1)
    return words.say("performance.single", { due: words.date(first.due), payable });
  return words.say("performance.many", {
    firstDue: words.date(first.due),
    lastDue: words.date(schedule.lastDue),
    payments: String(schedule.rows.length),
    payable,
  });
}

/** Running text; tables are checked through the facts they are made of. */
function wordsOf(block: Block): string[] {
  return "text" in block ? [block.text] : [];
}

/** A browser may call itself anything; a strange name must not keep an agreement from being sealed. */
function withLegibleEvidence(state: SigningState): SigningState {
  if (state.stage === "review") return state;
  const signatures = state.signatures.map((signature) => ({
    ...signature,
    evidence: { ...signature.evidence, device: legible(signature.evidence.device, 240) },
  }));
  return { ...state, signatures };
}
