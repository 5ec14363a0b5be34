import { expect } from "chai";
import type { NextAction } from "../../../shared/insight/action.ts";
import { compareActions } from "../../../shared/insight/nextAction.ts";

const NOW = new Date("2026-11-20T02:00:00.000Z");
const ago = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);
const ahead = (days: number): Date => ago(-days);

describe("next actions", () => {
  it("comes in order: urgency, then what is due, then what waited longest", () => {
    const item = (urgency: NextAction["urgency"], since: Date, dueAt: Date | null): NextAction => ({
      action: "resume",
      why: { code: "paused", params: {} },
      urgency,
      since,
      dueAt,
    });
    const ordered = [
      item("now", ago(1), ahead(1)),
      item("now", ago(9), ahead(2)),
      item("now", ago(5), null),
      item("now", ago(2), null),
      item("today", ago(30), ahead(0)),
      item("waiting", ago(90), null),
    ];
    const shuffled = [ordered[4], ordered[2], ordered[5], ordered[0], ordered[3], ordered[1]] as NextAction[];
    expect(shuffled.toSorted(compareActions)).to.deep.equal(ordered);
  });
});
