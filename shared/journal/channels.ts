/** Where something is said: the joint channel, a caucus with one side, or the mediator's own notes. */
export const CHANNELS = ["joint", "caucus_borrower", "caucus_platform", "mediator_notes"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the borrower can tell the mediator before or instead of taking part. */
export const BORROWER_REPORTS = ["not_my_debt", "wrong_number", "need_help"] as const;
export type BorrowerReport = (typeof BORROWER_REPORTS)[number];
