import {
  createHash,
  createPrivateKey,
  sign as signBytes,
  verify,
  X509Certificate,
  type KeyObject,
} from "node:crypto";
import { P12Signer, type Signer } from "@libpdf/core";

/**
 * Where the sealing key is. Another kind of signer (a licensed CA's service, a security module) is another member here
 * and another case in `openSigner`; whatever it is, it lives in the sealing thread.
 */
export type SignerSettings =
  | { kind: "p12"; p12: Uint8Array; passphrase: string }
  /** Private key, its certificate, then the certificates above it, as PEM blocks of one text. */
  | { kind: "pem"; pem: string };

export type OpenedSigner = {
  signer: Signer;
  certificate: Uint8Array;
  /** The topmost certificate that came with the key: what others are told to trust. */
  root: Uint8Array;
};

/** @throws Error that says in one sentence why this key cannot seal */
export async function openSigner(settings: SignerSettings): Promise<OpenedSigner> {
  const found = settings.kind === "p12" ? await fromP12(settings) : fromPem(settings.pem);
  await assertKeyFits(found);
  const { certificate, keyType, signatureAlgorithm } = found;
  const certificateChain = chainAbove(certificate, found.certificateChain ?? []);
  return {
    // Only what leads up to the root goes into a seal; key stores hold other things as well.
    signer: {
      certificate,
      certificateChain,
      keyType,
      signatureAlgorithm,
      sign: (data, algorithm) => found.sign(data, algorithm),
    },
    certificate,
    root: certificateChain.at(-1) ?? certificate,
  };
}

async function fromP12({ p12, passphrase }: { p12: Uint8Array; passphrase: string }): Promise<Signer> {
  const opened = await P12Signer.create(p12, passphrase);
  // Some tools list the certificates above before the one that belongs to the key.
  const all = [opened.certificate, ...opened.certificateChain];
  for (const certificate of all) {
    const signer: Signer = {
      certificate,
      certificateChain: all.filter((other) => other !== certificate),
      keyType: opened.keyType,
      signatureAlgorithm: opened.signatureAlgorithm,
      sign: (data, algorithm) => opened.sign(data, algorithm),
    };
    if (await keyFits(signer)) return signer;
  }
  return opened;
}

function fromPem(pem: string): Signer {
  const key = createPrivateKey(pem);
  const [certificate, ...certificateChain] = (pem.match(CERTIFICATE) ?? []).map(
    (block) => new Uint8Array(new X509Certificate(block).raw),
  );
  if (certificate === undefined) throw new Error("there is no certificate beside the key");
  const elliptic = key.asymmetricKeyType === "ec";
  return {
    certificate,
    certificateChain,
    keyType: elliptic ? "EC" : "RSA",
    signatureAlgorithm: elliptic ? "ECDSA" : "RSASSA-PKCS1-v1_5",
    sign: (data, algorithm) => Promise.resolve(new Uint8Array(signBytes(algorithm, data, key))),
  };
}

async function assertKeyFits(signer: Signer): Promise<void> {
  if (!(await keyFits(signer))) throw new Error("no certificate belongs to the key");
}

/** A trial signature: the only proof that key and certificate belong together, whatever holds the key. */
async function keyFits(signer: Signer): Promise<boolean> {
  const trial = new TextEncoder().encode("a trial before the first seal");
  const publicKey: KeyObject = new X509Certificate(signer.certificate).publicKey;
  const padding = signer.signatureAlgorithm === "RSA-PSS" ? { padding: 6, saltLength: 32 } : {};
  const signature = await signer.sign(trial, "SHA-256");
  try {
    return verify("SHA-256", trial, { key: publicKey, ...padding }, signature);
  } catch {
    return false;
  }
}

function chainAbove(certificate: Uint8Array, others: readonly Uint8Array[]): Uint8Array[] {
  const rest = others.map((der) => new X509Certificate(der));
  const path = [new X509Certificate(certificate)];
  for (;;) {
    const last = path.at(-1);
    if (last === undefined || last.checkIssued(last)) break;
    const issuer = rest.find((candidate) => last.checkIssued(candidate) && last.verify(candidate.publicKey));
    if (issuer === undefined || path.includes(issuer)) break;
    path.push(issuer);
  }
  return path.slice(1).map((one) => new Uint8Array(one.raw));
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

export function pemOf(certificate: Uint8Array): string {
  const lines =
    Buffer.from(certificate)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

/** Every certificate in a PEM text, as DER. */
export function certificatesOf(pem: string): Uint8Array[] {
  return (pem.match(CERTIFICATE) ?? []).map((block) => new Uint8Array(new X509Certificate(block).raw));
}

/** SHA-256 over the certificate, lower-case hex, as `openssl x509 -fingerprint` shows it without colons. */
export function fingerprintOf(certificate: Uint8Array): string {
  return createHash("sha256").update(certificate).digest("hex");
}
