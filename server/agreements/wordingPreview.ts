import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { ClauseText } from "../../shared/agreements/clauses.ts";
import type { ClauseLanguage } from "../../shared/agreements/clauseTexts.ts";
import type { Database } from "../database/transaction.ts";
import type { Documents } from "../documents.ts";
import type { TemplateService } from "../templates/index.ts";
import type { AgreementService } from "./agreement.service.ts";
import { composeAgreement } from "./agreementContent.ts";
import { composeTranslation } from "./agreementTranslation.ts";
import { sampleFacts, type Sample } from "./sampleFacts.ts";

export type PreviewInput = {
  sample: Sample;
  language: ClauseLanguage;
  /** Clauses as they stand in the editor, over the last version entered. */
  texts: Record<string, ClauseText>;
};

/** Agreements drawn for reading only: an edited wording on an invented case, and the courtesy translation. */
export class WordingPreview {
  readonly #deps: {
    db: Database;
    documents: Documents;
    templates: TemplateService;
    agreements: AgreementService;
  };

  constructor(deps: {
    db: Database;
    documents: Documents;
    templates: TemplateService;
    agreements: AgreementService;
  }) {
    this.#deps = deps;
  }

  async preview({ sample, language, texts: edited }: PreviewInput): Promise<Uint8Array> {
    const { db, documents, templates } = this.#deps;
    const texts = await db.read((tx) => templates.tryOut(tx, edited));
    const facts = sampleFacts(sample);
    if (language === "en") {
      const content = composeTranslation(facts, texts, "0".repeat(64));
      return (await documents.draw("agreementTranslation", content)).bytes;
    }
    const composed = composeAgreement(facts, { stage: "review" }, texts);
    if (!composed.ok) {
      throw new Refusal("document_incomplete", "no agreement can be made with this wording", {
        errors: composed.missing.map(({ field, why, detail }) => ({
          pointer: field,
          code: why,
          detail: detail ?? why,
        })),
      });
    }
    return (await documents.draw("agreement", composed.content)).bytes;
  }

  /** The agreement's own facts in English, from the version of the wording it was composed from. */
  async translation(actor: Actor, agreementId: string): Promise<{ bytes: Uint8Array; number: string }> {
    const { db, documents, templates, agreements } = this.#deps;
    const content = await db.read(async (tx) => {
      const { agreement } = await agreements.view(tx, actor, agreementId);
      const { facts } = agreement.snapshot;
      const texts = await templates.ofVersion(tx, facts.templateVersion ?? 0);
      return composeTranslation(facts, texts, agreement.contentHash);
    });
    const { bytes } = await documents.draw("agreementTranslation", content);
    return { bytes, number: content.number };
  }
}
