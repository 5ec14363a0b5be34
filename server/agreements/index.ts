export { Agreement, AgreementSignatureRow } from "./agreement.entity.ts";
export { AgreementRepository } from "./agreement.repository.ts";
export { AgreementService, type AcceptedTerms } from "./agreement.service.ts";
export { SigningService, type SigningCodes } from "./signing.service.ts";
export { SealingService, type SealedListener } from "./sealing.service.ts";
export { agreementRoutes, type AgreementServices } from "./agreement.routes.ts";
