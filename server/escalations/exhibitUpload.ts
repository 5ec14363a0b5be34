import type { Request, Response } from "express";
import multer from "multer";
import { Refusal } from "../../shared/api/refusal.ts";
import { validatePart } from "../http/validate.ts";
import { unprintableIn } from "../pdf/printable.ts";
import { exhibitFields, type ExhibitFields } from "./exhibit.schemas.ts";

const MAX_FIELD_BYTES = 16 * 1024;

export type ExhibitUpload = { fields: ExhibitFields; file: { bytes: Uint8Array; fileName: string } };

/** Reads one file and its description from a multipart form, within the limits of this installation. */
export function createExhibitReader(
  limitBytes: number,
): (req: Request, res: Response) => Promise<ExhibitUpload> {
  const single = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: limitBytes, files: 1, fields: 10, fieldSize: MAX_FIELD_BYTES, parts: 12 },
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
      throw new Refusal("validation_failed", "attach a file", {
        errors: [{ pointer: "/file", code: "any.required", detail: "one file, not empty" }],
      });
    }
    // The schema checks every field; the names it gives are the type's.
    const fields = validatePart("form", exhibitFields, withAudience(req.body)) as ExhibitFields;
    return { fields, file: { bytes: req.file.buffer, fileName: printableName(req.file.originalname) } };
  };
}

/** A form has no lists: the audience comes as JSON text. */
function withAudience(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return {};
  const { audience, ...rest } = body as Record<string, unknown>;
  if (typeof audience !== "string") return { ...rest, ...(audience === undefined ? {} : { audience }) };
  try {
    return { ...rest, audience: JSON.parse(audience) as unknown };
  } catch {
    throw new Refusal("validation_failed", "audience is a JSON list of parties", {
      errors: [{ pointer: "/audience", code: "array.base", detail: 'such as ["platform","mediator"]' }],
    });
  }
}

/** The last part of a path, with what a document could not print replaced. */
function printableName(original: string): string {
  const base = original.split(/[/\\]/).at(-1) ?? "";
  const odd = new Set(unprintableIn(base));
  const plain = Array.from(base.normalize("NFC"), (character) => (odd.has(character) ? "_" : character)).join(
    "",
  );
  return plain.slice(-120).trim() || "file";
}
