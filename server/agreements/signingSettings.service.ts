import { v7 as uuid } from "uuid";
import { settingsProblem, USUAL_SETTINGS, type SigningSettings } from "../../shared/agreements/deadline.ts";
import { isSigningOrder } from "../../shared/agreements/order.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Tx } from "../database/transaction.ts";
import type { OrganisationService, StaffActor } from "../organisations/index.ts";
import { SigningSettingsRow } from "./signing.entity.ts";
import type { SettingsVersion, SigningRepository } from "./signing.repository.ts";

export type SettingsInForce = { version: number; settings: SigningSettings };

/** In which order, until when and with which reminders a centre has agreements signed. */
export class SigningSettingsService {
  readonly #rows: SigningRepository;
  readonly #organisations: OrganisationService;

  constructor(rows: SigningRepository, organisations: OrganisationService) {
    this.#rows = rows;
    this.#organisations = organisations;
  }

  /** Version 0 is the usual way, for a centre that has set nothing. */
  async inForce(tx: Tx): Promise<SettingsInForce> {
    const centre = await this.#organisations.centre(tx);
    const latest = await this.#rows.latestSettings(tx, centre.id);
    return latest
      ? { version: latest.version, settings: latest.settings }
      : { version: 0, settings: USUAL_SETTINGS };
  }

  async versions(tx: Tx): Promise<SettingsVersion[]> {
    const centre = await this.#organisations.centre(tx);
    return await this.#rows.settingsVersions(tx, centre.id);
  }

  /** Another version; agreements that are already released keep theirs. */
  async set(
    tx: Tx,
    actor: StaffActor,
    input: { version: number; settings: SigningSettings },
  ): Promise<SettingsInForce> {
    onlySound(input.settings);
    await this.#rows.lockCentre(tx, actor.organisationId);
    const current = await this.inForce(tx);
    if (current.version !== input.version) {
      throw new Refusal("version_conflict", "the settings were changed meanwhile; look at them again");
    }
    const row = Object.assign(new SigningSettingsRow(), {
      id: uuid(),
      centreId: actor.organisationId,
      version: current.version + 1,
      settings: input.settings,
      setBy: actor.staffId,
      createdAt: tx.now,
    });
    await this.#rows.insertSettings(tx, row);
    return { version: row.version, settings: row.settings };
  }
}

function onlySound(settings: SigningSettings): void {
  const field = isSigningOrder(settings.order) ? settingsProblem(settings) : "order";
  if (field === null) return;
  throw new Refusal("validation_failed", "these settings cannot be kept", {
    errors: [{ pointer: `/settings/${field}`, code: "any.invalid", detail: `look at ${field} again` }],
  });
}
