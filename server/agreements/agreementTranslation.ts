import type { ClauseTexts } from "../../shared/agreements/clauses.ts";
import type { Block } from "../pdf/blocks.ts";
import type { AgreementFacts } from "./agreementFacts.ts";
import { agreementBlocks } from "./agreementContent.ts";
import { english } from "./wording.ts";

/** An English rendering of an agreement for reading. It has no place for signatures and is never sealed. */
export interface TranslationContent {
  title: string;
  number: string;
  heading: string;
  createdAt: string;
  notice: string;
  blocks: Block[];
}

/** The same facts in English. `contentHash` names the Chinese text it renders. */
export function composeTranslation(
  facts: AgreementFacts,
  texts: ClauseTexts,
  contentHash: string,
): TranslationContent {
  const words = english(texts);
  const { labels } = words;
  const { borrower, platform, mediator, centre } = facts;
  return {
    title: labels.title,
    number: facts.agreementNumber,
    heading: labels.number(facts.agreementNumber, facts.caseNumber),
    createdAt: facts.composedAt,
    notice: `This is a courtesy translation for reading. It is not signed or sealed and has no legal effect. The Chinese agreement No. ${facts.agreementNumber} alone is binding; where the two differ, the Chinese text prevails. SHA-256 of the content of the Chinese text: ${contentHash}`,
    blocks: [
      ...agreementBlocks(facts, words),
      { kind: "paragraph", text: words.say("copies.number", { copies: "four", centre: centre.name }) },
      {
        kind: "paragraph",
        text: `The Chinese text is signed by ${borrower.name} (Party B), ${platform.signatory.name} for ${platform.name} (Party A) and ${mediator.name} (mediator), and sealed by ${centre.name}.`,
      },
    ],
  };
}
