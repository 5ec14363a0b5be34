import path from "node:path";
import { callbackify } from "node:util";
import type { Request, Response } from "express";
import multer from "multer";
import { Refusal } from "../../shared/api/refusal.ts";
import type { ReceivedFile, UploadFolder } from "./uploadFolder.ts";

export type Upload = { file: ReceivedFile; fileName: string };

const MAX_NAME = 200;

/** Read the multipart body of a request: exactly one file, in the field `file`, straight to the disk. */
export async function receiveUpload(
  req: Request,
  res: Response,
  folder: UploadFolder,
  limitBytes: number,
): Promise<Upload> {
  const received: Upload[] = [];
  const takeIn = callbackify(async (incoming: Express.Multer.File) => {
    const file = await folder.receive(incoming.stream);
    received.push({ file, fileName: nameOf(incoming.originalname) });
    return { path: file.path, size: file.bytes };
  });
  const discard = callbackify((incoming: Express.Multer.File) => folder.discard(incoming));
  const storage: multer.StorageEngine = {
    _handleFile: (_req, incoming, done) => takeIn(incoming, done),
    _removeFile: (_req, incoming, done) => discard(incoming, done),
  };
  const parse = multer({
    storage,
    defParamCharset: "utf8",
    limits: { fileSize: limitBytes, files: 1, fields: 5, fieldSize: 1024 },
  }).single("file");
  await new Promise<void>((resolve, reject) => {
    // multer passes on what it was given: one of its own errors, or the disk's.
    parse(req, res, (error?: unknown) => (error === undefined ? resolve() : reject(asError(error))));
  });
  return received[0] ?? noFile();
}

function nameOf(originalName: string): string {
  const name = path.basename(originalName.replaceAll("\\", "/")).replaceAll(/\p{Cc}/gu, "");
  return name === "" ? "export.csv" : name.slice(-MAX_NAME);
}

function noFile(): never {
  throw new Refusal("validation_failed", "the request has no file", {
    errors: [{ pointer: "/file", code: "any.required", detail: "send the export in the field `file`" }],
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
