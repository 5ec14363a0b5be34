import { randomBytes } from "node:crypto";
import type { TimestampAuthority } from "@libpdf/core";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { chainTo, nameIn } from "./chain.ts";
import { signerOf } from "./cms.ts";

export type TimestampSettings = {
  url: string;
  timeoutMs: number;
  /** Certificates its timestamps must lead up to; null takes any authority's, and shows whose it was. */
  roots: readonly Uint8Array[] | null;
};

/** A timestamp server that did not answer, or answered something that is not a timestamp of what was asked. */
export class TimestampFailed extends Error {
  override readonly name = "TimestampFailed";
}

/** A token is a few kilobytes; more is not one. */
const LARGEST_ANSWER = 256 * 1024;
const DIGESTS = {
  "SHA-256": "2.16.840.1.101.3.4.2.1",
  "SHA-384": "2.16.840.1.101.3.4.2.2",
  "SHA-512": "2.16.840.1.101.3.4.2.3",
};

/** RFC 3161 over HTTP. The answer is held against the question; who signed it is checked with the sealed file. */
export function httpTimestamp(settings: TimestampSettings): TimestampAuthority {
  return {
    timestamp: async (digest, algorithm) => {
      const nonce = randomBytes(16);
      nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
      const answer = await ask(settings, requestFor(digest, DIGESTS[algorithm], nonce));
      const token = readAnswer(answer, digest, DIGESTS[algorithm], nonce);
      if (settings.roots !== null) assertTrusted(token, settings.roots);
      return token;
    },
  };
}

function requestFor(digest: Uint8Array, algorithm: string, nonce: Uint8Array): Uint8Array {
  const request = new pkijs.TimeStampReq({
    version: 1,
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({
        algorithmId: algorithm,
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: exact(digest) }),
    }),
    nonce: new asn1js.Integer({ valueHex: exact(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

async function ask({ url, timeoutMs }: TimestampSettings, body: Uint8Array): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
      body: exact(body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new TimestampFailed(`the timestamp server answered ${response.status}`);
    return await readBody(response);
  } catch (error) {
    if (error instanceof TimestampFailed) throw error;
    const late = error instanceof Error && error.name === "TimeoutError";
    throw new TimestampFailed(
      late
        ? `the timestamp server did not answer within ${timeoutMs} ms`
        : "the timestamp server cannot be reached",
      { cause: error },
    );
  }
}

async function readBody(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > LARGEST_ANSWER) throw new TimestampFailed("the timestamp server's answer is too long");
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function readAnswer(
  answer: Uint8Array,
  digest: Uint8Array,
  algorithm: string,
  nonce: Uint8Array,
): Uint8Array {
  const parsed = parse(answer);
  if (parsed === null) throw new TimestampFailed("the timestamp server's answer is no timestamp");
  const { status, token, info } = parsed;
  if (status > 1) throw new TimestampFailed(`the timestamp server refused with status ${status}`);
  if (token === undefined || info === null)
    throw new TimestampFailed("the timestamp server sent no timestamp");
  const { messageImprint } = info;
  const given = new Uint8Array(messageImprint.hashedMessage.valueBlock.valueHexView);
  if (messageImprint.hashAlgorithm.algorithmId !== algorithm || !same(given, digest))
    throw new TimestampFailed("the timestamp is of something else");
  if (info.nonce === undefined || !same(new Uint8Array(info.nonce.valueBlock.valueHexView), nonce))
    throw new TimestampFailed("the timestamp answers another question");
  return new Uint8Array(token.toSchema().toBER());
}

/** A server that stamps well may still be nobody the operator has chosen. */
function assertTrusted(token: Uint8Array, roots: readonly Uint8Array[]): void {
  const signer = signerOf(token);
  if (signer === null) throw new TimestampFailed("the timestamp does not say who signed it");
  const { certificate, others, at } = signer;
  const { fault } = chainTo(certificate, others, roots, at);
  if (fault === null) return;
  const name = nameIn(certificate);
  throw new TimestampFailed(
    fault === "certificate_expired"
      ? `the timestamp is signed by ${name}, whose certificate was not valid then`
      : `the timestamp is signed by ${name}, who is not under a certificate of SEAL_TSA_ROOT_PATH`,
  );
}

function parse(
  answer: Uint8Array,
): { status: number; token: pkijs.ContentInfo | undefined; info: pkijs.TSTInfo | null } | null {
  try {
    const response = pkijs.TimeStampResp.fromBER(exact(answer));
    const token = response.timeStampToken;
    return { status: response.status.status, token, info: token === undefined ? null : infoOf(token) };
  } catch {
    return null;
  }
}

function infoOf(token: pkijs.ContentInfo): pkijs.TSTInfo | null {
  const content = new pkijs.SignedData({ schema: token.content }).encapContentInfo.eContent;
  return content === undefined ? null : pkijs.TSTInfo.fromBER(content.getValue());
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.from(left).equals(Buffer.from(right));
}

/** A copy with a buffer of its own: parsers take whole buffers. */
function exact(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
