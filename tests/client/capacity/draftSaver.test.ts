import { expect } from "chai";
import { ApiProblem, networkProblem } from "../../../client/api/problem.ts";
import { DraftSaver, type SaveState } from "../../../client/borrower/capacity/draftSaver.ts";
import type { OwnCapacity } from "../../../client/features/capacity/api.ts";
import { type CapacityDraft, EMPTY_DRAFT } from "../../../shared/capacity/statement.ts";

type Sent = { version: number; size: number | null; key: string };
type Answer = "ok" | "lost" | "refused" | "conflict";

/** A server that counts versions as ours does, and a network that fails as told. */
function setUp(answers: Answer[] = []) {
  const sent: Sent[] = [];
  const states: SaveState[] = [];
  const done = new Map<string, number>();
  let version = 4;
  const saver = new DraftSaver({
    version,
    delayMs: 60_000,
    onState: (state) => states.push(state),
    onSaved: () => undefined,
    save: async (expected, draft, key) => {
      sent.push({ version: expected, size: draft.householdSize, key });
      const answer = answers.shift() ?? "ok";
      if (answer === "refused") throw new ApiProblem(400, { code: "validation_failed" });
      if (answer === "conflict" || (expected !== version && !done.has(key)))
        throw new ApiProblem(409, { code: "version_conflict" });
      if (!done.has(key)) done.set(key, (version += 1));
      if (answer === "lost") throw networkProblem();
      // Only the version of what the server answers is looked at.
      return { version: done.get(key) ?? 0 } as OwnCapacity;
    },
  });
  return { saver, sent, states, version: () => version };
}

const household = (householdSize: number): CapacityDraft => ({ ...EMPTY_DRAFT, householdSize });

describe("keeping a draft", () => {
  it("sends the newest only, and says when it is kept", async () => {
    const { saver, sent, states } = setUp();
    saver.change(household(1));
    saver.change(household(2));
    expect(states).to.deep.equal(["typing", "typing"]);
    expect(await saver.flush()).to.equal(true);
    expect(sent.map(({ version, size }) => [version, size])).to.deep.equal([[4, 2]]);
    expect(states.slice(2)).to.deep.equal(["saving", "saved"]);
    expect(saver.version).to.equal(5);
  });

  it("sends what came meanwhile after what is on its way", async () => {
    const { saver, sent } = setUp();
    saver.change(household(1));
    const first = saver.flush();
    saver.change(household(2));
    await Promise.all([first, saver.flush()]);
    expect(sent.map(({ version, size }) => [version, size])).to.deep.equal([
      [4, 1],
      [5, 2],
    ]);
  });

  it("repeats a request whose answer was lost under its own key, before anything newer", async () => {
    const { saver, sent, states, version } = setUp(["lost"]);
    saver.change(household(1));
    expect(await saver.flush()).to.equal(false);
    expect(states.at(-1)).to.equal("failed");
    saver.change(household(2));
    expect(await saver.flush()).to.equal(true);
    expect(sent.map(({ size }) => size)).to.deep.equal([1, 1, 2]);
    expect(sent[1]!.key).to.equal(sent[0]!.key);
    expect(sent[2]!.key).to.not.equal(sent[0]!.key);
    expect([version(), saver.version]).to.deep.equal([6, 6]);
  });

  it("tries anew what was refused, and names a conflict", async () => {
    const { saver, sent, states } = setUp(["refused", "conflict"]);
    saver.change(household(1));
    expect(await saver.flush()).to.equal(false);
    expect(states.at(-1)).to.equal("failed");
    expect(await saver.flush()).to.equal(false);
    expect(states.at(-1)).to.equal("conflict");
    expect(sent[1]!.key).to.not.equal(sent[0]!.key);
  });

  it("has nothing to do when nothing was typed", async () => {
    const { saver, sent } = setUp();
    expect(await saver.flush()).to.equal(true);
    expect(sent).to.deep.equal([]);
  });
});
