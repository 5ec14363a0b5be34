import { clarityFaults } from "../../shared/agreements/clarity.ts";
import { FactCheck, type Missing } from "../pdf/checkContent.ts";
import type { AgreementFacts, AgreementSignature, SigningState } from "./agreementFacts.ts";

/** Everything that keeps an agreement from being composed: unclear, not printable, or signed in a way that does not fit. */
export function agreementFaults(
  facts: AgreementFacts,
  words: readonly string[],
  signing: SigningState,
): Missing[] {
  const check = new FactCheck();
  for (const { field, why, detail } of clarityFaults(facts, words))
    check.missing.push({ field, why, ...(detail === undefined ? {} : { detail }) });
  check.printable(facts);
  check.printable(words, "/text");
  signatureFaults(check, signing);
  return check.missing;
}

function signatureFaults(check: FactCheck, signing: SigningState): void {
  if (signing.stage === "review") return;
  const hashes = new Set(signing.signatures.map((signature) => signature.contentHash));
  check.contradiction("/signatures", hashes.size <= 1, "the signatures are over different contents");
  for (const [index, signature] of signing.signatures.entries()) {
    if (signature.method === "drawn" && signature.image === null)
      check.required(`/signatures/${index}/image`, null);
    check.required(`/signatures/${index}/signerName`, signature.signerName);
  }
  const parties: AgreementSignature["party"][] = ["borrower", "platform", "mediator"];
  if (signing.stage === "sealed")
    for (const party of parties)
      if (!signing.signatures.some((signature) => signature.party === party))
        check.required(`/signatures/${party}`, null);
  check.printable(signing, "/signing");
}
