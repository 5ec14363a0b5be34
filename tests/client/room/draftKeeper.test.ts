import { expect } from "chai";
import { DraftKeeper, type DraftServer } from "../../../client/features/room/draftKeeper.ts";
import type { LocalDraft } from "../../../shared/rooms/draft.ts";

/** The server's side in memory, as two devices of one person find it; it can be out of reach. */
class KeptElsewhere implements DraftServer {
  kept: { text: string; version: string } | null = null;
  away = false;
  asked = 0;
  #last = 0;

  read = async () => {
    await this.#reach();
    return this.kept;
  };
  keep = async (_channel: string, text: string, version: string | null) => {
    await this.#reach();
    if ((this.kept?.version ?? null) !== version)
      throw Object.assign(new Error("conflict"), { code: "version_conflict" });
    this.#last += 1;
    this.kept = text === "" ? null : { text, version: String(this.#last) };
    return { version: this.kept?.version ?? null };
  };

  async #reach(): Promise<void> {
    this.asked += 1;
    await Promise.resolve();
    if (this.away) throw Object.assign(new Error("away"), { code: "network" });
  }
}

class Device {
  local: LocalDraft = { text: "", base: null, unkept: false };
  keeper: DraftKeeper;
  #changed: () => void = () => undefined;
  readonly #server: DraftServer;

  constructor(server: DraftServer) {
    this.#server = server;
    this.keeper = this.#open();
  }

  #open(): DraftKeeper {
    return new DraftKeeper({
      channel: "joint",
      server: this.#server,
      memory: {
        draft: () => this.local,
        keepDraft: (_channel, draft) => {
          this.local = draft;
          this.#changed();
        },
      },
      onChange: () => undefined,
      delayMs: 5,
      retryMs: 5,
    });
  }

  /** The page ends without a word and is opened again. */
  reload(): void {
    this.keeper = this.#open();
    this.keeper.refresh();
  }

  async until(fits: (local: LocalDraft) => boolean): Promise<void> {
    if (fits(this.local)) return;
    await new Promise<void>((resolve) => {
      this.#changed = () => {
        if (fits(this.local)) resolve();
      };
    });
  }
  kept = (text: string) => this.until((local) => local.text === text && !local.unkept);
}

describe("what is being typed", () => {
  let server: KeptElsewhere;
  let phone: Device;
  let desk: Device;
  beforeEach(() => {
    server = new KeptElsewhere();
    phone = new Device(server);
    desk = new Device(server);
  });

  it("keeps what is typed while the server is being asked", async () => {
    phone.keeper.refresh();
    while (server.asked === 0) await Promise.resolve();
    phone.keeper.write("还没问完就写了");
    await phone.kept("还没问完就写了");
    expect(server.kept?.text).to.equal("还没问完就写了");
  });

  it("is on the other device, and goes there when it is sent", async () => {
    phone.keeper.write("我可以");
    await phone.kept("我可以");
    desk.keeper.refresh();
    await desk.kept("我可以");
    desk.keeper.write("");
    await desk.kept("");
    expect(server.kept).to.equal(null);
    phone.keeper.refresh();
    await phone.kept("");
  });

  it("is kept once the typing stops, not with every key", async () => {
    for (const text of ["我", "我可", "我可以"]) phone.keeper.write(text);
    await phone.kept("我可以");
    expect(server.asked).to.equal(1);
  });

  it("survives the page at once, and reaches the server when it is there again", async () => {
    server.away = true;
    phone.keeper.write("没有网络时写的");
    phone.reload();
    expect(phone.keeper.text).to.equal("没有网络时写的");
    server.away = false;
    await phone.kept("没有网络时写的");
    expect(server.kept?.text).to.equal("没有网络时写的");
  });

  it("does not come back from the server when it was sent while that was away", async () => {
    phone.keeper.write("一句");
    await phone.kept("一句");
    server.away = true;
    phone.keeper.write("");
    phone.reload();
    expect(phone.keeper.text).to.equal("");
    server.away = false;
    await phone.kept("");
    expect(server.kept).to.equal(null);
  });

  it("is shown as both when two devices wrote without knowing of each other", async () => {
    phone.keeper.write("电话上写的");
    await phone.kept("电话上写的");
    desk.keeper.write("桌上写的");
    await desk.kept("电话上写的\n桌上写的");
    phone.keeper.refresh();
    await phone.kept("电话上写的\n桌上写的");
  });

  it("is kept without waiting when the page goes on to another channel", async () => {
    phone.keeper.write("还没停");
    phone.keeper.close();
    await phone.kept("还没停");
    expect(server.kept?.text).to.equal("还没停");
  });

  it("stops asking when the server refuses, until something else is typed", async () => {
    const refusing: DraftServer = {
      read: () => Promise.resolve(null),
      keep: (_channel, text) =>
        text === "坏"
          ? Promise.reject(Object.assign(new Error("no"), { code: "validation_failed" }))
          : server.keep(_channel, text, null),
    };
    const one = new Device(refusing);
    one.keeper.write("坏");
    one.keeper.refresh();
    one.keeper.write("好");
    await one.kept("好");
  });
});
