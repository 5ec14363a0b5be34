import type { PaymentPolicies, Terms } from "./terms.ts";

/** The policies that were agreed, every one named: what terms leave out means the first choice of its list. */
export type AgreedPayments = Required<PaymentPolicies>;

const UNSAID: AgreedPayments = {
  early: "earliest_first",
  settledEarly: "interest_as_scheduled",
  partial: "any_sum",
  missed: "stays_due",
  missedBeforeAcceleration: 1,
};

/** What terms say about payments that are not as scheduled, spelled out or not. */
export function agreedPayments({ payments }: Pick<Terms, "payments">): AgreedPayments {
  return { ...UNSAID, ...payments };
}

/** Terms with one policy changed. What nobody has to say is not said, so that the same agreement has one hash. */
export function withPayment<K extends keyof AgreedPayments>(
  terms: Terms,
  name: K,
  value: AgreedPayments[K],
): Terms {
  const { payments, ...rest } = terms;
  const next: PaymentPolicies = { ...payments, [name]: value };
  if (value === UNSAID[name]) delete next[name];
  return Object.keys(next).length === 0 ? rest : { ...rest, payments: next };
}
