export { Agreement, AgreementSignatureRow } from "./agreement.entity.ts";
export type { AgreementService } from "./agreement.service.ts";
export { wordingRoutes } from "./wording.routes.ts";
export { WordingPreview } from "./wordingPreview.ts";
export { readSignatureImage } from "./signatureImage.ts";
export { agreementRoutes } from "./agreement.routes.ts";
export { SigningAuthorityRow, SigningSettingsRow, SigningStep } from "./signing.entity.ts";
export { AGREEMENT_QUEUES, createAgreements, type Agreements } from "./createAgreements.ts";
export { scheduleRowData } from "./agreementTables.ts";
