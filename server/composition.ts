import type { Actor } from "../shared/api/roles.ts";
import path from "node:path";
import { mayRead, PARTIES } from "../shared/journal/audience.ts";
import { ApiKeyRepository, ApiKeyService, KeyAccounts } from "./apiKeys/index.ts";
import { createAccounts } from "./accounts.ts";
import { createAgreements, readSignatureImage, WordingPreview } from "./agreements/index.ts";
import { createPassport } from "./auth/passport.ts";
import {
  CaseOpening,
  CaseOpeningRepository,
  CaseRepository,
  CaseService,
  createCaseWork,
  LegalChecks,
  type Case,
} from "./cases/index.ts";
import { createCalls } from "./calls/index.ts";
import { createCapacity } from "./capacity/index.ts";
import { DebtRepository, LineService, StatementService } from "./debts/index.ts";
import { FactsRepository, InsightService, OverviewRepository } from "./insight/index.ts";
import { createIntake } from "./intake/index.ts";
import { Journal, JournalRepository } from "./journal/index.ts";
import { LawRuleRepository, LawService } from "./law/index.ts";
import { ZERO_FEN } from "../shared/money/fen.ts";
import { openSecretBox } from "./secretBox.ts";
import { createDeliveries } from "./deliveries/index.ts";
import { createEscalations } from "./escalations/index.ts";
import { createFacts } from "./facts/index.ts";
import { createLocalFiles } from "./files/index.ts";
import { createCaseFiles } from "./caseFile/index.ts";
import { createConfirmations } from "./confirmations/index.ts";
import { createMinutes } from "./minutes/index.ts";
import { createOffers } from "./offers/index.ts";
import { OrganisationRepository, OrganisationService, StaffAccounts } from "./organisations/index.ts";
import type { Platform } from "./platform.ts";
import { createProposals } from "./proposals/index.ts";
import { createOutreach } from "./outreach/index.ts";
import type { Tx } from "./database/transaction.ts";
import { createWire, Realtime } from "./realtime/index.ts";
import { createRepresentatives } from "./representatives/index.ts";
import { createRooms } from "./rooms/index.ts";
import { createSessions } from "./sessions/index.ts";
import { TemplateRepository, TemplateService } from "./templates/index.ts";
import { createPerformance } from "./performance/index.ts";
import { BorrowerRepository, BorrowerService } from "./parties/index.ts";
import { SealRepository, Seals, SealVerification } from "./seal/index.ts";

type CodeBinding = { subjectId: string; contentHash: string };

export type Services = ReturnType<typeof compose>;

/** Build every service. The only place that knows how they fit together. */
export function compose(platform: Platform) {
  const journalRows = new JournalRepository();
  const journal = new Journal(journalRows);
  const organisationRows = new OrganisationRepository();
  const organisations = new OrganisationService(organisationRows);
  const apiKeyRows = new ApiKeyRepository();
  const law = new LawService(new LawRuleRepository());
  const borrowers = new BorrowerService(new BorrowerRepository());
  const debtRows = new DebtRepository();
  const statements = new StatementService(debtRows);
  const lines = new LineService(debtRows, statements);
  const caseRows = new CaseRepository();
  const cases = new CaseService(caseRows, journal);
  const caseOpening = new CaseOpening({
    rows: new CaseOpeningRepository(),
    cases: caseRows,
    borrowers,
    statements,
    organisations,
    journal,
  });
  /** What all parties may read can be shown for what is said to all of them. */
  const shownToAll = {
    readableByAll: (tx: Tx, actor: Actor, caseId: string) =>
      escalations.exhibits.readableBy(tx, actor, caseId, PARTIES),
  };
  const representation = createRepresentatives({
    ...platform,
    cases,
    borrowers,
    journal,
    representation: {
      invite: (tx, actor, theCase, person) =>
        outreach.invitations.inviteRepresentative(tx, actor, theCase, person),
      shutOut: async (tx, actor, theCase, { id }) => {
        await outreach.invitations.revoke(tx, theCase.id, id);
        await rooms.rooms.shutOut(tx, actor, { caseId: theCase.id, personId: id });
        tx.afterCommit(() => hangUpOn(id));
      },
    },
    papers: {
      confidential: async (tx, actor, caseId, exhibitId) => {
        const found = await escalations.exhibits.list(tx, actor, caseId);
        const paper = found.find(({ exhibit }) => exhibit.id === exhibitId)?.exhibit;
        if (!paper || paper.withdrawnAt !== null) return null;
        const narrow =
          mayRead("borrower", paper) && mayRead("mediator", paper) && !mayRead("platform", paper);
        return narrow ? { sha256: paper.fileSha256 } : null;
      },
    },
  });
  const files = createLocalFiles(path.join(platform.config.dataDir, "files"));
  const sealRows = new SealRepository();
  const seals = new Seals({ ...platform, files, rows: sealRows });
  const outreach = createOutreach({
    ...platform,
    secret: platform.config.sessionSecret,
    law,
    cases,
    borrowers,
    representatives: representation.representatives,
    organisations,
    journal,
    journalRows,
  });
  /** The code a borrower signs with is bound to what is signed. */
  const codes = {
    send: (tx: Tx, theCase: Case, { subjectId, contentHash }: CodeBinding) =>
      outreach.signingCodes.send(tx, theCase, subjectId, contentHash),
    check: (tx: Tx, theCase: Case, { subjectId, contentHash }: CodeBinding, code: string) =>
      outreach.signingCodes.check(tx, theCase, subjectId, { code, binding: contentHash }),
  };
  const endOffers = async (tx: Tx, caseId: string): Promise<void> => {
    await offers.expiry.endAll(tx, caseId);
    await proposals.closing.endAll(tx, caseId);
  };
  const caseWork = createCaseWork({
    ...platform,
    files,
    seals,
    caseRows,
    cases,
    borrowers,
    statements,
    lines,
    organisations,
    journal,
    inviting: outreach.invitations,
    leaving: {
      leave: (tx, actor, caseId, personId) =>
        rooms.rooms.shutOut(tx, actor, { caseId, personId, how: "left" }),
    },
    clocks: {
      onResumed: async (tx, theCase, pausedAt) => {
        await offers.onResumed(tx, theCase.id, pausedAt);
        await proposals.onResumed(tx, theCase.id, pausedAt);
        await agreements.deadlines.onResumed(tx, theCase.id, pausedAt);
      },
    },
    attendance: { onlyIfNotRemoved: (tx, actor, caseId) => rooms.rooms.onlyIfNotRemoved(tx, actor, caseId) },
    evidence: shownToAll,
    openOffers: { endAll: endOffers },
    plans: { keepInstead: (tx, actor, theCase) => performance.keepInstead(tx, actor, theCase) },
  });
  const capacity = createCapacity({
    cases,
    journal,
    exhibits: {
      readableByBoth: (tx, actor, caseId) =>
        escalations.exhibits.readableBy(tx, actor, caseId, ["borrower", "mediator"]),
    },
  });
  const intake = createIntake({ ...platform, organisations, caseOpening });
  const realtime = new Realtime();
  const { redisUrl, sessionSecret } = platform.config;
  const wire = createWire({ redisUrl, secret: sessionSecret, log: platform.log });
  const rooms = createRooms({
    ...platform,
    journal,
    cases,
    realtime,
    wire,
    documents: {
      find: (tx, actor, caseId, exhibitId) => escalations.exhibits.showable(tx, actor, caseId, exhibitId),
    },
    pausing: caseWork.progress,
  });
  const calls = createCalls({ rooms, wire, secret: sessionSecret, ice: platform.config.ice });
  const facts = createFacts({
    ...platform,
    files,
    seals,
    cases,
    rooms: rooms.rooms,
    statements,
    lines,
    organisations,
    borrowers,
    journal,
    means: {
      sendCode: codes.send,
      checkCode: codes.check,
      // Facts commit to no sum: any authority in force will do.
      authorityOf: async (tx, signing) => {
        const found = await agreements.authorities.inForce(tx, { ...signing, totalFen: ZERO_FEN });
        return "row" in found ? { number: found.row.number } : null;
      },
      readImage: readSignatureImage,
    },
  });
  const sessions = createSessions({
    ...platform,
    cases,
    organisations,
    rooms: rooms.rooms,
    lines: rooms.lines,
    journal,
    notices: outreach.caseNotices,
  });
  const templates = new TemplateService(new TemplateRepository());
  const agreements = createAgreements({
    ...platform,
    files,
    seals,
    cases,
    journal,
    journalRows,
    signingCodes: outreach.signingCodes,
    sources: {
      organisations,
      borrowers,
      statements,
      templates,
      representatives: representation.representatives,
    },
    listener: {
      onSealed: async (tx, actor, theCase, agreement) => {
        const earlier = await performance.onSealed(tx, actor, theCase, agreement);
        await confirmations.confirmations.onSealed(tx, theCase, agreement);
        if (earlier === null) return;
        await confirmations.confirmations.onSuperseded(tx, actor, earlier);
        await seals.supersede(tx, "agreement", earlier.id);
      },
    },
  });
  const minutes = createMinutes({
    ...platform,
    files,
    seals,
    cases,
    rooms: rooms.rooms,
    organisations,
    borrowers,
    journal,
  });
  const planWork = createPerformance({
    ...platform,
    files,
    seals,
    cases,
    caseRows,
    agreements: agreements.agreements,
    superseding: {
      supersede: (tx, earlierId, by) => agreements.agreements.supersede(tx, earlierId, by),
      withdrawOpen: (tx, caseId) => agreements.ending.withdrawOpen(tx, caseId),
      endOffers,
    },
    statements,
    journal,
  });
  const { performance } = planWork;
  const confirmations = createConfirmations({
    ...platform,
    files,
    seals,
    cases,
    agreements: agreements.agreements,
    journal,
    law,
    signatories: {
      authorityOf: async (tx, signing) => {
        const found = await agreements.authorities.inForce(tx, signing);
        return "row" in found ? { number: found.row.number, sha256: found.row.documentSha256 } : null;
      },
    },
    codes,
  });
  const deliveries = createDeliveries({
    ...platform,
    journal,
    journalRows,
    allowPrivate: platform.config.webhookAllowPrivate,
    secrets: openSecretBox(path.join(platform.config.dataDir, "secrets")),
  });
  const escalations = createEscalations({
    ...platform,
    files,
    seals,
    law,
    cases,
    organisations,
    borrowers,
    statements,
    performance,
    records: facts.papers,
    journal,
  });
  const caseFiles = createCaseFiles({
    ...platform,
    files,
    cases,
    journal,
    sources: {
      organisations,
      borrowers,
      statements,
      agreements,
      performance,
      confirmations: confirmations.confirmations,
      applications: confirmations.sealing,
      exhibits: escalations.exhibits,
      records: facts.papers,
    },
  });
  const offers = createOffers({
    ...platform,
    cases,
    statements,
    organisations,
    rooms: rooms.rooms,
    journal,
    capacity: capacity.capacity,
    onTermsAccepted: (tx, actor, accepted) => agreements.agreements.onTermsAccepted(tx, actor, accepted),
    rounds: { onlyIfNoRound: (tx, caseId) => proposals.onlyIfNoRound(tx, caseId) },
    documents: shownToAll,
  });
  const proposals = createProposals({
    ...platform,
    cases,
    statements,
    organisations,
    rooms: rooms.rooms,
    journal,
    acceptance: offers.acceptance,
    onlyComposable: (tx, actor, input) => agreements.agreements.onlyComposable(tx, actor, input),
  });
  const { accounts, ownAccount, hangUpOn } = createAccounts({
    staffAccounts: new StaffAccounts(platform.db, organisationRows),
    borrowerAccounts: outreach.borrowerAccounts,
    organisations,
    realtime,
    wire,
  });

  return {
    platform,
    journal,
    journalRows,
    organisations,
    apiKeys: new ApiKeyService(apiKeyRows, organisations),
    keyAccounts: new KeyAccounts(platform.db, apiKeyRows, organisations),
    law,
    borrowers,
    statements,
    cases,
    caseOpening,
    files,
    seals,
    verification: new SealVerification({ ...platform, files, rows: sealRows }),
    caseWork,
    legalChecks: new LegalChecks({ cases, statements, borrowers, journal, law }),
    representation,
    capacity,
    outreach,
    intake,
    realtime,
    wire,
    rooms,
    sessions,
    calls,
    facts,
    offers,
    proposals,
    templates,
    wording: new WordingPreview({ ...platform, templates, agreements: agreements.agreements }),
    agreements,
    minutes,
    performance,
    planWork,
    confirmations,
    caseFiles,
    deliveries,
    escalations,
    insight: new InsightService(new FactsRepository(), new OverviewRepository()),
    accounts,
    ownAccount,
    passport: createPassport(accounts),
  };
}
