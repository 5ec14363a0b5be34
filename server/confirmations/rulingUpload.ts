import type { Request, Response } from "express";
import multer from "multer";
import { Refusal } from "../../shared/api/refusal.ts";
import { validatePart } from "../http/validate.ts";
import { legible } from "../pdf/printable.ts";
import { rulingFields, type RulingFields } from "./confirmation.schemas.ts";

export type RulingUpload = { fields: RulingFields; file: { bytes: Uint8Array; fileName: string } };

/** Reads the ruling and what it says from a multipart form. */
export function createRulingReader(
  limitBytes: number,
): (req: Request, res: Response) => Promise<RulingUpload> {
  const single = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: limitBytes, files: 1, fields: 5, fieldSize: 4096, parts: 6 },
    // Browsers send names in UTF-8 and say nothing about it.
    defParamCharset: "utf8",
  }).single("file");
  return async (req, res) => {
    await new Promise<void>((resolve, reject) => {
      single(req, res, (error: unknown) => {
        if (error) reject(error);
        else resolve();
      });
    });
    if (!req.file || req.file.size === 0) {
      throw new Refusal("validation_failed", "attach the ruling", {
        errors: [{ pointer: "/file", code: "any.required", detail: "one file, not empty" }],
      });
    }
    // The schema checks every field; the names it gives are the type's.
    const fields = validatePart("form", rulingFields, { ...req.body }) as RulingFields;
    const base = req.file.originalname.split(/[/\\]/).at(-1) ?? "";
    return { fields, file: { bytes: req.file.buffer, fileName: legible(base, 120) || "裁定书" } };
  };
}
