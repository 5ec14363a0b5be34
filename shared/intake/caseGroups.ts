import type { LocalDate } from "../calendar/localDate.ts";
import type { NewDebt } from "../debts/newDebt.ts";
import type { BorrowerDetails } from "../parties/borrowerDetails.ts";
import type { OverdueAccount } from "./row.ts";

/** All accounts of one person in a file: one case with as many debts. */
export type PersonAccounts = { borrower: BorrowerDetails; asOf: LocalDate; debts: NewDebt[] };

/**
 * Gathers accounts by identity number, people in the order of their first account. Details a first row leaves empty are
 * taken from a later one; the statement is as of the latest date among the rows.
 */
export function groupByPerson(accounts: readonly OverdueAccount[]): PersonAccounts[] {
  const people = new Map<string, PersonAccounts>();
  for (const account of accounts) {
    const person = people.get(account.idNumber);
    if (person === undefined) {
      people.set(account.idNumber, {
        borrower: borrowerOf(account),
        asOf: account.asOf,
        debts: [debtOf(account)],
      });
      continue;
    }
    person.debts.push(debtOf(account));
    if (account.asOf > person.asOf) person.asOf = account.asOf;
    person.borrower.altPhone ??= account.altPhone;
    person.borrower.email ??= account.email;
    person.borrower.registeredAddress ??= account.registeredAddress;
    person.borrower.residentialAddress ??= account.residentialAddress;
  }
  return [...people.values()];
}

/** The lines of each person, people in the order of their first line. */
export function linesByPerson(rows: readonly { line: number; idNumber: string }[]): number[][] {
  const people = new Map<string, number[]>();
  for (const { line, idNumber } of rows) {
    const lines = people.get(idNumber);
    if (lines === undefined) people.set(idNumber, [line]);
    else lines.push(line);
  }
  return [...people.values()];
}

function borrowerOf(account: OverdueAccount): BorrowerDetails {
  return {
    name: account.borrowerName,
    idNumber: account.idNumber,
    phone: account.phone,
    altPhone: account.altPhone,
    email: account.email,
    registeredAddress: account.registeredAddress,
    residentialAddress: account.residentialAddress,
  };
}

function debtOf(account: OverdueAccount): NewDebt {
  return {
    contractNumber: account.contractNumber,
    product: account.product,
    lenderName: account.lenderName,
    lenderType: account.lenderType,
    disbursedOn: account.disbursedOn,
    disbursedFen: account.disbursedFen,
    termCount: account.termCount,
    annualRate: account.annualRate,
    penaltyMarkup: account.penaltyMarkup,
    overdueSince: account.overdueSince,
    repaidFen: account.repaidFen,
    remark: account.note,
    receivedFen: account.receivedFen ?? null,
    riskTier: account.riskTier ?? null,
    principalFen: account.principalFen,
    interestFen: account.interestFen,
    penaltyFen: account.penaltyFen,
    feeFen: account.feeFen,
  };
}
