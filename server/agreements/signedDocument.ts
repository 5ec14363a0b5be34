import type { Agreement, AgreementSignatureRow } from "./agreement.entity.ts";
import type { AgreementContent } from "./agreementContent.ts";
import type { AgreementSignature, SigningState } from "./agreementFacts.ts";
import { trailLines } from "./trailText.ts";

type SealShown = Extract<SigningState, { stage: "sealed" }>["seal"];

/** The agreement as it stands, for reading: a draft until somebody has signed. */
export function draftDocument(
  agreement: Agreement,
  signatures: readonly AgreementSignatureRow[],
): AgreementContent {
  if (signatures.length === 0) return withSigning(agreement, { stage: "review" });
  return withSigning(agreement, { stage: "signed", signatures: signatures.map(signatureOf) });
}

/** The agreement as it is sealed. Throws when a signature is over other words than those that are sealed. */
export function sealedDocument(
  agreement: Agreement,
  signatures: readonly AgreementSignatureRow[],
  seal: SealShown,
): AgreementContent {
  if (signatures.some((signature) => signature.contentHash !== agreement.contentHash)) {
    throw new Error(`agreement ${agreement.id} carries a signature over another text`);
  }
  return withSigning(agreement, { stage: "sealed", signatures: signatures.map(signatureOf), seal });
}

/** The words stay those of the snapshot; only what is known of the signing is added. */
function withSigning({ snapshot }: Agreement, signing: SigningState): AgreementContent {
  const { content } = snapshot;
  const createdAt = signing.stage === "sealed" ? signing.seal.sealedAt : content.createdAt;
  return { ...content, createdAt, signing };
}

function signatureOf(row: AgreementSignatureRow): AgreementSignature {
  const { party, signerName, method, image, contentHash, consentWording, evidence } = row;
  return {
    party,
    signerName,
    method,
    image: image === null ? null : new Uint8Array(image),
    signedAt: row.signedAt.toISOString(),
    contentHash,
    consentWording,
    evidence: {
      ip: evidence.ip,
      device: evidence.userAgent,
      identification:
        evidence.codeSentTo === null
          ? "以本人的工作账户登录（密码验证）"
          : `短信验证码（发送至 ${evidence.codeSentTo}）核验通过`,
      lines: trailLines(evidence),
    },
  };
}
