import { expect } from "chai";
import fc from "fast-check";
import { quoteBody, zoneBody } from "../../../server/quotes/quote.schemas.ts";
import { quoteZone } from "../../../shared/plans/finding/quoteZone.ts";
import { quote } from "../../../shared/plans/quote.ts";
import {
  nearlySoundArbitrary,
  numbersOf,
  questionArbitrary,
  zoneQuestionArbitrary,
} from "./arbitraryQuestions.ts";

/** Far above what the largest sound question takes, far below what anybody would call hanging. */
const PATIENCE_MS = 2_000;

/**
 * Whatever passes the schema of the route is answered with whole numbers or refused with pointers to its fields; nothing
 * is thrown, nothing is NaN, nothing takes long. Sound answers and refusals must both have come up.
 */
function alwaysAnswered(runs: number): void {
  const seen = { answered: 0, refused: 0, slowestMs: 0 };
  fc.assert(
    fc.property(
      fc.oneof(questionArbitrary, nearlySoundArbitrary),
      zoneQuestionArbitrary,
      (question, zoneQuestion) => {
        const asked = quoteBody.validate(question);
        const zoneAsked = zoneBody.validate(zoneQuestion);
        const from = performance.now();
        if (!asked.error) count(seen, quote(asked.value));
        if (!zoneAsked.error) count(seen, quoteZone(zoneAsked.value));
        seen.slowestMs = Math.max(seen.slowestMs, performance.now() - from);
      },
    ),
    { numRuns: runs },
  );
  expect(seen.slowestMs).to.be.below(PATIENCE_MS);
  expect(Math.min(seen.answered, seen.refused)).to.be.above(runs / 10);
}

type Answer = { ok: true } | { ok: false; problems: { pointer: string }[] };

function count(seen: { answered: number; refused: number }, answer: Answer): void {
  expect(JSON.stringify(answer)).to.not.match(/NaN|Infinity/);
  if (answer.ok) {
    seen.answered += 1;
    expect(numbersOf(answer).every((each) => Number.isSafeInteger(each))).to.equal(true);
    return;
  }
  seen.refused += 1;
  expect(answer.problems).to.not.be.empty;
  for (const { pointer } of answer.problems) expect(pointer).to.match(/^\//);
}

export const QUOTE_PROPERTIES: Record<string, (runs: number) => void> = {
  "every question is answered in whole fen or refused with the fields at fault, at once": alwaysAnswered,
};
