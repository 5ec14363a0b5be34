import { texts } from "./instance.ts";

/**
 * The text under a key that is put together at run time (`errors.` + code, `stage.` + stage). Typed keys cannot
 * express that, so it is looked up by name; `undefined` when there is no such text.
 */
export function lookUp(key: string, values: Readonly<Record<string, unknown>> = {}): string | undefined {
  if (!texts.exists(key)) return undefined;
  // Checked one line above: the key exists, only the compiler cannot know it.
  const translate = texts.t as unknown as (key: string, options: object) => unknown;
  const text = translate(key, values);
  return typeof text === "string" ? text : undefined;
}

/** A document that cannot be made names what is wrong, as far as there are words for it. */
function withFaults(general: string, error: Error): string {
  if (!("fields" in error) || !Array.isArray(error.fields)) return general;
  const faults = error.fields.flatMap((field: unknown) => faultText(field) ?? []);
  if (faults.length === 0) return general;
  return lookUp("documentFaults.list", { general, faults: [...new Set(faults)].join("; ") }) ?? general;
}

function faultText(fault: unknown): string | undefined {
  if (typeof fault !== "object" || fault === null || !("pointer" in fault) || !("code" in fault))
    return undefined;
  const path = String(fault.pointer)
    .split("/")
    .filter((part) => part !== "" && !/^\d+$/.test(part));
  // The nearest fact there is a word for: /platform/signatory/name is the signatory.
  for (let depth = path.length; depth > 0; depth--) {
    const field = lookUp(`documentFaults.field.${path.slice(0, depth).join("_")}`);
    const detail = "detail" in fault ? fault.detail : "";
    if (field !== undefined) return lookUp(`documentFaults.why.${String(fault.code)}`, { field, detail });
  }
  return undefined;
}

/** What to tell a person about a failure: the words for its code, else the server's detail, else a general sentence. */
export function errorText(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    const params = "params" in error && typeof error.params === "object" ? { ...error.params } : {};
    const known = lookUp(`errors.${error.code}`, params);
    if (known !== undefined) return error.code === "document_incomplete" ? withFaults(known, error) : known;
    if ("detail" in error && typeof error.detail === "string") return error.detail;
  }
  return lookUp("errors.internal") ?? "";
}
