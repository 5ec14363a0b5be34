import type { AgreementFacts, AgreementSignature } from "../../server/agreements/agreementFacts.ts";
import { inventedFacts } from "../../server/agreements/sampleFacts.ts";
import type { Terms } from "../../shared/plans/terms.ts";

/** Facts of an agreement in 36 instalments, or as many as told, by a borrower who acts alone. */
export function buildAgreementFacts(
  change: {
    count?: number;
    annualRate?: string;
    family?: Terms["schedule"]["family"];
    borrowerName?: string;
    terms?: Partial<Terms>;
  } = {},
): AgreementFacts {
  const schedule: Terms["schedule"] = {
    family: change.family ?? "level",
    count: change.count ?? 36,
    every: { months: 1 },
    firstDue: "2027-01-15",
    annualRate: change.annualRate ?? "0",
    dayCount: "30/360",
  };
  const facts = inventedFacts({ terms: { schedule, ...change.terms }, facts: {} });
  const name = change.borrowerName ?? facts.borrower.name;
  return { ...facts, borrower: { ...facts.borrower, name, representative: null } };
}

export function buildSignature(
  change: Partial<AgreementSignature> & Pick<AgreementSignature, "party" | "contentHash">,
): AgreementSignature {
  return {
    signerName: "样例借款人",
    method: "typed",
    image: null,
    signedAt: "2026-11-21T03:12:45.000Z",
    consentWording: "我已阅读本协议全文，同意以电子签名方式签署，知悉签署后协议对我具有法律约束力。",
    evidence: {
      ip: "203.0.113.24",
      device:
        "Mozilla/5.0 (Linux; Android 14; 2312DRA50C) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
      identification: "短信验证码（发送至 199****1234）核验通过",
    },
    ...change,
  };
}
