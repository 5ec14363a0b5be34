export { Organisation, PlatformPolicy, Staff } from "./organisation.entity.ts";
export type { PayeeAccount } from "./organisation.entity.ts";
export { OrganisationRepository } from "./organisation.repository.ts";
export { OrganisationService } from "./organisation.service.ts";
export { organisationRoutes } from "./organisation.routes.ts";
export { onlyStaff, onlyStaffOfAPlatform, type StaffActor } from "./organisation.policy.ts";
export { StaffAccounts } from "./staffAccounts.ts";
