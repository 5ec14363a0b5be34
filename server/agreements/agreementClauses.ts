import { AGREED_SECTIONS, type AgreedSection } from "../../shared/agreements/clauses.ts";
import { sumFen } from "../../shared/money/fen.ts";
import type { Fen } from "../../shared/money/fen.ts";
import { formatYuan } from "../../shared/money/formatYuan.ts";
import { COMPONENTS } from "../../shared/plans/statement.ts";
import type { Component } from "../../shared/plans/statement.ts";
import type { Block } from "../pdf/blocks.ts";
import type { AgreementFacts } from "./agreementFacts.ts";
import { paymentClause } from "./agreementPayment.ts";
import { policySentences } from "./agreementPolicies.ts";
import type { Wording } from "./wording.ts";

/** The agreed clauses in order; every one of them always applies in one form or another, so that numbers can be referred to. */
export function agreementClauses(facts: AgreementFacts, words: Wording): Block[] {
  const blocks = clauseBlocks(facts, words);
  return AGREED_SECTIONS.flatMap((section, index) => [
    {
      kind: "paragraph" as const,
      text: words.labels.clause(index + 1, words.labels.clauses[section]),
      bold: true,
    },
    ...blocks[section],
  ]);
}

function clauseBlocks(facts: AgreementFacts, words: Wording): Record<AgreedSection, Block[]> {
  const { terms, platform, borrower } = facts;
  return {
    debts: debtClause(facts, words),
    waivers: waiverClause(facts, words),
    payment: paymentClause(facts, words),
    early: [text(words.together(policySentences(facts, words)))],
    grace: [
      text(
        terms.graceDays === 0
          ? words.say("grace.none", {})
          : words.say("grace.days", { days: String(terms.graceDays) }),
      ),
    ],
    breach: breachClause(facts, words),
    allocation: [text(words.say(`allocation.${terms.allocation}`, {}))],
    credit: [text(words.say("credit.reporting", {}))],
    collection: [text(words.say("collection.stop", {}))],
    service: [
      text(
        words.say("service.addresses", {
          platformAddress: platform.address,
          platformPhone: platform.phone,
          borrowerAddress: borrower.address,
          borrowerPhone: borrower.phone,
        }),
      ),
    ],
    prejudice: [text(words.say("prejudice.none", {}))],
    signing: [text(words.say("signing.consent", {}))],
    effect: [text(words.say("effect.force", {}))],
  };
}

function text(words: string): Block {
  return { kind: "paragraph", text: words };
}

function debtClause(facts: AgreementFacts, words: Wording): Block[] {
  const { labels } = words;
  const total = (component: Component) => sumFen(facts.debts.map((debt) => debt.components[component]));
  const row = (amounts: Fen[]) => [...amounts, sumFen(amounts)].map(formatYuan);
  return [
    text(
      words.say("debts.confirmed", {
        asOf: words.date(facts.statementAsOf),
        owed: words.sum(facts.schedule.totals.statementFen),
      }),
    ),
    {
      kind: "table",
      table: {
        columns: [
          { header: labels.contractNumber, share: 22 },
          { header: labels.lender, share: 20 },
          ...COMPONENTS.map((component) => ({
            header: labels.components[component],
            share: component === "penalty" ? 17 : 13,
            align: "right" as const,
          })),
          { header: labels.total, share: 14, align: "right" },
        ],
        rows: facts.debts.map((debt) => [
          debt.contractNumber,
          debt.lender,
          ...row(COMPONENTS.map((component) => debt.components[component])),
        ]),
        total: [labels.total, "", ...row(COMPONENTS.map(total))],
        size: 9,
      },
    },
  ];
}

function waiverClause({ terms, debts, schedule }: AgreementFacts, words: Wording): Block[] {
  const { labels } = words;
  const contract = (debtId: string) => debts.find((debt) => debt.debtId === debtId)?.contractNumber ?? "";
  const part = (when: "at_signing" | "on_completion"): Block[] => {
    const chosen = terms.waivers.filter((waiver) => waiver.when === when && waiver.fen > 0);
    if (chosen.length === 0) return [];
    return [
      text(words.say(when === "at_signing" ? "waivers.atSigning" : "waivers.onCompletion", {})),
      {
        kind: "table",
        table: {
          columns: [
            { header: labels.contractNumber, share: 40 },
            { header: labels.component, share: 30, align: "center" },
            { header: labels.waived, share: 30, align: "right" },
          ],
          rows: chosen.map((w) => [
            contract(w.debtId),
            labels.components[w.component].replace("\n", ""),
            formatYuan(w.fen),
          ]),
          total: [labels.total, "", formatYuan(sumFen(chosen.map((waiver) => waiver.fen)))],
        },
      },
    ];
  };
  const blocks = [...part("at_signing"), ...part("on_completion")];
  if (blocks.length === 0) return [text(words.say("waivers.none", {}))];
  return [...blocks, text(words.say("waivers.total", { waived: words.sum(schedule.totals.waivedFen) }))];
}

function breachClause({ terms, schedule }: AgreementFacts, words: Wording): Block[] {
  if (terms.acceleration === "none") return [text(words.say("breach.noAcceleration", {}))];
  const conditional = terms.waivers.some((waiver) => waiver.when === "on_completion" && waiver.fen > 0);
  const waivedNow = terms.waivers.filter((waiver) => waiver.when === "at_signing");
  return [
    text(words.say("breach.acceleration", { missed: String(terms.payments?.missedBeforeAcceleration ?? 1) })),
    text(
      words.together([
        words.say("breach.formula", {
          owed: words.sum(schedule.totals.statementFen),
          waivedNow: words.sum(sumFen(waivedNow.map((waiver) => waiver.fen))),
        }),
        ...(conditional ? [words.say("breach.waiversLapse", {})] : []),
      ]),
    ),
    text(words.say("breach.cure", {})),
  ];
}
