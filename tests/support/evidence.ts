import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import type { Test } from "supertest";

type Uploader = { upload(path: string): Test };

/** One of the documents lenders really send. */
export function fixture(name: string): Buffer {
  return readFileSync(path.join(import.meta.dirname, "../fixtures/exhibits", name));
}

/** A picture that is unlike every other, for its `seed`. */
export async function photo(seed: number): Promise<Buffer> {
  const colour = { r: seed % 256, g: (seed * 7) % 256, b: (seed * 31) % 256 };
  return await sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}

/** Put a document into a case; shareable with everybody unless told otherwise. */
export function addExhibit(
  client: Uploader,
  caseId: string,
  file: { bytes: Buffer; fileName?: string },
  fields: Record<string, string> = {},
): Test {
  const all = {
    name: "借款合同",
    groupNo: "1",
    source: "原件扫描件",
    proves: "双方借款关系成立及约定的内容",
    purpose: "证明被告应当依约还款",
    audience: JSON.stringify(["borrower", "platform", "mediator"]),
    disclosure: "shareable",
    ...fields,
  };
  let request = client.upload(`/api/cases/${caseId}/exhibits`);
  for (const [name, value] of Object.entries(all)) if (value !== "") request = request.field(name, value);
  return request.attach("file", file.bytes, file.fileName ?? "合同.pdf");
}

/** The answer's bytes, whatever its kind. */
export async function bytesOf(request: Test): Promise<Buffer> {
  const answer = await request
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("end", () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return answer.body as Buffer;
}
