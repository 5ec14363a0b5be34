import { expect } from "chai";
import { Turnstile } from "../../../server/realtime/turnstile.ts";

describe("a turnstile", () => {
  /** A task that ends when told to. */
  function held(): { task: () => Promise<void>; release: () => void } {
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    return { task: () => until, release: () => release() };
  }

  it("lets its width through per key, the others in the order they came", async () => {
    const turnstile = new Turnstile(2);
    const begun: string[] = [];
    const gates = ["a", "b", "c", "d"].map((name) => ({ name, ...held() }));
    const runs = gates.map((gate) =>
      turnstile.pass("case", () => {
        begun.push(gate.name);
        return gate.task();
      }),
    );
    const elsewhere = turnstile.pass("other case", () => Promise.resolve("free"));
    expect(await elsewhere).to.equal("free");
    expect(begun).to.deep.equal(["a", "b"]);
    gates[1]!.release();
    await runs[1];
    expect(begun).to.deep.equal(["a", "b", "c"]);
    for (const gate of gates) gate.release();
    await Promise.all(runs);
    expect(begun).to.deep.equal(["a", "b", "c", "d"]);
  });

  it("goes on after a task that failed", async () => {
    const turnstile = new Turnstile(1);
    const failing = turnstile.pass("case", () => Promise.reject(new Error("no")));
    const next = turnstile.pass("case", () => Promise.resolve("yes"));
    expect(await failing.catch((error: Error) => error.message)).to.equal("no");
    expect(await next).to.equal("yes");
    expect(await turnstile.pass("case", () => Promise.resolve("again"))).to.equal("again");
  });
});
