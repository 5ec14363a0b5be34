import type { ObjectSchema, ValidationError } from "joi";
import Joi from "joi";
import { Refusal, type FieldProblem } from "../../shared/api/refusal.ts";

const NOTHING = Joi.object({});

/** Check one part of a request; every fault is named with a pointer, not only the first. */
export function validatePart(
  part: "params" | "query" | "body" | "form",
  schema: ObjectSchema | undefined,
  value: unknown,
): unknown {
  const { error, value: clean } = (schema ?? NOTHING).validate(value ?? {}, {
    abortEarly: false,
    allowUnknown: false,
    // Query strings, path parameters and form fields are text; a JSON body says its types itself.
    convert: part !== "body",
    errors: { wrap: { label: false } },
  });
  if (error)
    throw new Refusal("validation_failed", `the ${part} is not as described`, {
      errors: problems(part, error),
    });
  return clean;
}

function problems(part: string, error: ValidationError): FieldProblem[] {
  return error.details.map((detail) => ({
    pointer: `${part === "body" || part === "form" ? "" : `/${part}`}/${detail.path.join("/")}`,
    code: detail.type,
    detail: detail.message,
  }));
}
