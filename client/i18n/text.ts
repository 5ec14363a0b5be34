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

/** What to tell a person about a failure: the words for its code, else the server's detail, else a general sentence. */
export function errorText(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    const params = "params" in error && typeof error.params === "object" ? { ...error.params } : {};
    const known = lookUp(`errors.${error.code}`, params);
    if (known !== undefined) return known;
    if ("detail" in error && typeof error.detail === "string") return error.detail;
  }
  return lookUp("errors.internal") ?? "";
}
