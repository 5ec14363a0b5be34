import { expect } from "chai";
import { createDrawer } from "../../server/pdf/drawer.ts";
import type { Drawer, DrawerOptions } from "../../server/pdf/drawer.ts";
import type { HostileTasks } from "./hostileWorker.ts";

const worker = new URL("./hostileWorker.ts", import.meta.url);

describe("drawer", () => {
  let drawer: Drawer<HostileTasks>;
  const open = (options: Partial<DrawerOptions> = {}) =>
    (drawer = createDrawer<HostileTasks>({ worker, ...options }));
  afterEach(() => drawer.close());
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "no failure",
      (error: { code: string }) => error.code,
    );

  it("answers jobs in order on one thread", async () => {
    open();
    expect(await Promise.all([1, 2, 3].map((n) => drawer.draw("double", n)))).to.deep.equal([2, 4, 6]);
  });

  it("carries a failure's code and params across", async () => {
    open();
    const failure = await drawer.draw("refuse", "𪚥").catch((error: unknown) => error);
    expect(failure).to.deep.include({ code: "text_unprintable", params: { characters: ["𪚥"] } });
  });

  it("replaces a thread that dies, and loses only its job", async () => {
    open();
    const died = codeOf(drawer.draw("die", 7));
    const after = drawer.draw("double", 21);
    expect(await died).to.equal("document_failed");
    expect(await after).to.equal(42);
  });

  it("ends a job that takes too long", async () => {
    open({ timeoutMs: 6000 });
    expect(await codeOf(drawer.draw("spin", 0))).to.equal("document_timeout");
    expect(await drawer.draw("double", 4)).to.equal(8);
  });

  it("survives a job that eats memory", async () => {
    open({ heapLimitMb: 96 });
    expect(await codeOf(drawer.draw("eat", 0))).to.equal("document_failed");
    expect(await drawer.draw("double", 5)).to.equal(10);
  });

  it("refuses work once closed, and work that was waiting", async () => {
    open();
    const running = codeOf(drawer.draw("spin", 0));
    const waiting = codeOf(drawer.draw("double", 1));
    await drawer.close();
    expect(await waiting).to.equal("drawer_closed");
    expect(await running).to.equal("document_failed");
    expect(await codeOf(drawer.draw("double", 1))).to.equal("drawer_closed");
  });
});
