import { expect } from "chai";
import {
  ATTEMPT_OUTCOMES,
  commandAfter,
  DELIVERY_COMMANDS,
  DELIVERY_STATUSES,
  DELIVERY_TRANSITIONS,
  ENDPOINT_COMMANDS,
  ENDPOINT_STATUSES,
  ENDPOINT_TRANSITIONS,
} from "../../../shared/deliveries/lifecycle.ts";

describe("webhook endpoints and their messages, move by move", () => {
  const endpoint: Record<string, string> = {
    "active pause": "paused",
    "active answered_gone": "gone",
    "active remove": "removed",
    "paused resume": "active",
    "paused answered_gone": "gone",
    "paused remove": "removed",
    "gone resume": "active",
    "gone remove": "removed",
  };
  for (const status of ENDPOINT_STATUSES) {
    for (const command of ENDPOINT_COMMANDS) {
      const to = endpoint[`${status} ${command}`] ?? null;
      it(`an endpoint that is ${status}: ${command} → ${to ?? "refused"}`, () => {
        expect(ENDPOINT_TRANSITIONS[status][command]).to.equal(to);
      });
    }
  }

  const delivery: Record<string, string> = {
    "pending succeed": "delivered",
    "pending retry": "pending",
    "pending give_up": "failed",
    "delivered redeliver": "pending",
    "failed redeliver": "pending",
  };
  for (const status of DELIVERY_STATUSES) {
    for (const command of DELIVERY_COMMANDS) {
      const to = delivery[`${status} ${command}`] ?? null;
      it(`a message that is ${status}: ${command} → ${to ?? "refused"}`, () => {
        expect(DELIVERY_TRANSITIONS[status][command]).to.equal(to);
      });
    }
  }

  it("gives up after 410 and after the last try, and on nothing else", () => {
    for (const outcome of ATTEMPT_OUTCOMES) {
      const early = commandAfter(outcome, 1);
      const last = commandAfter(outcome, 0);
      const ends = outcome === "accepted" ? "succeed" : "give_up";
      expect(last, outcome).to.equal(ends);
      expect(early, outcome).to.equal(outcome === "accepted" || outcome === "gone" ? ends : "retry");
    }
  });
});
