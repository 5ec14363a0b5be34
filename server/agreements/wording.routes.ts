import Joi from "joi";
import { CLAUSE_LANGUAGES } from "../../shared/agreements/clauseTexts.ts";
import { sendFile } from "../files/index.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { clauseTexts } from "../templates/index.ts";
import { agreementParams } from "./agreement.schemas.ts";
import { SAMPLES } from "./sampleFacts.ts";
import type { PreviewInput, WordingPreview } from "./wordingPreview.ts";

const previewBody = Joi.object<PreviewInput>({
  sample: Joi.valid(...SAMPLES).required(),
  language: Joi.valid(...CLAUSE_LANGUAGES).required(),
  texts: clauseTexts.required(),
});

/** PDFs for reading only. */
export function wordingRoutes(wording: WordingPreview): Route[] {
  return [
    defineRoute({
      method: "POST",
      path: "/api/clause-templates/preview",
      permission: "template:edit",
      summary: "An invented agreement in the wording being edited, as PDF",
      kind: "raw",
      limit: "computed",
      body: previewBody,
      produces: "application/pdf",
      handle: async ({ body, res }) => {
        const content = await wording.preview(body);
        sendFile(res, { content, mime: "application/pdf", fileName: "协议条款预览.pdf" });
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/agreements/:agreementId/translation.pdf",
      permission: "agreement:read",
      summary:
        "A courtesy translation into English, for reading; the Chinese text alone is signed and binding",
      kind: "raw",
      params: agreementParams,
      produces: "application/pdf",
      handle: async ({ actor, params, res }) => {
        const { bytes, number } = await wording.translation(actor, params.agreementId);
        sendFile(res, {
          content: bytes,
          mime: "application/pdf",
          fileName: `${number}-courtesy-translation.pdf`,
        });
      },
    }),
  ];
}
