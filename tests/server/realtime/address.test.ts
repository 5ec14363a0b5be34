import { expect } from "chai";
import type { IncomingMessage } from "node:http";
import { addressOf } from "../../../server/realtime/address.ts";

function request(remoteAddress: string, forwarded?: string): IncomingMessage {
  return { socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } } as never;
}

describe("the address a line comes from", () => {
  it("is the nearest end, whatever a request says, when no proxy is believed", () => {
    expect(addressOf(request("203.0.113.7", "198.51.100.1"), 0)).to.equal("203.0.113.7");
  });

  it("is what the proxies in front of this process say, and no more of it", () => {
    const said = request("10.0.0.1", "192.0.2.66, 203.0.113.7, 10.0.0.2");
    expect(addressOf(said, 2)).to.equal("203.0.113.7");
    expect(addressOf(said, 1)).to.equal("10.0.0.2");
    expect(addressOf(request("10.0.0.1"), 2)).to.equal("10.0.0.1");
  });

  it("is the network of an IPv6 address, however it is written", () => {
    for (const written of [
      "2001:db8:0:1::9",
      "2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd",
      "2001:db8::1:0:0:0:1",
    ])
      expect(addressOf(request(written), 0), written).to.equal("2001:db8:0:1");
    expect(addressOf(request("::1"), 0)).to.equal("0:0:0:0");
    expect(addressOf(request("::ffff:203.0.113.7"), 0)).to.equal("::ffff:203.0.113.7");
  });
});
