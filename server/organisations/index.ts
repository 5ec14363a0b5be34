export { Organisation, PlatformPolicy, Staff } from "./organisation.entity.ts";
export { OrganisationRepository } from "./organisation.repository.ts";
export { onlySoundTable, OrganisationService } from "./organisation.service.ts";
export { trialBody } from "./organisation.schemas.ts";
export { organisationRoutes } from "./organisation.routes.ts";
export { onlyStaff, onlyStaffOfAPlatform, type StaffActor } from "./organisation.policy.ts";
export { StaffAccounts } from "./staffAccounts.ts";
