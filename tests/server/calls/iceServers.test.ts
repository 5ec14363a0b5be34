import { expect } from "chai";
import { createHmac } from "node:crypto";
import { iceFor } from "../../../server/calls/iceServers.ts";
import { iceFault, parseIceServers } from "../../../server/calls/iceSettings.ts";

const NOW = new Date("2026-11-02T02:00:00.000Z");
const SECRET = "north-south-east-west";

describe("ICE servers", () => {
  it("are read from addresses between commas and from a JSON list", () => {
    expect(parseIceServers("")).to.deep.equal([]);
    expect(parseIceServers("stun:a.example:3478, turns:b.example:5349?transport=tcp")).to.deep.equal([
      { urls: ["stun:a.example:3478"] },
      { urls: ["turns:b.example:5349?transport=tcp"] },
    ]);
    expect(parseIceServers('[{"urls":"turn:c.example","username":"u","credential":"p"}]')).to.deep.equal([
      { urls: ["turn:c.example"], username: "u", credential: "p" },
    ]);
  });

  for (const faulty of [
    "http://a.example",
    "stun:",
    "[{]",
    '[{"urls":[]}]',
    '[{"urls":"turn:a","username":"u"}]',
  ])
    it(`are not ${faulty}`, () => expect(parseIceServers(faulty)).to.equal(null));

  it("with a relay need its credentials or its secret, and a relay when only that may be used", () => {
    const servers = parseIceServers("turn:a.example") ?? [];
    expect(iceFault({ servers, turnSecret: undefined, relayOnly: false })).to.match(/TURN_SECRET/);
    expect(iceFault({ servers, turnSecret: SECRET, relayOnly: true })).to.equal(null);
    expect(iceFault({ servers: [], turnSecret: SECRET, relayOnly: true })).to.match(/ICE_RELAY_ONLY/);
  });

  it("give each person credentials of their own that end, as coturn reckons them", () => {
    const servers = parseIceServers("stun:a.example,turn:a.example") ?? [];
    const settings = { servers, turnSecret: SECRET, relayOnly: false };
    const one = iceFor(settings, "member-1", NOW);
    const [stun, turn] = one.iceServers;
    expect(stun).to.deep.equal({ urls: ["stun:a.example"] });
    expect(one.expiresAt).to.equal("2026-11-02T08:00:00.000Z");
    const [until, who] = (turn?.username ?? "").split(":");
    expect(Number(until)).to.equal(NOW.getTime() / 1000 + 6 * 3600);
    expect(who)
      .to.match(/^[0-9a-f]{16}$/)
      .and.not.include("member");
    expect(turn?.credential).to.equal(
      createHmac("sha1", SECRET)
        .update(turn?.username ?? "")
        .digest("base64"),
    );
    expect(iceFor(settings, "member-2", NOW).iceServers[1]?.username).to.not.equal(turn?.username);
  });

  it("with credentials of their own are given as they are", () => {
    const servers = [{ urls: ["turn:a.example"], username: "u", credential: "p" }];
    expect(iceFor({ servers, turnSecret: SECRET, relayOnly: true }, "m", NOW)).to.deep.equal({
      iceServers: servers,
      iceTransportPolicy: "relay",
      expiresAt: null,
    });
  });
});
