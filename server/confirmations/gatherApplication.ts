import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Agreement } from "../agreements/index.ts";
import type { ApplicationFacts } from "./applicationContent.ts";
import type { Confirmation } from "./confirmation.entity.ts";

/** Everything the application says, as the agreement in force says it. */
export function gatherApplication(
  agreement: Agreement,
  confirmation: Confirmation,
  court: string,
  now: Date,
): ApplicationFacts {
  const { facts } = agreement.snapshot;
  const { name, creditCode, address, phone } = facts.platform;
  const { borrower, centre } = facts;
  return {
    court,
    centre: { name: centre.name, address: centre.address, phone: centre.phone },
    mediator: facts.mediator.name,
    agreement: {
      number: agreement.number,
      agreedOn: facts.mediation.agreedOn,
      effectiveOn: confirmation.effectiveOn,
      documentSha256: agreement.documentSha256 ?? "",
      pageCount: agreement.pageCount ?? 0,
    },
    deadline: confirmation.deadline,
    platform: { name, creditCode, address, phone },
    borrower: {
      name: borrower.name,
      idNumber: borrower.idNumber,
      address: borrower.address,
      phone: borrower.phone,
    },
    contractNumbers: [...new Set(facts.debts.map((debt) => debt.contractNumber))],
    preparedAt: now.toISOString(),
  };
}

/** When the agreement came to be in force, for the papers that go with it. */
export function mediatedFrom(agreement: Agreement): {
  startedOn: string;
  agreedOn: string;
  sealedOn: string;
} {
  const { startedOn, agreedOn } = agreement.snapshot.facts.mediation;
  return { startedOn, agreedOn, sealedOn: shanghaiDateOf(agreement.sealedAt ?? agreement.composedAt) };
}
