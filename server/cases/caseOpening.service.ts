import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { contractKey, owedComponents, type NewDebt } from "../../shared/debts/newDebt.ts";
import { sumFen } from "../../shared/money/fen.ts";
import type { EventDraft } from "../../shared/journal/events.ts";
import type { BorrowerDetails } from "../../shared/parties/borrowerDetails.ts";
import type { Tx } from "../database/transaction.ts";
import type { StatementService } from "../debts/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Organisation, OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { Case } from "./case.entity.ts";
import type { CaseRepository } from "./case.repository.ts";
import type { CaseOpeningRepository } from "./caseOpening.repository.ts";

/** The overdue debts of one person, as of a date, that should become one case. */
export type CaseGroup = { borrower: BorrowerDetails; asOf: LocalDate; debts: NewDebt[] };
export type OpenedCases = { casesCreated: number; debtsCreated: number; skippedKnown: number };

type Deps = {
  rows: CaseOpeningRepository;
  cases: CaseRepository;
  borrowers: BorrowerService;
  statements: StatementService;
  organisations: OrganisationService;
  journal: Journal;
};
type Placed = CaseGroup & { borrowerId: string };

/**
 * Cases out of what a platform states. Set-based: a batch of hundreds of people costs about a dozen
 * statements, because an export has tens of thousands of rows.
 */
export class CaseOpening {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Open a case for each person, or add the debts to a case of theirs that is still in intake. A contract
   * the platform has stated before is skipped, so the same file twice creates nothing.
   */
  async openCases(
    tx: Tx,
    actor: Actor,
    platform: Organisation,
    groups: readonly CaseGroup[],
  ): Promise<OpenedCases> {
    if (platform.kind !== "platform") throw new Refusal("forbidden", "only a platform opens cases");
    const { rows, borrowers } = this.#deps;
    await rows.lockPlatform(tx, platform.id);
    const stated = groups.reduce((sum, group) => sum + group.debts.length, 0);
    const fresh = await this.#onlyNewDebts(tx, platform.id, groups);
    if (fresh.length === 0) return { casesCreated: 0, debtsCreated: 0, skippedKnown: stated };

    const ids = await borrowers.upsertMany(
      tx,
      platform.id,
      fresh.map((group) => group.borrower),
    );
    const placed = fresh.map((group) => ({ ...group, borrowerId: must(ids, group.borrower.idNumber) }));
    const inIntake = await rows.casesInIntake(
      tx,
      placed.map((group) => group.borrowerId),
    );
    const additions = placed.filter((group) => inIntake.has(group.borrowerId));
    const openings = placed.filter((group) => !inIntake.has(group.borrowerId));

    if (openings.length > 0) await this.#openNew(tx, actor, platform, openings);
    for (const group of additions) await this.#addTo(tx, actor, must(inIntake, group.borrowerId), group);
    const debtsCreated = fresh.reduce((sum, group) => sum + group.debts.length, 0);
    return { casesCreated: openings.length, debtsCreated, skippedKnown: stated - debtsCreated };
  }

  /** One group a person, holding only contracts never stated before; groups left empty are dropped. */
  async #onlyNewDebts(tx: Tx, platformId: string, groups: readonly CaseGroup[]): Promise<CaseGroup[]> {
    const debts = groups.flatMap((group) => group.debts);
    const seen = await this.#deps.statements.knownContracts(tx, platformId, debts);
    const people = new Map<string, CaseGroup>();
    for (const group of groups) {
      const fresh: NewDebt[] = [];
      for (const debt of group.debts) {
        if (seen.has(contractKey(debt))) continue;
        seen.add(contractKey(debt));
        fresh.push(debt);
      }
      if (fresh.length === 0) continue;
      const person = people.get(group.borrower.idNumber);
      if (person) {
        person.debts.push(...fresh);
        if (group.asOf > person.asOf) person.asOf = group.asOf;
      } else people.set(group.borrower.idNumber, { ...group, debts: fresh });
    }
    return [...people.values()];
  }

  async #openNew(tx: Tx, actor: Actor, platform: Organisation, groups: readonly Placed[]): Promise<void> {
    const { rows, statements, organisations, journal } = this.#deps;
    const centre = await organisations.centre(tx);
    const numbers = await rows.takeNumbers(tx, groups.length);
    const cases = groups.map((group, index) => {
      const lines = group.debts.flatMap(owedComponents);
      return {
        id: uuid(),
        number: numbers[index] ?? "",
        borrowerId: group.borrowerId,
        claimedFen: sumFen(lines.map((line) => line.fen)),
        asOf: group.asOf,
        debts: group.debts,
      };
    });
    await rows.insertCases(
      tx,
      { centreId: centre.id, platformId: platform.id },
      cases.map(({ id, number, borrowerId, claimedFen }) => ({ id, number, borrowerId, claimedFen })),
    );
    await statements.openMany(
      tx,
      platform.id,
      cases.map(({ id, asOf, debts }) => ({ caseId: id, asOf, debts })),
    );
    await journal.openMany(
      tx,
      actor,
      cases.map(({ id, number, debts, claimedFen }) => ({
        caseId: id,
        // The platform asked for the mediation by stating the case; that is its consent.
        drafts: [
          { type: "case.created", payload: { number, source: "import", debts: debts.length, claimedFen } },
          { type: "party.consented", payload: { party: "platform" } },
        ],
      })),
    );
  }

  async #addTo(tx: Tx, actor: Actor, theCase: Case, group: Placed): Promise<void> {
    const { statements, cases, journal } = this.#deps;
    const { asOf, debts } = group;
    const { added, totalFen } = await statements.addDebts(tx, theCase.platformId, {
      caseId: theCase.id,
      asOf,
      debts,
    });
    await cases.change(tx, theCase, { claimedFen: totalFen });
    const drafts: EventDraft[] = added.map(({ id, contractNumber }) => ({
      type: "case.debtAdded",
      payload: { debtId: id, contractNumber, claimedFen: totalFen },
    }));
    await journal.append(tx, theCase.id, actor, drafts);
  }
}

function must<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error("a row that was just written is missing");
  return value;
}
