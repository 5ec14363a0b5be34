import type { ClauseKey } from "./clauses.ts";

/** The courtesy translation of the clauses as shipped. It is never signed or sealed. */
export const CLAUSES_EN: Record<ClauseKey, string> = {
  "facts.creditor": "Party A is the creditor of the claims listed below.",
  "facts.authorised":
    "Party A handles the claims on behalf of the lenders of the loan contracts listed below and warrants that it may agree with Party B on their settlement.",
  "facts.represented":
    "{representative} takes part in the mediation and signs this agreement for {name}, as {capacity}.",
  "facts.contracts":
    "Party B concluded loan contracts with the lenders listed below (currency: renminbi, unit: yuan):",
  "facts.dispute":
    "As of {asOf}, {owed} is outstanding under these contracts. The parties disagree about the amount, time and manner of payment and have of their own will asked {centre} to mediate.",
  "facts.mediation":
    "The mediation began on {startedOn} and was conducted by the mediator {mediator}, who informed both parties of their rights and duties in mediation and explained that mediation is voluntary and free of charge.",
  "facts.supersedes":
    "In the same dispute the parties earlier concluded settlement agreement No. {earlierNumber} (content SHA-256: {earlierHash}). From the day this agreement takes effect it replaces that agreement, and the rights and duties of the parties follow from this agreement; what was paid under the earlier agreement has been deducted from the debt confirmed in Clause 1.",
  "debts.confirmed":
    "The parties confirm that as of {asOf} Party B owes {owed} in total under the loan contracts below, made up as follows (currency: renminbi, unit: yuan):",
  "waivers.none": "Party A waives no part of the sums confirmed in Clause 1.",
  "waivers.atSigning":
    "Party A releases Party B from the following sums from the day this agreement takes effect and will not claim them again:",
  "waivers.onCompletion":
    "Party A agrees to release Party B from the following sums on the day Party B has paid everything due under this agreement. If Party B does not pay as agreed and all sums become due early under this agreement, this release does not take effect:",
  "waivers.total": "The sums released amount to {waived} in total.",
  "payment.total": "After the release, Party B shall pay {payable} in total.",
  "payment.down": "Party B shall make a down payment of {down} on or before {downDue}.",
  "payment.lump_sum":
    "After the down payment (if any), the remainder shall be paid in one sum on or before {due}.",
  "payment.level":
    "After the down payment (if any), the remainder shall be paid in {count} equal instalments.",
  "payment.equal_instalment":
    "After the down payment (if any), the remainder shall be paid in {count} instalments of equal amount including interest.",
  "payment.equal_principal":
    "After the down payment (if any), the remainder shall be paid in {count} instalments of equal principal.",
  "payment.stepped":
    "After the down payment (if any), the remainder shall be paid in {count} instalments in steps.",
  "payment.balloon":
    "After the down payment (if any), the remainder shall be paid in {count} instalments, the last one with the agreed final sum.",
  "payment.irregular":
    "After the down payment (if any), the remainder shall be paid in {count} instalments on the agreed dates.",
  "payment.noInterest":
    "No further interest, penalties or fees are charged during the period of the instalments.",
  "payment.interest":
    "During the period of the instalments interest is charged at {rate} a year (simple interest, {dayCount}), {interest} in total, which is included in the sum stated above; no penalties or other fees are charged besides.",
  "payment.interestFree": "The first {periods} periods bear no agreed interest.",
  "payment.rateStep": "From instalment No. {fromNo} on, the yearly rate is {rate}.",
  "payment.schedule":
    "The due date and amount of each instalment are as follows (currency: renminbi, unit: yuan):",
  "payment.provisional":
    "If a date marked '*' turns out to be a public holiday announced by the State Council, the payment is due on the first working day after it.",
  "payment.account":
    "Party B shall pay to the following account and state the number of this agreement, {number}:",
  "early.free":
    "Party B may pay all or part of the sums before they are due; Party A charges no fee for this.",
  "early.earliest_first":
    "What is left of a payment after the instalments already due and the current instalment are paid goes to the following instalments, the next one due first.",
  "early.latest_first":
    "What is left of a payment after the instalments already due and the current instalment are paid goes to the last instalments, beginning with the final one; dates and amounts of the others stay as they are.",
  "early.evenly":
    "What is left of a payment after the instalments already due and the current instalment are paid goes to all following instalments in proportion to what is open; their amounts fall accordingly and their dates stay as they are.",
  "settledEarly.interest_as_scheduled":
    "If Party B pays everything early, the agreed interest remains payable as listed in the schedule.",
  "settledEarly.future_interest_dropped":
    "If Party B pays everything early, agreed interest for periods that have not begun on that day is no longer payable.",
  "partial.any_sum":
    "Party B may pay part of an instalment and Party A shall accept it; the rest remains payable.",
  "partial.must_cover_interest":
    "Party B may pay part of an instalment, but the payments of one day must together be no less than the agreed interest still unpaid in the oldest open instalment; Party A may refuse and return less than that.",
  "missed.stays_due": "A sum not paid in time keeps its due date and remains due.",
  "missed.moves_to_end":
    "What is unpaid of an instalment after its days of grace moves behind the last instalment, in the rhythm of the schedule, without additional interest or penalty.",
  "missed.stillCounts":
    "Instalments that were overdue before they were moved still count towards the number that makes all sums due early.",
  "grace.none": "Party B shall pay each instalment on or before its due date; there are no days of grace.",
  "grace.days":
    "After each due date there are {days} days of grace (calendar days). An instalment paid in full within them counts as paid in time, and nothing extra is charged.",
  "breach.noAcceleration":
    "If Party B pays late, the instalment remains payable; the other instalments remain due on their agreed dates.",
  "breach.acceleration":
    "If after the due date (or, where there are days of grace, after these) {missed} or more instalments are unpaid at the same time, Party A may notify Party B in writing, and all unpaid sums under this agreement become due on the day the notice is served.",
  "breach.formula":
    "Sum payable when due early = total debt confirmed in Clause 1 {owed} − sums released from the day this agreement takes effect {waivedNow} + agreed interest of the instalments due up to that day − what Party B has paid under this agreement.",
  "breach.waiversLapse": "If all sums become due early, the conditional release no longer applies.",
  "breach.cure":
    "If Party B pays all overdue sums before Party A gives that notice, Party A may no longer rely on that delay.",
  "allocation.fees_interest_principal":
    "A payment that does not cover everything due is applied to fees, penalties, interest and principal in this order; agreed interest of an instalment comes before its other parts, and within one rank what fell due earlier comes first.",
  "allocation.principal_interest_fees":
    "A payment that does not cover everything due is applied to principal, interest, penalties and fees in this order; agreed interest of an instalment comes before its other parts, and within one rank what fell due earlier comes first.",
  "credit.reporting":
    "Once Party B has paid everything due under this agreement, Party A shall within five working days truthfully report to the national financial credit information database, or help the lender to report, that the debt is settled, and issue a certificate of settlement to Party B. The parties know that adverse information already recorded is kept under Article 16 of the Regulation on the Administration of the Credit Reporting Industry, counted from the end of the default; Party A does not promise its deletion.",
  "collection.stop":
    "From the day this agreement is signed, Party A stops collection of the debts it covers and instructs its agents to stop. While Party B performs as agreed, Party A may only send payment reminders to Party B in person.",
  "service.addresses":
    "The parties confirm the following addresses and telephone numbers for the service of documents in the performance of this agreement and in any later mediation, judicial confirmation, litigation or enforcement. Party A: {platformAddress}, telephone {platformPhone}; Party B: {borrowerAddress}, telephone {borrowerPhone}. A party whose address or telephone number changes shall tell the other party and the mediation organisation in writing within three days; otherwise service at the former address is valid.",
  "prejudice.none":
    "Facts conceded in order to reach this settlement, and proposals and concessions made in the mediation, may not be used against the party that made them in later arbitration or litigation, except undisputed facts that both parties have signed separately.",
  "signing.consent":
    "The parties agree to conclude this agreement as a data message with electronic signatures and confirm that a signature drawn or typed by a person after identification expresses that person's true intention and has the same legal force as a handwritten signature or a seal (Electronic Signature Law of the People's Republic of China, Articles 13 and 14).",
  "effect.force":
    "This agreement takes effect on the day both parties and the mediator have signed it and the mediation organisation has sealed it; it binds both parties and shall be performed as agreed. The parties may jointly apply to the competent people's court for judicial confirmation within thirty days of that day, which is free of charge. If a dispute about the performance or content of this agreement arises, either party may bring an action before a people's court (People's Mediation Law of the People's Republic of China, Articles 31 to 33).",
  "performance.single":
    "Party B shall pay {payable} by bank transfer to the account stated in Clause 3 on or before {due}.",
  "performance.many":
    "Party B shall pay by bank transfer to the account stated in Clause 3, from {firstDue} to {lastDue}, on the dates and in the amounts of the schedule: {payments} payments, {payable} in total.",
  "copies.number":
    "This agreement is made in {copies} copies: one for each party, one kept by {centre}, and one for the people's court in case of judicial confirmation.",
};
