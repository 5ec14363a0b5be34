import { Refusal } from "../../shared/api/refusal.ts";
import { USUAL_ROUNDS } from "../../shared/proposals/rounds.ts";
import type { Tx } from "../database/transaction.ts";
import type { OrganisationService, StaffActor } from "../organisations/index.ts";
import type { ProposalRepository } from "./proposal.repository.ts";

export type RoundLimit = { rounds: number; version: number };

/** How many rounds a centre allows in a case. */
export class RoundSettings {
  readonly #rows: ProposalRepository;
  readonly #organisations: OrganisationService;

  constructor(rows: ProposalRepository, organisations: OrganisationService) {
    this.#rows = rows;
    this.#organisations = organisations;
  }

  /** Version 0 is the usual number, for a centre that has set nothing. */
  async ofCentre(tx: Tx, centreId: string): Promise<RoundLimit> {
    return (await this.#rows.settings(tx, centreId)) ?? { rounds: USUAL_ROUNDS, version: 0 };
  }

  async inForce(tx: Tx): Promise<RoundLimit> {
    return await this.ofCentre(tx, (await this.#organisations.centre(tx)).id);
  }

  async set(tx: Tx, actor: StaffActor, input: RoundLimit): Promise<RoundLimit> {
    const { organisationId: centreId, staffId: setBy } = actor;
    if (!(await this.#rows.setRounds(tx, { centreId, setBy, ...input }))) {
      throw new Refusal("version_conflict", "the settings were changed meanwhile; look at them again");
    }
    return await this.ofCentre(tx, centreId);
  }
}
