import { canonicalJson, sha256Hex } from "../../shared/plans/canonicalJson.ts";
import type { ApplicationContent } from "./applicationContent.ts";

/** SHA-256 over the words both parties sign. */
export function applicationHash(content: ApplicationContent): string {
  return sha256Hex(canonicalJson(content));
}
