import Joi from "joi";
import type { Request, Response } from "express";
import multer from "multer";
import { Refusal } from "../../shared/api/refusal.ts";
import { attachment } from "../files/index.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { pemOf } from "./signer.ts";
import type { SealVerification } from "./verification.ts";

const codeParams = Joi.object<{ code: string }>({ code: Joi.string().trim().min(1).max(40).required() });

export function sealRoutes(verification: SealVerification, uploadLimitBytes: number): Route[] {
  const readFile = createFileReader(uploadLimitBytes);
  return [
    defineRoute({
      method: "GET",
      path: "/api/public/documents/:code",
      permission: "PUBLIC",
      summary: "The document with this printed code: who sealed it and when, and the hashes of its file",
      kind: "query",
      limit: "sensitive",
      params: codeParams,
      handle: ({ tx, params }) => verification.byCode(tx, params.code),
    }),
    defineRoute({
      method: "POST",
      path: "/api/public/documents/check",
      permission: "PUBLIC",
      summary: "Is this file a sealed document of ours, and is it as it was sealed? The file is not kept",
      kind: "raw",
      consumes: "multipart/form-data",
      limit: "sensitive",
      handle: async ({ req, res }) => {
        const bytes = await readFile(req, res);
        res.setHeader("cache-control", "no-store");
        res.json(await verification.check(bytes));
      },
    }),
    defineRoute({
      method: "GET",
      path: "/api/public/seal/root.pem",
      permission: "PUBLIC",
      summary: "The certificates that our seals end at, the present one first",
      kind: "raw",
      limit: "public",
      produces: "application/x-pem-file",
      handle: async ({ res }) => {
        const roots = await verification.roots();
        res.setHeader("content-type", "application/x-pem-file");
        res.setHeader("content-disposition", attachment("parley-root.pem"));
        res.end(roots.map(pemOf).join(""));
      },
    }),
  ];
}

/** One file, held in memory for as long as it is looked at. */
function createFileReader(limitBytes: number): (req: Request, res: Response) => Promise<Uint8Array> {
  const single = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: limitBytes, files: 1, fields: 0, parts: 2 },
  }).single("file");
  return async (req, res) => {
    await new Promise<void>((resolve, reject) => {
      single(req, res, (error: unknown) => {
        if (error) reject(error);
        else resolve();
      });
    });
    if (!req.file || req.file.size === 0) {
      throw new Refusal("validation_failed", "attach a file", {
        errors: [{ pointer: "/file", code: "any.required", detail: "one file, not empty" }],
      });
    }
    return new Uint8Array(req.file.buffer);
  };
}
