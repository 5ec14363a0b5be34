import { Refusal } from "../../shared/api/refusal.ts";
import type { SignedApplication } from "./applicationPdf.ts";
import type { ConfirmationSignature } from "./confirmation.entity.ts";
import type { ConfirmationInCase } from "./confirmation.service.ts";

/** The application with its signatures; refuses while nothing was prepared. */
export function signedApplication({ confirmation, signatures }: ConfirmationInCase): SignedApplication {
  const { content, contentHash } = confirmation;
  if (content === null || contentHash === null) {
    throw new Refusal("not_found", "no application was prepared in this case");
  }
  return { content, contentHash, signatures: signatures.map(drawable) };
}

function drawable(row: ConfirmationSignature): SignedApplication["signatures"][number] {
  const { party, signerName, method, image, consentWording, evidence } = row;
  return {
    party,
    signerName,
    method,
    image: image === null ? null : new Uint8Array(image),
    signedAt: row.signedAt.toISOString(),
    consentWording,
    identification:
      evidence.codeSentTo === null
        ? "以本人的工作账户登录（密码验证）"
        : `短信验证码（发送至 ${evidence.codeSentTo}）核验通过`,
    device: `${evidence.ip}\n${evidence.userAgent}`,
  };
}
