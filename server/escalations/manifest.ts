import { createHash } from "node:crypto";
import { canonicalJson } from "../../shared/plans/canonicalJson.ts";

export interface ManifestFile {
  path: string;
  size: number;
  sha256: string;
}

/** What a packet consists of. `root` stands for all of it and goes into the sealed event. */
export interface PacketManifest {
  version: 1;
  packetNumber: string;
  caseNumber: string;
  sealedAt: string;
  files: ManifestFile[];
  root: string;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * The root is a chain: each link is SHA-256 over the link before and the canonical JSON of a file's entry, beginning
 * with the packet's own particulars. Anyone can recompute it with sha256sum and a JSON tool.
 */
export function buildManifest(
  about: Pick<PacketManifest, "packetNumber" | "caseNumber" | "sealedAt">,
  files: readonly { path: string; bytes: Uint8Array }[],
): PacketManifest {
  const entries = files.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256Of(bytes) }));
  const { packetNumber, caseNumber, sealedAt } = about;
  const start = sha256Of(Buffer.from(canonicalJson({ packetNumber, caseNumber, sealedAt })));
  const root = entries.reduce((link, entry) => sha256Of(Buffer.from(link + canonicalJson(entry))), start);
  return { version: 1, packetNumber, caseNumber, sealedAt, files: entries, root };
}
