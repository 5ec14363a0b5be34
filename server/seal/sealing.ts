import { PDF } from "@libpdf/core";
import type { SealLevel } from "../../shared/seal/report.ts";
import { inspectFile } from "./inspect.ts";
import { openSigner, type OpenedSigner, type SignerSettings } from "./signer.ts";
import { httpTimestamp, TimestampFailed, type TimestampSettings } from "./timestamp.ts";

/** Room for the chain and a timestamp with its own chain. */
const RESERVED = 32_768;

export type SealInput = {
  bytes: Uint8Array;
  signer: SignerSettings;
  timestamp: TimestampSettings | null;
  /** Instant of sealing. */
  at: string;
  reason: string;
  location: string;
  /** Where the document can be verified; stands readable in the file. */
  verifyUrl: string;
};
export type SealedBytes = {
  bytes: Uint8Array;
  level: Exclude<SealLevel, "record">;
  /** Why there is no timestamp although a server is configured. */
  timestampFailure: string | null;
};

/**
 * One PAdES seal over the whole file, B-LTA with a timestamp server and B-B without. What comes out has been verified:
 * a timestamp that does not hold is left out, a seal that does not hold is an error.
 */
export async function sealBytes(input: SealInput): Promise<SealedBytes> {
  const opened = await signerFor(input.signer);
  if (input.timestamp === null) return { ...(await plainly(input, opened)), timestampFailure: null };
  try {
    const bytes = await withTimestamps(input, opened, input.timestamp);
    await assertHolds(bytes, [opened.root]);
    return { bytes, level: "B-LTA", timestampFailure: null };
  } catch (error) {
    const timestampFailure = error instanceof Error ? error.message : String(error);
    return { ...(await plainly(input, opened)), timestampFailure };
  }
}

/** Adds validation data and a document timestamp behind the seal. @throws when the server does not give a good one */
export async function upgradeBytes(input: {
  bytes: Uint8Array;
  roots: readonly Uint8Array[];
  timestamp: TimestampSettings;
}): Promise<Uint8Array> {
  const pdf = await PDF.load(new Uint8Array(input.bytes));
  await pdf.addValidationData();
  const timestampAuthority = httpTimestamp(input.timestamp);
  const { bytes } = await pdf.addTimestamp({ timestampAuthority, estimatedSize: RESERVED });
  await assertHolds(bytes, input.roots);
  return bytes;
}

async function plainly(input: SealInput, opened: OpenedSigner): Promise<{ bytes: Uint8Array; level: "B-B" }> {
  const pdf = await PDF.load(new Uint8Array(input.bytes));
  const { bytes } = await pdf.sign({ ...wording(input), signer: opened.signer, level: "B-B" });
  await assertHolds(bytes, [opened.root]);
  return { bytes, level: "B-B" };
}

/** The document timestamp comes last and reaches to the end, so that readers call the whole document signed. */
async function withTimestamps(
  input: SealInput,
  opened: OpenedSigner,
  settings: TimestampSettings,
): Promise<Uint8Array> {
  const timestampAuthority = httpTimestamp(settings);
  const pdf = await PDF.load(new Uint8Array(input.bytes));
  await pdf.sign({ ...wording(input), signer: opened.signer, level: "B-LT", timestampAuthority });
  const { bytes } = await pdf.addTimestamp({ timestampAuthority, estimatedSize: RESERVED });
  return bytes;
}

function wording({ at, reason, location, verifyUrl }: SealInput) {
  const signingTime = new Date(at);
  return {
    signingTime,
    reason,
    location,
    contactInfo: verifyUrl,
    fieldName: "Seal",
    estimatedSize: RESERVED,
  };
}

async function assertHolds(bytes: Uint8Array, roots: readonly Uint8Array[]): Promise<void> {
  const { report } = await inspectFile(bytes, roots);
  if (report.verdict === "unaltered") return;
  const why = report.faults.join(", ");
  if (report.faults.every((fault) => fault === "timestamp_wrong")) {
    throw new TimestampFailed("the timestamp server's timestamp does not hold");
  }
  throw new Error(`the sealed file does not verify: ${why}`);
}

/** Opening a PKCS#12 file is slow by design, so each thread does it once. */
let kept: { key: string; opened: Promise<OpenedSigner> } | null = null;

function signerFor(settings: SignerSettings): Promise<OpenedSigner> {
  const key =
    settings.kind === "pem"
      ? settings.pem
      : `${settings.passphrase}\n${Buffer.from(settings.p12).toString("base64")}`;
  if (kept?.key !== key) kept = { key, opened: openSigner(settings) };
  return kept.opened;
}
