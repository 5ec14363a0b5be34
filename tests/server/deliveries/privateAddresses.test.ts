import { expect } from "chai";
import { createPrivacyCheck } from "../../../server/deliveries/privateAddresses.ts";

/** As an address is written by somebody who wants it to look like another. */
const host = (url: string) => new URL(url).hostname;

describe("an address inside a network", () => {
  const isPrivate = createPrivacyCheck([]);
  for (const url of [
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://10.1.2.3/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest",
    "https://100.64.0.1/",
    "https://0.0.0.0/",
    "https://255.255.255.255/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[fd00::1]/",
    "https://[fe80::1]/",
    "https://localhost/",
    "https://LOCALHOST./",
    "https://db.localhost/",
    "https://printer.local/",
    "https://metadata.google.internal/",
  ]) {
    it(`is ${url}`, () => expect(isPrivate(host(url))).to.equal(true));
  }
  for (const url of [
    "https://hooks.example.com/",
    "https://8.8.8.8/",
    "https://172.32.0.1/",
    "https://[2606:4700::1111]/",
    "https://[::ffff:8.8.8.8]/",
    "https://localhost.example.com/",
  ]) {
    it(`is not ${url}`, () => expect(isPrivate(host(url))).to.equal(false));
  }

  it("is reached where the operator allows it, and nowhere else", () => {
    const allowing = createPrivacyCheck(["127.0.0.0/8", "10.20.0.0/16", "fd12::/16"]);
    for (const inside of ["127.0.0.1", "localhost", "10.20.1.1", "[fd12::5]", "erp.internal"])
      expect(allowing(inside), inside).to.equal(false);
    for (const outside of ["10.21.0.1", "[::1]", "192.168.0.1"])
      expect(allowing(outside), outside).to.equal(true);
  });
});
