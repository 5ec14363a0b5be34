import { expect } from "chai";
import { groupOf, Seats } from "../../../server/rooms/seats.ts";
import type { Connection } from "../../../server/realtime/index.ts";

/** A line as the seats use it: which groups it is in. */
function line(id: string): { connection: Connection; groups: Set<string>; close: () => void } {
  const groups = new Set<string>();
  let closed: () => void = () => undefined;
  const known = {
    id,
    open: true,
    join: (group: string) => void groups.add(group),
    leave: (group: string) => void groups.delete(group),
    onClosed: (task: () => void) => void (closed = task),
  };
  return { connection: known as unknown as Connection, groups, close: () => closed() };
}

describe("the seats of a process", () => {
  const CASE = "case";
  function seats() {
    const followed: string[] = [];
    const made = new Seats({
      changed: () => undefined,
      opened: (caseId, seq) => followed.push(`follow ${caseId} after ${seq}`),
      emptied: (caseId) => followed.push(`leave ${caseId}`),
      dropped: () => undefined,
    });
    return { made, followed };
  }

  it("follow a case from the first seat to the last", () => {
    const { made, followed } = seats();
    const [one, two] = [line("1"), line("2")];
    made.take({ connection: one.connection, caseId: CASE, memberId: "a", party: "borrower" }, 5);
    made.take({ connection: two.connection, caseId: CASE, memberId: "b", party: "platform" }, 6);
    one.close();
    expect(followed).to.deep.equal(["follow case after 5"]);
    two.close();
    expect(followed).to.deep.equal(["follow case after 5", "leave case"]);
  });

  it("go on following a case when its only line changes its seat", () => {
    const { made, followed } = seats();
    const only = line("1");
    made.take({ connection: only.connection, caseId: CASE, memberId: "a", party: "platform" }, 5);
    made.take({ connection: only.connection, caseId: CASE, memberId: "b", party: "mediator" }, 9);
    expect(followed).to.deep.equal(["follow case after 5", "leave case", "follow case after 9"]);
    expect([...only.groups]).to.deep.equal([groupOf(CASE, "mediator")]);
    expect(made.has(CASE)).to.equal(true);
  });
});
