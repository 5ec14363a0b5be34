import { expect } from "chai";
import { playRounds, type Act, type RoundSeen } from "../support/proposalRounds.ts";

const BORROWER: Record<string, Act[]> = {
  yes: [{ hour: 3, who: "borrower", does: "yes" }],
  no: [{ hour: 3, who: "borrower", does: "no" }],
  silence: [],
  "yes, then no": [
    { hour: 2, who: "borrower", does: "yes" },
    { hour: 40, who: "borrower", does: "no" },
  ],
};
const PLATFORM: Record<string, Act[]> = {
  "yes with leave": [
    { hour: 1, who: "agent", does: "yes" },
    { hour: 20, who: "approver", does: "acknowledge" },
    { hour: 20, who: "approver", does: "give_leave" },
  ],
  "yes without leave": [{ hour: 5, who: "agent", does: "yes" }],
  "no, three times": [5, 6, 7].map((hour) => ({ hour, who: "agent", does: "no" })),
  silence: [],
};

/** Nobody may be able to tell apart two runs that differ only in what the other side did under seal. */
describe("a sealed proposal tells nobody anything", function () {
  this.timeout(280_000);
  const runs = new Map<string, RoundSeen>();
  const run = (borrower: string, platform: string) => runs.get(`${borrower} × ${platform}`)!;

  before(async () => {
    const played = [
      ["yes", "yes with leave"],
      ["yes", "yes without leave"],
      ["yes", "no, three times"],
      ["yes", "silence"],
      ["no", "yes with leave"],
      ["silence", "yes with leave"],
      ["yes, then no", "yes with leave"],
    ] as const;
    const seen = await playRounds(played.map(([one, other]) => [...BORROWER[one]!, ...PLATFORM[other]!]));
    for (const [index, [one, other]] of played.entries()) runs.set(`${one} × ${other}`, seen[index]!);
  });

  it("agrees only where both said yes and the leave was given", () => {
    const agreed = [...runs].filter(([, { status }]) => status === "agreed").map(([name]) => name);
    expect(agreed).to.deep.equal(["yes × yes with leave"]);
    for (const { status } of runs.values()) expect(status).to.be.oneOf(["agreed", "not_agreed"]);
  });

  it("shows each side its own answer, and the mediator none", () => {
    const { borrower, mediator } = run("yes", "silence");
    expect(borrower.before).to.contain('"answer":"yes"');
    expect(mediator.before).not.to.match(/"answer":"(yes|no)"/);
    expect(run("no", "yes with leave").platform.before).to.contain('"leave":"given"');
  });

  it("before the deadline looks the same to the borrower, whatever the platform does, even at a joint yes", () => {
    const [first, ...others] = Object.keys(PLATFORM).map((name) => run("yes", name).borrower.before);
    for (const other of others) expect(other).to.equal(first);
  });

  it("before the deadline looks the same to the platform, whatever the borrower does, even at a joint yes", () => {
    const [first, ...others] = Object.keys(BORROWER).map(
      (name) => run(name, "yes with leave").platform.before,
    );
    for (const other of others) expect(other).to.equal(first);
  });

  it("before the deadline looks the same to the mediator in every run", () => {
    const [first, ...others] = [...runs.values()].map(({ mediator }) => mediator.before);
    for (const other of others) expect(other).to.equal(first);
  });

  it("after it looks the same to a borrower who said yes, however the platform came not to agree", () => {
    const seen = Object.keys(PLATFORM)
      .slice(1)
      .map((name) => run("yes", name).borrower.after);
    for (const other of seen) expect(other).to.equal(seen[0]);
    expect(seen[0]).to.contain("proposal.notAgreed");
  });

  it("after it looks the same to a platform that said yes, however the borrower came not to agree", () => {
    const seen = Object.keys(BORROWER)
      .slice(1)
      .map((name) => run(name, "yes with leave").platform.after);
    for (const other of seen) expect(other).to.equal(seen[0]);
  });

  it("after it looks the same to the mediator wherever there was no agreement, and writes nothing to the log", () => {
    const seen = [...runs.values()].filter(({ status }) => status === "not_agreed");
    for (const { mediator, log } of seen) {
      expect(mediator.after).to.equal(seen[0]!.mediator.after);
      expect(log).to.equal("");
    }
  });

  it("reveals a joint yes to everybody at the deadline", () => {
    const { borrower, platform, mediator } = run("yes", "yes with leave");
    for (const { before, after } of [borrower, platform, mediator]) {
      expect(before).not.to.contain("proposal.agreed");
      expect(after).to.contain("proposal.agreed");
    }
  });
});
