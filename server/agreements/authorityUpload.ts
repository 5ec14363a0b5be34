import type { Request, Response } from "express";
import multer from "multer";
import { Refusal } from "../../shared/api/refusal.ts";
import { validatePart } from "../http/validate.ts";
import type { AuthorityFile, NewAuthority } from "./authority.service.ts";
import { authorityFields } from "./signing.schemas.ts";

const MAX_BYTES = 10 * 1024 * 1024;

const single = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: 1, fields: 8, fieldSize: 1024, parts: 10 },
  // Browsers send names in UTF-8 and say nothing about it.
  defParamCharset: "utf8",
}).single("file");

/** An authority as a form sends it: its particulars and the document that gives it. */
export async function readAuthority(
  req: Request,
  res: Response,
): Promise<{ fields: NewAuthority; file: AuthorityFile }> {
  await new Promise<void>((resolve, reject) => {
    single(req, res, (error: unknown) => {
      if (error) reject(error);
      else resolve();
    });
  });
  if (!req.file || req.file.size === 0) {
    throw new Refusal("validation_failed", "attach the document", {
      errors: [{ pointer: "/file", code: "any.required", detail: "one file, not empty" }],
    });
  }
  // The schema checks every field; the names it gives are the type's.
  const fields = validatePart("form", authorityFields, { ...req.body }) as NewAuthority;
  const fileName = req.file.originalname.split(/[/\\]/).at(-1) ?? "";
  return { fields, file: { bytes: req.file.buffer, fileName: fileName.slice(-120).trim() || "file" } };
}
