import { BlockList, isIP } from "node:net";

/** Where nothing of ours is to be sent: this machine, networks inside, what stands for an address in them. */
const PRIVATE = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/96",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "fc00::/7",
  "fe80::/10",
  "ff00::/8",
];
/** Names that mean this machine, or one nobody outside can name. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i;

/**
 * Whether the host of an address can be seen at once to lie inside a network. A name that only turns out so when it is
 * resolved is refused when a message is sent.
 */
export function createPrivacyCheck(allowed: readonly string[]): (hostname: string) => boolean {
  const inside = listOf(PRIVATE);
  const open = listOf(allowed);
  const isPrivate = (address: string): boolean => {
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    return inside.check(address, family) && !open.check(address, family);
  };
  return (hostname) => {
    const bare = hostname.replace(/^\[|\]$/g, "");
    if (isIP(bare) !== 0) return isPrivate(bare);
    if (!PRIVATE_NAME.test(bare)) return false;
    // An operator who allows this machine means it under its name, too; other such names lead who knows where.
    return /(?:^|\.)localhost\.?$/i.test(bare) ? isPrivate("127.0.0.1") : allowed.length === 0;
  };
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", bits] = range.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
