export { appointmentRoutes } from "./appointment.routes.ts";
export type { Inviting } from "./appointment.service.ts";
export { Appointment, Case } from "./case.entity.ts";
export { CaseOpening, type CaseGroup } from "./caseOpening.service.ts";
export { CaseOpeningRepository } from "./caseOpening.repository.ts";
export {
  asParty,
  isLeadMediator,
  onlyBorrowerOfCase,
  onlyMediatorOfCase,
  onlyMediatorOrCentreOfCase,
  onlyPartyToCase,
  onlyPlatformOfCase,
  viewerOfCase,
  type BorrowerActor,
} from "./case.policy.ts";
export { CaseRepository } from "./case.repository.ts";
export { caseRoutes } from "./case.routes.ts";
export { CaseService, onlyInStages } from "./case.service.ts";
export { LegalChecks } from "./legalChecks.service.ts";
export { legalCheckRoutes } from "./legalChecks.routes.ts";
export { CASE_QUEUES, createCaseWork } from "./createCaseWork.ts";
