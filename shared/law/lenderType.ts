/** Who lent, per contract: 商业银行, 消费金融公司, 小额贷款公司, 其他 (private lending). Caps turn on it, not on the brand. */
export const LENDER_TYPES = ["bank", "consumer_finance", "microloan", "private"] as const;
export type LenderType = (typeof LENDER_TYPES)[number];
