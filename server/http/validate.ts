import type { ObjectSchema, ValidationError } from "joi";
import Joi from "joi";
import { Refusal, type FieldProblem } from "../../shared/api/refusal.ts";

const NOTHING = Joi.object({});
const STRICTLY = { abortEarly: false, allowUnknown: false, errors: { wrap: { label: false } } } as const;

/** Each schema with how it is applied: Joi works preferences out once for a schema, but anew for every call. */
const asWritten = new WeakMap<ObjectSchema, ObjectSchema>();
const fromText = new WeakMap<ObjectSchema, ObjectSchema>();

/** Check one part of a request; every fault is named with a pointer, not only the first. */
export function validatePart(
  part: "params" | "query" | "body" | "form",
  schema: ObjectSchema | undefined,
  value: unknown,
): unknown {
  const { error, value: clean } = applied(part, schema ?? NOTHING).validate(value ?? {});
  if (error)
    throw new Refusal("validation_failed", `the ${part} is not as described`, {
      errors: problems(part, error),
    });
  return clean;
}

/** Query strings, path parameters and form fields are text; a JSON body says its types itself. */
function applied(part: "params" | "query" | "body" | "form", schema: ObjectSchema): ObjectSchema {
  const known = part === "body" ? asWritten : fromText;
  const found = known.get(schema) ?? schema.prefs({ ...STRICTLY, convert: part !== "body" });
  known.set(schema, found);
  return found;
}

function problems(part: string, error: ValidationError): FieldProblem[] {
  return error.details.map((detail) => ({
    pointer: `${part === "body" || part === "form" ? "" : `/${part}`}/${detail.path.join("/")}`,
    code: detail.type,
    detail: detail.message,
  }));
}
