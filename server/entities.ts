import { Appointment, Case } from "./cases/index.ts";
import { Debt, Statement, StatementLineRow } from "./debts/index.ts";
import { Import } from "./intake/index.ts";
import { Offer } from "./offers/index.ts";
import { Organisation, PlatformPolicy, Staff } from "./organisations/index.ts";
import { Borrower } from "./parties/index.ts";
import { CaseMember } from "./rooms/index.ts";

/** Every table that is read as objects; the rest is read as rows. */
export const entities = [
  Organisation,
  Staff,
  PlatformPolicy,
  Borrower,
  Debt,
  Statement,
  StatementLineRow,
  Case,
  Appointment,
  Import,
  CaseMember,
  Offer,
];
