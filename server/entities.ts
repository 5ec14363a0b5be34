import {
  Agreement,
  AgreementSignatureRow,
  SigningAuthorityRow,
  SigningSettingsRow,
  SigningStep,
} from "./agreements/index.ts";
import { ApiKey } from "./apiKeys/index.ts";
import { CapacityStatementRow, LivingFloorRow } from "./capacity/index.ts";
import { Appointment, Case } from "./cases/index.ts";
import { CaseFile } from "./caseFile/index.ts";
import { Confirmation, ConfirmationSignature } from "./confirmations/index.ts";
import { Debt, LineEntryRow, Statement, StatementLineRow } from "./debts/index.ts";
import { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from "./deliveries/index.ts";
import { Escalation, Exhibit } from "./escalations/index.ts";
import { Fact, FactRecord, FactRecordSignature } from "./facts/index.ts";
import { Import } from "./intake/index.ts";
import { Minutes, MinutesAnswerRow } from "./minutes/index.ts";
import { LawRuleRow } from "./law/index.ts";
import { Offer, OfferDraft } from "./offers/index.ts";
import { Organisation, PlatformPolicy, Staff } from "./organisations/index.ts";
import { Invitation, Notice, OneTimeCode } from "./outreach/index.ts";
import { Borrower } from "./parties/index.ts";
import { Amendment, CompletionCertificate, InstalmentRow, Payment, PlanEntry } from "./performance/index.ts";
import { Proposal, ProposalAnswerRow } from "./proposals/index.ts";
import { Representative } from "./representatives/index.ts";
import { CaseMember } from "./rooms/index.ts";
import { MediationSession, SessionStay, SessionTick } from "./sessions/index.ts";
import { ClauseTemplateRow } from "./templates/index.ts";

/** Every table that is read as objects; the rest is read as rows. */
export const entities = [
  Organisation,
  Staff,
  PlatformPolicy,
  ApiKey,
  LawRuleRow,
  ClauseTemplateRow,
  Borrower,
  Debt,
  Statement,
  StatementLineRow,
  LineEntryRow,
  Case,
  Appointment,
  CapacityStatementRow,
  LivingFloorRow,
  Representative,
  Invitation,
  OneTimeCode,
  Notice,
  Import,
  CaseMember,
  MediationSession,
  SessionTick,
  SessionStay,
  Fact,
  FactRecord,
  FactRecordSignature,
  Offer,
  OfferDraft,
  Proposal,
  ProposalAnswerRow,
  Minutes,
  MinutesAnswerRow,
  Agreement,
  AgreementSignatureRow,
  SigningStep,
  SigningSettingsRow,
  SigningAuthorityRow,
  InstalmentRow,
  Payment,
  Amendment,
  PlanEntry,
  CompletionCertificate,
  CaseFile,
  Confirmation,
  ConfirmationSignature,
  WebhookEndpoint,
  WebhookDelivery,
  WebhookAttempt,
  Exhibit,
  Escalation,
];
