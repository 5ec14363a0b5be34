import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * Where a request comes from, as Express tells for the interface over HTTP: so many proxies in front of this process are
 * believed. Of an IPv6 address the first half, which is what one household or one phone is given.
 */
export function addressOf(request: IncomingMessage, hops: number): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const chain = [request.socket.remoteAddress ?? "unknown", ...forwarded.toReversed()];
  const address = chain[Math.min(hops, chain.length - 1)] ?? "unknown";
  return isIPv6(address) && !address.includes(".") ? network(address) : address;
}

function network(address: string): string {
  const [head = "", tail] = address.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array.from({ length: zeros }, () => "0"), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
