import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { ENGINE } from "./engine.ts";
import { pemOf } from "./signer.ts";

/** Names a seal that proves nothing about who runs the installation; shown wherever the seal is. */
export const DEVELOPMENT_NAME = "Parley Development Seal (not for real documents)";
const ROOT_NAME = "Parley Development Root (not for real documents)";
/** Data for a first look is dated back, and its seals must not be older than their key. */
const VALID_FROM = new Date("2020-01-01T00:00:00Z");
const VALID_UNTIL = new Date("2049-12-31T00:00:00Z");
const EC = { name: "ECDSA", namedCurve: "P-256" };

type Keys = Awaited<ReturnType<typeof newKeys>>;

const KEY_USAGE = { signatures: 0xc0, certificates: 0x06 };

/**
 * The key of an installation that was given none: made on the first start, kept in `folder`, readable by its owner only.
 * The key that signed its certificate is forgotten at once, so nobody can make a second one.
 */
export async function developmentKey(folder: string): Promise<string> {
  const file = path.join(folder, "development.pem");
  const known = readIfThere(file);
  if (known !== null) return known;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = await makeKey();
  try {
    writeFileSync(file, made, { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    // Two are starting at once and the other has just written it.
    const other = readIfThere(file);
    if (other === null) throw error;
    return other;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function makeKey(): Promise<string> {
  const [root, seal] = [await newKeys(), await newKeys()];
  const top = await certify({
    subject: ROOT_NAME,
    subjectKey: root,
    serial: 1,
    ca: true,
    issuerKey: root,
    issuer: ROOT_NAME,
  });
  const own = await certify({
    subject: DEVELOPMENT_NAME,
    subjectKey: seal,
    serial: 2,
    ca: false,
    issuerKey: root,
    issuer: ROOT_NAME,
  });
  const key = Buffer.from(await globalThis.crypto.subtle.exportKey("pkcs8", seal.privateKey)).toString(
    "base64",
  );
  const lines = key.match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join("\n")}\n-----END PRIVATE KEY-----\n${pemOf(own)}${pemOf(top)}`;
}

/** Its type is the platform's own, whether that is Node's or a browser's. */
async function newKeys() {
  return await globalThis.crypto.subtle.generateKey(EC, true, ["sign", "verify"]);
}

async function certify(input: {
  subject: string;
  subjectKey: Keys;
  issuer: string;
  issuerKey: Keys;
  serial: number;
  ca: boolean;
}): Promise<Uint8Array> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = serialNumber(input.serial);
  certificate.subject.typesAndValues.push(commonName(input.subject));
  certificate.issuer.typesAndValues.push(commonName(input.issuer));
  certificate.notBefore.value = VALID_FROM;
  certificate.notAfter.value = VALID_UNTIL;
  await certificate.subjectPublicKeyInfo.importKey(input.subjectKey.publicKey, ENGINE);
  const usage = input.ca ? KEY_USAGE.certificates : KEY_USAGE.signatures;
  const bits = new asn1js.BitString({
    valueHex: new Uint8Array([usage]).buffer,
    unusedBits: input.ca ? 1 : 6,
  });
  const identifier = await keyIdentifier(input.subjectKey);
  const above = new pkijs.AuthorityKeyIdentifier({
    keyIdentifier: new asn1js.OctetString({ valueHex: await keyIdentifier(input.issuerKey) }),
  });
  certificate.extensions = [
    extension("2.5.29.19", new pkijs.BasicConstraints({ cA: input.ca }).toSchema().toBER(), true),
    extension("2.5.29.15", bits.toBER(), true),
    extension("2.5.29.14", new asn1js.OctetString({ valueHex: identifier }).toBER(), false),
    extension("2.5.29.35", above.toSchema().toBER(), false),
  ];
  await certificate.sign(input.issuerKey.privateKey, "SHA-256", ENGINE);
  return new Uint8Array(certificate.toSchema(true).toBER());
}

function extension(extnID: string, extnValue: ArrayBuffer, critical: boolean): pkijs.Extension {
  return new pkijs.Extension({ extnID, extnValue, critical });
}

/** Random, as every certificate of every installation must be told apart; the last digit says which of the two it is. */
function serialNumber(last: number): asn1js.Integer {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0] ?? 0) & 0x7f || 0x40;
  bytes[15] = last;
  return new asn1js.Integer({ valueHex: bytes.buffer });
}

function commonName(name: string): pkijs.AttributeTypeAndValue {
  return new pkijs.AttributeTypeAndValue({ type: "2.5.4.3", value: new asn1js.Utf8String({ value: name }) });
}

async function keyIdentifier(keys: Keys): Promise<ArrayBuffer> {
  const raw = await globalThis.crypto.subtle.exportKey("raw", keys.publicKey);
  return await globalThis.crypto.subtle.digest("SHA-1", raw);
}
