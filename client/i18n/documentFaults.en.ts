import type { documentFaults as zh } from "./documentFaults.zh.ts";
import type { Translation } from "./translation.ts";

export const documentFaults: Translation<typeof zh> = {
  list: "{{general}} ({{faults}})",
  why: {
    missing: "{{field}} missing",
    unprintable: "{{field}} has characters that cannot be printed: {{detail}}",
    contradictory: "{{field}} contradictory",
    ambiguous: "{{field}} unclear",
  },
  field: {
    borrower_name: "borrower's name",
    borrower_idNumber: "borrower's identity number",
    borrower_phone: "borrower's telephone",
    borrower_address: "borrower's address",
    borrower_representative_powerOfAttorney: "representative's power of attorney",
    platform_name: "platform's name",
    platform_creditCode: "platform's credit code",
    platform_phone: "platform's telephone",
    platform_address: "platform's address",
    platform_signatory: "platform's signatory",
    centre_phone: "centre's telephone",
    centre_address: "centre's address",
    mediator_name: "mediator",
    debts: "debts",
    debts_contractNumber: "contract number",
    debts_lender: "lender",
    schedule_rows: "instalments",
    schedule_rows_due: "due date",
    terms_waivers: "waivers",
    terms_payeeAccount_name: "account holder",
    terms_payeeAccount_bank: "bank of the account",
    terms_payeeAccount_number: "account number",
    text_sums: "figures and capitals",
  },
};
