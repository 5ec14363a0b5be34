import { expect } from "chai";
import type { Agreement } from "../../client/features/agreements/api.ts";
import {
  type Around,
  nextStep,
  progressOf,
  STEP_PATHS,
  type StepName,
} from "../../client/features/cases/borrowerStep.ts";
import type { CaseFile } from "../../client/features/cases/types.ts";
import { borrowerZh } from "../../client/i18n/borrowerAreas.zh.ts";
import type { Plan } from "../../client/features/performance/api.ts";
import { CASE_STAGES, type CaseStage } from "../../shared/cases/lifecycle.ts";
import type { ProposalView } from "../../shared/proposals/proposalView.ts";
import type { OfferAbility, OfferView } from "../../shared/offers/offerView.ts";

const nothing: Around = { offers: [], proposals: [], agreement: null, plan: null };

/** Only what decides; the rest of a file says nothing about what is next. */
function file(stage: CaseStage, more: { consented?: boolean; open?: number } = {}): CaseFile {
  const lines = Array.from({ length: 2 }, (_, index) => ({
    standing: index < (more.open ?? 0) ? null : { borrower: { answer: "confirmed" } },
  }));
  return {
    stage,
    participation: { borrowerConsented: more.consented ?? true },
    statement: { lines },
  } as unknown as CaseFile;
}

const offer = (abilities: OfferAbility[]) => ({ abilities }) as unknown as OfferView;
const withRound = (answer: "yes" | "no" | null): Around => ({
  ...nothing,
  offers: [offer(["accept"])],
  proposals: [{ status: "open", own: { answer } } as unknown as ProposalView],
});
const agreement = (status: Agreement["status"], abilities: Agreement["abilities"] = []) =>
  ({ status, abilities }) as Agreement;
const plan = (overdue: boolean) => ({ instalments: [{ overdue }] }) as unknown as Plan;

describe("what is next for the borrower", () => {
  const cases: readonly [string, CaseFile, Around, StepName][] = [
    ["decides first", file("invited", { consented: false }), nothing, "decide"],
    ["waits for the platform after consenting", file("invited"), nothing, "waitPlatform"],
    ["checks the lines not answered yet", file("preparing", { open: 1 }), nothing, "check"],
    ["has checked everything", file("preparing"), nothing, "prepare"],
    ["may put an offer", file("negotiating"), nothing, "offer"],
    [
      "answers what can be accepted, even with an own offer open",
      file("negotiating"),
      { ...nothing, offers: [offer(["withdraw"]), offer(["accept", "counter"])] },
      "answer",
    ],
    ["answers a proposal before anything else", file("negotiating"), withRound(null), "answerProposal"],
    ["waits for the end of a round", file("negotiating"), withRound("no"), "waitRound"],
    ["waits for an answer", file("negotiating"), { ...nothing, offers: [offer(["withdraw"])] }, "waitAnswer"],
    ["waits for the text", file("signing"), { ...nothing, agreement: agreement("review") }, "review"],
    ["signs", file("signing"), { ...nothing, agreement: agreement("signing", ["sign"]) }, "sign"],
    ["has signed", file("signing"), { ...nothing, agreement: agreement("signing") }, "waitOthers"],
    ["waits for the seal", file("signing"), { ...nothing, agreement: agreement("signed") }, "waitSeal"],
    ["pays", file("performing"), { ...nothing, plan: plan(false) }, "pay"],
    ["is late", file("performing"), { ...nothing, plan: plan(true) }, "late"],
  ];
  for (const [name, theCase, around, step] of cases)
    it(name, () => expect(nextStep(theCase, around)).to.equal(step));

  it("has words and a way for every stage", () => {
    for (const stage of CASE_STAGES) {
      const step = nextStep(file(stage), nothing);
      const words: { title: string; act?: string } = borrowerZh.myCase.step[step];
      expect(words.title, stage).to.not.equal("");
      expect(words.act !== undefined, stage).to.equal(STEP_PATHS[step] !== null);
    }
  });

  it("goes forward along the usual way and nowhere beside it", () => {
    const way: CaseStage[] = ["invited", "preparing", "negotiating", "signing", "performing", "completed"];
    expect(way.map(progressOf)).to.deep.equal([0, 1, 2, 3, 4, 5]);
    expect(progressOf("terminated")).to.equal(null);
  });
});
