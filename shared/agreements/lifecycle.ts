import { PARTIES, type Party } from "../journal/audience.ts";
import { inTurn, USUAL_ORDER, type SigningOrder } from "./order.ts";

/**
 * `review` the mediator reads it through · `signing` it lies before the parties · `signed` everybody has signed ·
 * `sealed` in force · `refused` a party will not sign · `withdrawn` taken back, or the case ended · `voided` another
 * text took its place before it was sealed · `lapsed` the time to sign it ran out.
 */
export const AGREEMENT_STATUSES = [
  "review",
  "signing",
  "signed",
  "sealed",
  "refused",
  "withdrawn",
  "voided",
  "lapsed",
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export const AGREEMENT_COMMANDS = [
  "compose",
  "release",
  "sign",
  "sign_last",
  "refuse",
  "seal",
  "withdraw",
  "change",
  "lapse",
] as const;
export type AgreementCommand = (typeof AGREEMENT_COMMANDS)[number];

/** Before it is composed an agreement is `none`. */
export type AgreementState = AgreementStatus | "none";

type Row = Record<AgreementCommand, AgreementStatus | null>;

/** The whole lifecycle: the next status, or null where the command is refused. */
export const AGREEMENT_TRANSITIONS: Record<AgreementState, Row> = {
  none: row({ compose: "review" }),
  review: row({ release: "signing", withdraw: "withdrawn", change: "voided" }),
  signing: row({
    sign: "signing",
    sign_last: "signed",
    refuse: "refused",
    withdraw: "withdrawn",
    change: "voided",
    lapse: "lapsed",
  }),
  signed: row({ seal: "sealed", withdraw: "withdrawn", change: "voided" }),
  sealed: row({}),
  refused: row({}),
  withdrawn: row({}),
  voided: row({}),
  lapsed: row({}),
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
    change: null,
    lapse: null,
    ...legal,
  };
}

export type AgreementDecision =
  | { ok: true; to: AgreementStatus }
  | { ok: false; code: "already_done" | "stage_forbids" | "not_everyone_signed" | "not_your_turn" };

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
 * Decide one party's signature: each signs once, and not before the groups ahead of theirs are complete. Within a
 * group they sign in any order (人民调解法 29: the mediator signs what the parties have signed, unless the centre orders
 * it otherwise).
 */
export function decideSignature(
  status: AgreementStatus,
  signedBy: readonly Party[],
  party: Party,
  order: SigningOrder = USUAL_ORDER,
): AgreementDecision {
  if (signedBy.includes(party)) return { ok: false, code: "already_done" };
  if (status === "signing" && !inTurn(order, signedBy).includes(party)) {
    return { ok: false, code: "not_your_turn" };
  }
  const last = PARTIES.every((each) => each === party || signedBy.includes(each));
  return decideAgreement(status, last ? "sign_last" : "sign");
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

/** Who takes back a text that is not sealed: whose offer it carries out, the mediator, or the centre. */
export const WITHDRAWERS = ["proposer", "mediator", "centre"] as const;
export type Withdrawer = (typeof WITHDRAWERS)[number];

/** A proposer holds to it once everybody has signed; mediator and centre may stop it until it is sealed. */
export function decideWithdrawal(status: AgreementStatus, by: Withdrawer): AgreementDecision {
  if (by === "proposer" && status === "signed") return { ok: false, code: "stage_forbids" };
  return decideAgreement(status, "withdraw");
}
