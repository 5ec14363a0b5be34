import type { Party } from "../journal/audience.ts";

/**
 * `review` the mediator reads it through · `signing` it lies before the parties · `signed` everybody has signed ·
 * `sealed` in force · `refused` a party will not sign · `withdrawn` taken back by the mediator, or the case ended.
 */
export const AGREEMENT_STATUSES = ["review", "signing", "signed", "sealed", "refused", "withdrawn"] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export const AGREEMENT_COMMANDS = [
  "compose",
  "release",
  "sign",
  "sign_last",
  "refuse",
  "seal",
  "withdraw",
] as const;
export type AgreementCommand = (typeof AGREEMENT_COMMANDS)[number];

/** Before it is composed an agreement is `none`. */
export type AgreementState = AgreementStatus | "none";

type Row = Record<AgreementCommand, AgreementStatus | null>;

/** The whole lifecycle: the next status, or null where the command is refused. */
export const AGREEMENT_TRANSITIONS: Record<AgreementState, Row> = {
  none: row({ compose: "review" }),
  review: row({ release: "signing", withdraw: "withdrawn" }),
  signing: row({ sign: "signing", sign_last: "signed", refuse: "refused", withdraw: "withdrawn" }),
  signed: row({ seal: "sealed", withdraw: "withdrawn" }),
  sealed: row({}),
  refused: row({}),
  withdrawn: row({}),
};

function row(legal: Partial<Row>): Row {
  return {
    compose: null,
    release: null,
    sign: null,
    sign_last: null,
    refuse: null,
    seal: null,
    withdraw: null,
    ...legal,
  };
}

export type AgreementDecision =
  | { ok: true; to: AgreementStatus }
  | { ok: false; code: "already_done" | "stage_forbids" | "not_everyone_signed" };

/** Decide one command. Sealing too early says that signatures are missing; a second seal or release that it is done. */
export function decideAgreement(state: AgreementState, command: AgreementCommand): AgreementDecision {
  const to = AGREEMENT_TRANSITIONS[state][command];
  if (to !== null) return { ok: true, to };
  if (command === "seal" && (state === "review" || state === "signing")) {
    return { ok: false, code: "not_everyone_signed" };
  }
  const done =
    (command === "seal" && state === "sealed") ||
    (command === "release" && (state === "signing" || state === "signed" || state === "sealed")) ||
    (command === "refuse" && state === "refused") ||
    (command === "withdraw" && state === "withdrawn");
  return { ok: false, code: done ? "already_done" : "stage_forbids" };
}

/**
 * Decide one party's signature: each signs once, borrower and platform in any order, the mediator after both
 * (人民调解法 29: the mediator signs what the parties have signed).
 */
export function decideSignature(
  status: AgreementStatus,
  signedBy: readonly Party[],
  party: Party,
): AgreementDecision {
  if (signedBy.includes(party)) return { ok: false, code: "already_done" };
  const bothSigned = signedBy.includes("borrower") && signedBy.includes("platform");
  if (party === "mediator" && status === "signing" && !bothSigned) {
    return { ok: false, code: "not_everyone_signed" };
  }
  return decideAgreement(status, party === "mediator" ? "sign_last" : "sign");
}

/** May this party still say no? Not once they have signed. */
export function decideRefusal(
  status: AgreementStatus,
  signedBy: readonly Party[],
  party: Party,
): AgreementDecision {
  if (party === "mediator") return decideAgreement(status, "withdraw");
  if (signedBy.includes(party)) return { ok: false, code: "already_done" };
  return decideAgreement(status, "refuse");
}
