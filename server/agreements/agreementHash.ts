import { canonicalJson, sha256Hex } from "../../shared/plans/canonicalJson.ts";
import type { AgreementContent } from "./agreementContent.ts";

/** SHA-256 over what the parties agree to. The same before and after signing, and what every signature names. */
export function agreementContentHash(content: AgreementContent): string {
  const { title, number, caseNumber, centreName, blocks, copies, closing } = content;
  return sha256Hex(canonicalJson({ title, number, caseNumber, centreName, blocks, copies, closing }));
}
