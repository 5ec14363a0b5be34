import { formatYuan } from "../../shared/money/formatYuan.ts";
import type { Block } from "../pdf/blocks.ts";
import type { AgreementFacts } from "./agreementFacts.ts";
import { capacityOf } from "./agreementParties.ts";
import type { Wording } from "./wording.ts";

/** The main facts and what the parties disagree about. */
export function factBlocks(facts: AgreementFacts, words: Wording): Block[] {
  const { platform, borrower, centre, mediation, mediator, schedule, supersedes } = facts;
  const paragraph = (text: string): Block => ({ kind: "paragraph", text });
  const { representative } = borrower;
  return [
    { kind: "heading", text: words.labels.headings.facts },
    ...(representative
      ? [
          paragraph(
            words.say("facts.represented", {
              name: borrower.name,
              representative: representative.name,
              capacity: capacityOf(representative, words),
            }),
          ),
        ]
      : []),
    paragraph(words.say(platform.standing === "creditor" ? "facts.creditor" : "facts.authorised", {})),
    paragraph(words.say("facts.contracts", {})),
    contractTable(facts, words),
    paragraph(
      words.together([
        words.say("facts.dispute", {
          asOf: words.date(facts.statementAsOf),
          owed: words.sum(schedule.totals.statementFen),
          centre: centre.name,
        }),
        words.say("facts.mediation", {
          startedOn: words.date(mediation.startedOn),
          mediator: mediator.name,
        }),
      ]),
    ),
    ...(supersedes
      ? [
          paragraph(
            words.say("facts.supersedes", {
              earlierNumber: supersedes.number,
              earlierHash: supersedes.contentHash,
            }),
          ),
        ]
      : []),
  ];
}

/** What the papers of a loan do not say is said not to be said; no place is left empty. */
function contractTable({ debts }: AgreementFacts, words: Wording): Block {
  const { labels } = words;
  const dated = (date: string | null) => (date === null ? labels.notStated : words.date(date));
  return {
    kind: "table",
    table: {
      size: 9,
      columns: [
        { header: labels.contractNumber, share: 21 },
        { header: labels.lender, share: 20 },
        { header: labels.product, share: 14 },
        { header: labels.disbursedOn, share: 18, align: "center" },
        { header: labels.disbursed, share: 14, align: "right" },
        { header: labels.overdueSince, share: 18, align: "center" },
      ],
      rows: debts.map((debt) => [
        debt.contractNumber,
        debt.lender,
        debt.product ?? labels.notStated,
        dated(debt.disbursedOn),
        debt.disbursedFen === null ? labels.notStated : formatYuan(debt.disbursedFen),
        dated(debt.overdueSince),
      ]),
    },
  };
}
