import { isLocalDate } from "../calendar/localDate.ts";
import { fen, isFen, sumFen } from "../money/fen.ts";
import { readCapitalYuan } from "../money/readCapitalYuan.ts";
import { COMPONENTS } from "../plans/statement.ts";
import { ACCELERATIONS, ALLOCATIONS } from "../plans/terms.ts";
import type { AgreementFacts, Representative } from "./facts.ts";

/**
 * What a court looks at before it confirms an agreement: content that is not clear is refused (民诉法解释 358). One item for each
 * kind of thing that must be said, and said in one way only.
 */
export const CLARITY_ITEMS = [
  "parties",
  "representation",
  "debts",
  "sums",
  "waivers",
  "dates",
  "account",
  "conditions",
  "service",
  "capitals",
  "wording",
] as const;
export type ClarityItem = (typeof CLARITY_ITEMS)[number];

/** `field` is a JSON pointer into the facts, or `/text/…` into the words. */
export interface ClarityFault {
  item: ClarityItem;
  field: string;
  why: "missing" | "contradictory" | "ambiguous";
  detail?: string;
}

/** Everything that is missing, contradicts something else, or can be read in two ways; nothing when the agreement is clear. */
export function clarityFaults(facts: AgreementFacts, words: readonly string[]): ClarityFault[] {
  const found = new Faults();
  for (const item of CLARITY_ITEMS) CHECKS[item](found.of(item), facts, words);
  return found.all;
}

type Note = {
  required(field: string, value: string | null | undefined): void;
  holds(field: string, holds: boolean, detail: string): void;
  clear(field: string, clear: boolean, detail: string): void;
};
type Check = (note: Note, facts: AgreementFacts, words: readonly string[]) => void;

class Faults {
  readonly all: ClarityFault[] = [];

  of(item: ClarityItem): Note {
    const add = (field: string, why: ClarityFault["why"], detail?: string) =>
      this.all.push({ item, field, why, ...(detail === undefined ? {} : { detail }) });
    return {
      required: (field, value) => {
        if (value === null || value === undefined || value.trim() === "") add(field, "missing");
      },
      holds: (field, holds, detail) => {
        if (!holds) add(field, "contradictory", detail);
      },
      clear: (field, clear, detail) => {
        if (!clear) add(field, "ambiguous", detail);
      },
    };
  }
}

const CHECKS: Record<ClarityItem, Check> = {
  parties(note, facts) {
    for (const key of ["agreementNumber", "caseNumber", "termsHash"] as const)
      note.required(`/${key}`, facts[key]);
    const { borrower, platform, centre, mediator, recorder } = facts;
    note.required("/borrower/name", borrower.name);
    note.required("/borrower/idNumber", ID_NUMBER.test(borrower.idNumber) ? borrower.idNumber : null);
    note.required("/platform/name", platform.name);
    note.required("/platform/creditCode", platform.creditCode);
    note.required("/platform/signatory/name", platform.signatory.name);
    note.required("/platform/signatory/title", platform.signatory.title);
    note.required("/centre/name", centre.name);
    note.required("/mediator/name", mediator.name);
    if (recorder !== null) note.required("/recorder/name", recorder.name);
  },

  representation(note, { borrower, platform, mediation }) {
    const { representative } = borrower;
    if (representative) representativeFaults(note, representative, mediation.agreedOn);
    const { authority } = platform.signatory;
    if (!authority) return;
    const field = "/platform/signatory/authority";
    note.clear(`${field}/grantedOn`, isLocalDate(authority.grantedOn), "not a date");
    if (authority.number !== undefined) note.required(`${field}/number`, authority.number);
    note.clear(`${field}/scope`, authority.scope === "special", "settling needs special authority");
  },

  debts(note, { debts, statementAsOf, schedule }) {
    if (debts.length === 0) note.required("/debts", null);
    for (const [index, debt] of debts.entries()) {
      note.required(`/debts/${index}/contractNumber`, debt.contractNumber);
      note.required(`/debts/${index}/lender`, debt.lender);
    }
    const named = debts.map((debt) => `${debt.lender}\n${debt.contractNumber}`);
    note.clear("/debts", new Set(named).size === named.length, "two contracts of a lender bear one number");
    note.clear("/statementAsOf", isLocalDate(statementAsOf), "not a date");
    const listed = debts.flatMap((debt) => COMPONENTS.map((component) => debt.components[component]));
    note.holds(
      "/debts",
      listed.every((amount) => isFen(amount) && amount >= 0) &&
        sumFen(listed) === schedule.totals.statementFen,
      "debts do not add up to the schedule's statement",
    );
  },

  sums(note, { schedule }) {
    const { rows, totals } = schedule;
    if (rows.length === 0) note.required("/schedule/rows", null);
    note.holds("/schedule/totals", totals.totalFen > 0, "nothing is to be paid");
    note.holds(
      "/schedule/totals",
      totals.statementFen - totals.waivedFen + totals.agreedInterestFen === totals.totalFen,
      "debt, waiver and interest do not make the total",
    );
    const planned = sumFen(rows.map((row) => row.totalFen));
    note.holds("/schedule/rows", planned === totals.totalFen, "rows do not add up to the total");
    for (const [index, row] of rows.entries())
      note.holds(
        `/schedule/rows/${index}`,
        row.totalFen > 0 &&
          row.principalFen >= 0 &&
          row.interestFen >= 0 &&
          row.totalFen === row.principalFen + row.interestFen,
        "a row's parts are negative or not its sum",
      );
    note.holds("/schedule/rows", (rows.at(-1)?.balanceFen ?? 0) === 0, "the last row leaves something open");
  },

  waivers(note, { terms, debts, schedule }) {
    const lines = new Map(
      debts.flatMap((debt) => COMPONENTS.map((c) => [`${debt.debtId}/${c}`, debt.components[c]])),
    );
    const waived = new Map<string, number>();
    for (const { debtId, component, fen: amount } of terms.waivers) {
      const line = `${debtId}/${component}`;
      waived.set(line, (waived.get(line) ?? 0) + amount);
    }
    const known = [...waived.keys()].every((line) => lines.has(line));
    note.holds("/terms/waivers", known, "a waiver names a debt that is not listed");
    note.holds(
      "/terms/waivers",
      !known || [...waived].every(([line, amount]) => amount <= (lines.get(line) ?? 0)),
      "more is waived than is owed",
    );
    note.holds(
      "/schedule/totals/waivedFen",
      sumFen(terms.waivers.map((waiver) => waiver.fen)) === schedule.totals.waivedFen,
      "waivers do not add up to the total waived",
    );
  },

  dates(note, { schedule, mediation }) {
    for (const key of ["startedOn", "agreedOn"] as const)
      note.clear(`/mediation/${key}`, isLocalDate(mediation[key]), "not a date");
    const { rows } = schedule;
    for (const [index, row] of rows.entries()) {
      note.clear(`/schedule/rows/${index}/due`, isLocalDate(row.due), "not a date");
      const before = rows[index - 1];
      note.clear(
        `/schedule/rows/${index}/due`,
        before === undefined || before.due < row.due,
        "not later than the one before",
      );
    }
  },

  account(note, { terms }) {
    const { name, bank, number } = terms.payeeAccount;
    note.required("/terms/payeeAccount/name", name);
    note.required("/terms/payeeAccount/bank", bank);
    note.required("/terms/payeeAccount/number", number);
    const digits = number.replace(/[ -]/g, "");
    note.clear(
      "/terms/payeeAccount/number",
      number.trim() === "" || /^\d{8,32}$/.test(digits),
      "an account number has 8 to 32 digits and no letters",
    );
  },

  conditions(note, { terms }) {
    const { graceDays, acceleration, allocation, payments } = terms;
    note.clear("/terms/graceDays", Number.isSafeInteger(graceDays) && graceDays >= 0, "not whole days");
    note.clear("/terms/acceleration", ACCELERATIONS.includes(acceleration), "unknown");
    note.clear("/terms/allocation", ALLOCATIONS.includes(allocation), "unknown");
    const missed = payments?.missedBeforeAcceleration ?? 1;
    note.clear(
      "/terms/payments/missedBeforeAcceleration",
      Number.isSafeInteger(missed) && missed >= 1,
      "not a number of instalments",
    );
  },

  service(note, { borrower, platform, centre }) {
    for (const [party, { address, phone }] of Object.entries({ borrower, platform, centre })) {
      note.required(`/${party}/address`, address);
      note.required(`/${party}/phone`, phone);
      note.clear(
        `/${party}/phone`,
        phone.trim() === "" || phone.replaceAll(/\D/g, "").length >= 5,
        "not a telephone number",
      );
    }
  },

  capitals(note, { schedule }, words) {
    const text = words.join("\n");
    const stated = new Set<number>();
    for (const [, figures = "", capitals = ""] of text.matchAll(BOTH_FORMS)) {
      const amount = fen(Number(figures.replace(/[,.]/g, "")));
      stated.add(amount);
      note.holds("/text/sums", readCapitalYuan(capitals) === amount, `${figures} ${capitals}`);
    }
    const { statementFen, waivedFen, totalFen } = schedule.totals;
    for (const amount of [statementFen, totalFen, ...(waivedFen > 0 ? [waivedFen] : [])])
      note.holds("/text/sums", stated.has(amount), "a total is not stated in figures and capitals");
  },

  wording(note, _facts, words) {
    for (const [index, text] of words.entries())
      note.clear(
        `/text/${index}`,
        text.trim() !== "" && !/[{}]|undefined|null|NaN|\[object/.test(text),
        "a place was left open",
      );
  },
};

const ID_NUMBER = /^\d{17}[\dX]$/;
const BOTH_FORMS = /人民币([\d,]+\.\d{2})元（大写：([^）]*)）/g;

function representativeFaults(note: Note, representative: Representative, agreedOn: string): void {
  const field = "/borrower/representative";
  note.required(`${field}/name`, representative.name);
  note.required(`${field}/phone`, representative.phone);
  note.required(
    `${field}/idNumber`,
    ID_NUMBER.test(representative.idNumber) ? representative.idNumber : null,
  );
  const { powerOfAttorney } = representative;
  if (powerOfAttorney === null) {
    if (representative.kind === "entrusted") note.required(`${field}/powerOfAttorney`, null);
    return;
  }
  const { grantedOn, scope } = powerOfAttorney;
  note.clear(`${field}/powerOfAttorney/grantedOn`, isLocalDate(grantedOn), "not a date");
  note.holds(`${field}/powerOfAttorney/grantedOn`, grantedOn <= agreedOn, "granted after the agreement");
  note.clear(`${field}/powerOfAttorney/scope`, scope === "special", "settling needs special authority");
}
