export { Appointment, Case } from "./case.entity.ts";
export { CaseRepository } from "./case.repository.ts";
export { CaseService, onlyInStages } from "./case.service.ts";
export {
  asParty,
  onlyBorrowerOfCase,
  onlyMediatorOfCase,
  onlyMediatorOrCentreOfCase,
  onlyPartyToCase,
  onlyPlatformOfCase,
  viewerOfCase,
  type BorrowerActor,
} from "./case.policy.ts";
export { CaseOpening, type CaseGroup, type OpenedCases } from "./caseOpening.service.ts";
export { CaseOpeningRepository } from "./caseOpening.repository.ts";
