import { personIdOf, type Actor } from "../shared/api/roles.ts";
import path from "node:path";
import type { Pool } from "pg";
import { mayRead, PARTIES } from "../shared/journal/audience.ts";
import { ApiKeyRepository, ApiKeyService, KeyAccounts } from "./apiKeys/index.ts";
import { createAgreements, readSignatureImage, type Agreements, WordingPreview } from "./agreements/index.ts";
import type { Accounts } from "./auth/identity.ts";
import { createPassport, type Passport } from "./auth/passport.ts";
import type { OwnAccount } from "./auth/auth.routes.ts";
import {
  CaseOpening,
  CaseOpeningRepository,
  CaseRepository,
  CaseService,
  createCaseWork,
  LegalChecks,
  type CaseWork,
} from "./cases/index.ts";
import { createCalls, type Calls } from "./calls/index.ts";
import { createCapacity, type CapacityWork } from "./capacity/index.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/transaction.ts";
import { DebtRepository, LineService, StatementService } from "./debts/index.ts";
import { FactsRepository, InsightService, OverviewRepository } from "./insight/index.ts";
import { createIntake, type Intake } from "./intake/index.ts";
import { Journal, JournalRepository } from "./journal/index.ts";
import { LawRuleRepository, LawService } from "./law/index.ts";
import type { Documents } from "./documents.ts";
import { ZERO_FEN } from "../shared/money/fen.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Log } from "./log.ts";
import { openSecretBox } from "./secretBox.ts";
import { createDeliveries, type Deliveries } from "./deliveries/index.ts";
import { createEscalations, type Escalations } from "./escalations/index.ts";
import { createFacts, type Facts } from "./facts/index.ts";
import { createLocalFiles, type FileStorage } from "./files/index.ts";
import { createCaseFiles, type CaseFiles } from "./caseFile/index.ts";
import { createConfirmations, type Confirmations } from "./confirmations/index.ts";
import { createMinutes, type MinutesWork } from "./minutes/index.ts";
import { createOffers, type Offers } from "./offers/index.ts";
import {
  onlyStaff,
  OrganisationRepository,
  OrganisationService,
  StaffAccounts,
} from "./organisations/index.ts";
import { createProposals, type Proposals } from "./proposals/index.ts";
import { createOutreach, type Outreach } from "./outreach/index.ts";
import type { Tx } from "./database/transaction.ts";
import { createWire, Realtime, type Wire } from "./realtime/index.ts";
import { createRepresentatives, type Representatives } from "./representatives/index.ts";
import { createRooms, type Rooms } from "./rooms/index.ts";
import { createSessions, type Sessions } from "./sessions/index.ts";
import { TemplateRepository, TemplateService } from "./templates/index.ts";
import { createPerformance, type PerformanceService, type PlanWork } from "./performance/index.ts";
import { BorrowerRepository, BorrowerService } from "./parties/index.ts";
import { SealRepository, Seals, SealVerification, type Sealer } from "./seal/index.ts";

/** What the platform folders offer to the domains. */
export type Platform = {
  config: Config;
  db: Database;
  /** Plain connections for sessions and counters, apart from those that hold transactions. */
  pool: Pool;
  log: Log;
  jobs: Jobs;
  documents: Documents;
  sealer: Sealer;
  /** Where people reach this installation; links in notices begin with it. */
  publicUrl: string;
};

export type Services = {
  platform: Platform;
  journal: Journal;
  journalRows: JournalRepository;
  organisations: OrganisationService;
  apiKeys: ApiKeyService;
  keyAccounts: KeyAccounts;
  law: LawService;
  borrowers: BorrowerService;
  statements: StatementService;
  cases: CaseService;
  caseOpening: CaseOpening;
  files: FileStorage;
  seals: Seals;
  verification: SealVerification;
  caseWork: CaseWork;
  legalChecks: LegalChecks;
  representation: Representatives;
  capacity: CapacityWork;
  outreach: Outreach;
  intake: Intake;
  realtime: Realtime;
  wire: Wire;
  rooms: Rooms;
  sessions: Sessions;
  calls: Calls;
  facts: Facts;
  offers: Offers;
  proposals: Proposals;
  templates: TemplateService;
  wording: WordingPreview;
  agreements: Agreements;
  minutes: MinutesWork;
  performance: PerformanceService;
  planWork: PlanWork;
  confirmations: Confirmations;
  caseFiles: CaseFiles;
  deliveries: Deliveries;
  escalations: Escalations;
  insight: InsightService;
  accounts: Accounts;
  ownAccount: OwnAccount;
  passport: Passport;
};

/** Build every service. The only place that knows how they fit together. */
export function compose(platform: Platform): Services {
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
  const readableByAll = async (tx: Tx, actor: Actor, caseId: string): Promise<ReadonlySet<string>> => {
    const found = await escalations.exhibits.list(tx, actor, caseId);
    const shown = found.filter(
      ({ exhibit }) => exhibit.withdrawnAt === null && PARTIES.every((party) => mayRead(party, exhibit)),
    );
    return new Set(shown.map(({ exhibit }) => exhibit.id));
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
        tx.afterCommit(() => hangUpOnPerson(id));
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
    evidence: { readableByAll },
    openOffers: {
      endAll: async (tx, caseId) => {
        await offers.expiry.endAll(tx, caseId);
        await proposals.closing.endAll(tx, caseId);
      },
    },
    plans: { keepInstead: (tx, actor, theCase) => performance.keepInstead(tx, actor, theCase) },
  });
  const capacity = createCapacity({
    cases,
    journal,
    exhibits: {
      readableByBoth: async (tx, actor, caseId) => {
        const found = await escalations.exhibits.list(tx, actor, caseId);
        const shown = found.filter(
          ({ exhibit }) => exhibit.withdrawnAt === null && mayRead("borrower", exhibit),
        );
        return new Set(
          shown.filter(({ exhibit }) => mayRead("mediator", exhibit)).map(({ exhibit }) => exhibit.id),
        );
      },
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
      sendCode: (tx, theCase, { subjectId, contentHash }) =>
        outreach.signingCodes.send(tx, theCase, subjectId, contentHash),
      checkCode: (tx, theCase, { subjectId, contentHash }, code) =>
        outreach.signingCodes.check(tx, theCase, subjectId, { code, binding: contentHash }),
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
      endOffers: async (tx, caseId) => {
        await offers.expiry.endAll(tx, caseId);
        await proposals.closing.endAll(tx, caseId);
      },
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
    codes: {
      send: (tx, theCase, { subjectId, contentHash }) =>
        outreach.signingCodes.send(tx, theCase, subjectId, contentHash),
      check: (tx, theCase, { subjectId, contentHash }, code) =>
        outreach.signingCodes.check(tx, theCase, subjectId, { code, binding: contentHash }),
    },
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
    documents: { readableByAll },
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
  const staffAccounts = new StaffAccounts(platform.db, organisationRows);

  const accounts: Accounts = {
    checkPassword: (username, password) => staffAccounts.checkPassword(username, password),
    loadActor: (identity) =>
      identity.kind === "staff"
        ? staffAccounts.loadActor(identity)
        : outreach.borrowerAccounts.loadActor(identity),
  };
  /** Lines that were opened with the sessions that have just ended, here and on the other processes. */
  const hangUpHere = (personId: string) => realtime.hangUp((one) => personIdOf(one) === personId);
  wire.on("signedOut", (message) => hangUpHere(String(Reflect.get(message as object, "personId"))));
  const hangUpOnPerson = (personId: string) => {
    hangUpHere(personId);
    wire.send("signedOut", { personId });
  };
  const hangUpOn = (actor: Actor) => {
    if (actor.kind === "staff") hangUpOnPerson(actor.staffId);
  };
  const ownAccount: OwnAccount = {
    describe: (tx, actor) =>
      actor.kind === "borrower"
        ? outreach.borrowerAccounts.describe(tx, actor)
        : organisations.describeStaff(tx, onlyStaff(actor)),
    changePassword: async (tx, actor, input) => {
      await organisations.changePassword(tx, onlyStaff(actor), input);
      tx.afterCommit(() => hangUpOn(actor));
    },
    signOutEverywhere: async (tx, actor) => {
      await organisations.signOutEverywhere(tx, onlyStaff(actor));
      tx.afterCommit(() => hangUpOn(actor));
    },
  };

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
