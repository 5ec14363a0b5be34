import { createHash } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import type { SealFault } from "../../shared/seal/report.ts";
import { chainTo, maySignTimestamps, nameIn, vouchFor } from "./chain.ts";
import { ENGINE } from "./engine.ts";
import { fingerprintOf } from "./signer.ts";

const OID = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificate: "1.2.840.113549.1.9.16.2.47",
  timestampToken: "1.2.840.113549.1.9.16.2.14",
};
const DIGESTS: ReadonlySet<string> = new Set([
  "2.16.840.1.101.3.4.2.1",
  "2.16.840.1.101.3.4.2.2",
  "2.16.840.1.101.3.4.2.3",
]);

export type CmsFinding = {
  signer: string;
  fingerprint: string;
  at: string | null;
  attestedAt: string | null;
  ours: boolean;
  fault: SealFault | null;
};

const NOTHING: CmsFinding = {
  signer: "",
  fingerprint: "",
  at: null,
  attestedAt: null,
  ours: false,
  fault: "seal_damaged",
};

/** Checks a seal: its form to the last bit, its digest of what it signs, its signature, its chain, its timestamp. */
export async function checkSeal(
  cms: Uint8Array,
  signed: Uint8Array,
  { roots, claimedAt }: { roots: readonly Uint8Array[]; claimedAt: string | null },
): Promise<CmsFinding> {
  const parsed = parseCms(cms);
  if (parsed === null) return NOTHING;
  const { data, info, certificates, signer } = parsed;
  const token = info.unsignedAttrs?.attributes.find(({ type }) => type === OID.timestampToken);
  const stamp = token === undefined ? null : await checkToken(token, info);
  const at = attributeTime(info) ?? claimedAt;
  const chain = chainTo(signer, certificates, roots, new Date(stamp?.at ?? at ?? Date.now()));
  const known = chain.path.map((one) => fingerprintOf(one.raw));
  const found = {
    signer: nameIn(signer),
    fingerprint: fingerprintOf(signer),
    at,
    attestedAt: stamp?.at ?? null,
    ours: chain.ours,
  };
  // Certificates that nothing vouches for have no business in a seal of ours.
  const strangers = chain.ours && certificates.some((der) => !known.includes(fingerprintOf(der)));
  const faults: (SealFault | null)[] = [
    hasSealForm(data, info) && !strangers ? null : "seal_damaged",
    await faultOfSignature(data, signed),
    namesSigner(info, signer) ? null : "seal_damaged",
    chain.fault,
    stamp?.fault ?? null,
  ];
  return { ...found, fault: faults.find((fault) => fault !== null) ?? null };
}

/** Checks an RFC 3161 timestamp over `stamped`. Who runs the server is shown, not judged. */
export async function checkTimestamp(cms: Uint8Array, stamped: Uint8Array): Promise<CmsFinding> {
  const parsed = parseCms(cms);
  const content = parsed?.data.encapContentInfo;
  if (parsed === null || content?.eContentType !== OID.tstInfo || content.eContent === undefined)
    return { ...NOTHING, fault: "timestamp_wrong" };
  const { data, info, signer, certificates } = parsed;
  const at = pkijs.TSTInfo.fromBER(content.eContent.getValue()).genTime;
  const sound = data.version === 3 && hasPlainAlgorithms(data, info) && vouchFor(signer, certificates);
  const good =
    sound &&
    (await faultOfSignature(data, stamped)) === null &&
    namesSigner(info, signer) &&
    maySignTimestamps(signer, at);
  return {
    signer: nameIn(signer),
    fingerprint: fingerprintOf(signer),
    at: at.toISOString(),
    attestedAt: null,
    ours: false,
    fault: good ? null : "timestamp_wrong",
  };
}

/** Who signed a timestamp, as it says itself; null when it is none. Nothing is checked here. */
export function signerOf(
  token: Uint8Array,
): { certificate: Uint8Array; others: Uint8Array[]; at: Date } | null {
  const parsed = parseCms(token);
  const content = parsed?.data.encapContentInfo;
  if (parsed === null || content?.eContent === undefined) return null;
  const at = pkijs.TSTInfo.fromBER(content.eContent.getValue()).genTime;
  return { certificate: parsed.signer, others: parsed.certificates, at };
}

async function checkToken(attribute: pkijs.Attribute, info: pkijs.SignerInfo): Promise<CmsFinding> {
  const value: unknown = attribute.values[0];
  if (attribute.values.length !== 1 || !(value instanceof asn1js.BaseBlock))
    return { ...NOTHING, fault: "timestamp_wrong" };
  return await checkTimestamp(
    new Uint8Array(value.toBER()),
    new Uint8Array(info.signature.valueBlock.valueHexView),
  );
}

type ParsedCms = {
  data: pkijs.SignedData;
  info: pkijs.SignerInfo;
  certificates: Uint8Array[];
  signer: Uint8Array;
};

/** Null for what is no CMS with one signer whose certificate is inside, or is not in the one canonical form. */
function parseCms(cms: Uint8Array): ParsedCms | null {
  try {
    const parsed = asn1js.fromBER(new Uint8Array(cms).buffer);
    if (parsed.offset !== cms.byteLength) return null;
    const { contentType, content } = new pkijs.ContentInfo({ schema: parsed.result });
    if (contentType !== OID.signedData) return null;
    const data = new pkijs.SignedData({ schema: content });
    // Written anew from what was understood: what the parser passed over, or would read in more ways than one, shows.
    const anew = new pkijs.ContentInfo({ contentType, content: data.toSchema() }).toSchema();
    if (!Buffer.from(anew.toBER()).equals(Buffer.from(cms))) return null;
    const [info] = data.signerInfos;
    if (info === undefined || data.signerInfos.length !== 1) return null;
    const all = (data.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
    const own = all.find((one) => isNamedBy(info, one));
    if (own === undefined || all.length !== data.certificates?.length) return null;
    return { data, info, certificates: all.map(derOf), signer: derOf(own) };
  } catch {
    return null;
  }
}

function derOf(certificate: pkijs.Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER());
}

function isNamedBy({ sid }: pkijs.SignerInfo, certificate: pkijs.Certificate): boolean {
  return (
    sid instanceof pkijs.IssuerAndSerialNumber &&
    // By its bytes: names that differ in capitals count as equal elsewhere.
    Buffer.from(certificate.issuer.toSchema().toBER()).equals(Buffer.from(sid.issuer.toSchema().toBER())) &&
    certificate.serialNumber.isEqual(sid.serialNumber)
  );
}

/** What the signature does not cover must be as we write it, or a changed bit there would go unnoticed. */
function hasSealForm(data: pkijs.SignedData, info: pkijs.SignerInfo): boolean {
  const { encapContentInfo } = data;
  const others = info.unsignedAttrs?.attributes.filter(({ type }) => type !== OID.timestampToken) ?? [];
  return (
    data.version === 1 &&
    data.crls === undefined &&
    encapContentInfo.eContentType === OID.data &&
    encapContentInfo.eContent === undefined &&
    hasPlainAlgorithms(data, info) &&
    others.length === 0
  );
}

function hasPlainAlgorithms({ digestAlgorithms }: pkijs.SignedData, info: pkijs.SignerInfo): boolean {
  return (
    info.version === 1 &&
    digestAlgorithms.length === 1 &&
    [...digestAlgorithms, info.digestAlgorithm].every(isPlainDigest) &&
    digestAlgorithms[0]?.algorithmId === info.digestAlgorithm.algorithmId &&
    hasNoParameters(info.signatureAlgorithm)
  );
}

function isPlainDigest(algorithm: pkijs.AlgorithmIdentifier): boolean {
  return DIGESTS.has(algorithm.algorithmId) && hasNoParameters(algorithm);
}

/** RSA-PSS has parameters and uses them, so a changed bit there fails the signature. */
function hasNoParameters({ algorithmId, algorithmParams }: pkijs.AlgorithmIdentifier): boolean {
  return (
    algorithmId === "1.2.840.113549.1.1.10" ||
    algorithmParams === undefined ||
    algorithmParams instanceof asn1js.Null
  );
}

async function faultOfSignature(data: pkijs.SignedData, signed: Uint8Array): Promise<SealFault | null> {
  try {
    const whole = new Uint8Array(signed).buffer;
    const result = await data.verify(
      { signer: 0, data: whole, checkChain: false, extendedMode: true },
      ENGINE,
    );
    return result.signatureVerified === true ? null : "signature_wrong";
  } catch (error) {
    const differs = error instanceof Error && /digest|TSTInfo verification/.test(error.message);
    return differs ? "digest_differs" : "signature_wrong";
  }
}

/** ESS signing-certificate-v2: the signature names this very certificate. */
function namesSigner(info: pkijs.SignerInfo, signer: Uint8Array): boolean {
  const attribute = info.signedAttrs?.attributes.find(({ type }) => type === OID.signingCertificate);
  if (attribute === undefined)
    return info.signedAttrs?.attributes.some(({ type }) => type === "1.2.840.113549.1.9.16.2.12") ?? false;
  const hashes = ["sha256", "sha384", "sha512"].map((name) => createHash(name).update(signer).digest("hex"));
  const der = Buffer.from(attribute.toSchema().toBER()).toString("hex");
  return hashes.some((hash) => der.includes(hash));
}

function attributeTime(info: pkijs.SignerInfo): string | null {
  const attribute = info.signedAttrs?.attributes.find(({ type }) => type === OID.signingTime);
  const value: unknown = attribute?.values[0];
  return value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime
    ? value.toDate().toISOString()
    : null;
}
