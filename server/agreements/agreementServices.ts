import type { AgreementListService } from "./agreementList.service.ts";
import type { AgreementService } from "./agreement.service.ts";
import type { AuthorityService } from "./authority.service.ts";
import type { EndingService } from "./ending.service.ts";
import type { ReadingService } from "./reading.service.ts";
import type { SealingService } from "./sealing.service.ts";
import type { SigningService } from "./signing.service.ts";
import type { SigningSettingsService } from "./signingSettings.service.ts";

/** What the routes of this domain call. */
export type AgreementServices = {
  agreements: AgreementService;
  signing: SigningService;
  sealing: SealingService;
  list: AgreementListService;
  ending: EndingService;
  reading: ReadingService;
  settings: SigningSettingsService;
  authorities: AuthorityService;
};
