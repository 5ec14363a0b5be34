import { X509Certificate } from "node:crypto";
import type { SealFault } from "../../shared/seal/report.ts";

const LONGEST = 8;
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

export type Chain = { path: X509Certificate[]; ours: boolean; fault: SealFault | null };

/**
 * From the signer's certificate up to one of `roots`. `at` is when the signature was made: a certificate that has
 * expired since then was good for it.
 */
export function chainTo(
  signer: Uint8Array,
  pool: readonly Uint8Array[],
  roots: readonly Uint8Array[],
  at: Date,
): Chain {
  const path = [new X509Certificate(signer)];
  const trusted = roots.map((root) => new X509Certificate(root));
  const others = [...trusted, ...pool.map((der) => new X509Certificate(der))];
  for (;;) {
    const last = path.at(-1);
    if (last === undefined || path.length > LONGEST) return { path, ours: false, fault: "other_root" };
    if (trusted.some((root) => root.raw.equals(last.raw))) break;
    const issuer = others.find(
      (candidate) => candidate.ca && last.checkIssued(candidate) && last.verify(candidate.publicKey),
    );
    if (issuer === undefined || path.some((one) => one.raw.equals(issuer.raw))) {
      // It names our root as its issuer but does not verify: damaged rather than somebody else's.
      const named = trusted.some((root) => root.subject === last.issuer && path.length === 1);
      return { path, ours: false, fault: named ? "seal_damaged" : "other_root" };
    }
    path.push(issuer);
  }
  const expired = path.some((one) => at < new Date(one.validFrom) || at > new Date(one.validTo));
  return { path, ours: true, fault: expired ? "certificate_expired" : null };
}

/** May this certificate sign timestamps, and was it valid at that instant? */
export function maySignTimestamps(der: Uint8Array, at: Date): boolean {
  const certificate = new X509Certificate(der);
  // The types call it keyUsage; it is the list of extended usages.
  const usages: readonly string[] | undefined = certificate.keyUsage;
  if (!usages?.includes(TIME_STAMPING)) return false;
  return at >= new Date(certificate.validFrom) && at <= new Date(certificate.validTo);
}

/** The common name, or the whole subject where there is none. */
export function nameIn(der: Uint8Array): string {
  const { subject } = new X509Certificate(der);
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject.replace(/\n/g, ", ");
}

/**
 * Do the certificates beside a signature belong to it? From the signer's upwards each must have signed one below it, none
 * may stand apart, and one that names itself as its issuer must have signed itself. The topmost of others' chains may end
 * short of a root, and then nothing here can tell whether a bit of it was turned.
 */
export function vouchFor(signer: Uint8Array, certificates: readonly Uint8Array[]): boolean {
  const all = certificates.map((der) => new X509Certificate(der));
  const reached = all.filter((one) => one.raw.equals(Buffer.from(signer)));
  // The list grows while it is walked: whoever signed one of them is walked to as well.
  for (const one of reached) {
    const named = all.filter(({ subject }) => subject === one.issuer);
    const issuers = named.filter((candidate) => one.verify(candidate.publicKey));
    if (issuers.length === 0 && (named.length > 0 || namesItself(one))) return false;
    reached.push(...issuers.filter((issuer) => !reached.includes(issuer)));
  }
  return reached.length === all.length;
}

/** By the identifiers of its key and of its issuer's, which are the same in a root. */
function namesItself({ raw }: X509Certificate): boolean {
  const hex = raw.toString("hex");
  const own = /0603551d0e(?:0101ff)?04160414([0-9a-f]{40})/.exec(hex)?.[1];
  const above = /0603551d23(?:0101ff)?04[0-9a-f]{2,8}8014([0-9a-f]{40})/.exec(hex)?.[1];
  return own !== undefined && own === above;
}
