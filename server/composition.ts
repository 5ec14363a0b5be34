import type { Pool } from "pg";
import type { Accounts } from "./auth/identity.ts";
import { createPassport, type Passport } from "./auth/passport.ts";
import type { OwnAccount } from "./auth/auth.routes.ts";
import { CaseOpening, CaseOpeningRepository, CaseRepository, CaseService } from "./cases/index.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/transaction.ts";
import { DebtRepository, StatementService } from "./debts/index.ts";
import { createIntake, type Intake } from "./intake/index.ts";
import { Journal, JournalRepository } from "./journal/index.ts";
import type { Documents } from "./documents.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Log } from "./log.ts";
import { createOffers, type Offers } from "./offers/index.ts";
import {
  onlyStaff,
  OrganisationRepository,
  OrganisationService,
  StaffAccounts,
} from "./organisations/index.ts";
import { Realtime } from "./realtime/index.ts";
import { createRooms, type Rooms } from "./rooms/index.ts";
import { BorrowerRepository, BorrowerService } from "./parties/index.ts";

/** What the platform folders offer to the domains. */
export type Platform = {
  config: Config;
  db: Database;
  /** Plain connections for sessions and counters, apart from those that hold transactions. */
  pool: Pool;
  log: Log;
  jobs: Jobs;
  documents: Documents;
  /** Where people reach this installation; links in notices begin with it. */
  publicUrl: string;
};

export type Services = {
  platform: Platform;
  journal: Journal;
  journalRows: JournalRepository;
  organisations: OrganisationService;
  borrowers: BorrowerService;
  statements: StatementService;
  cases: CaseService;
  caseOpening: CaseOpening;
  intake: Intake;
  realtime: Realtime;
  rooms: Rooms;
  offers: Offers;
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
  const borrowers = new BorrowerService(new BorrowerRepository());
  const statements = new StatementService(new DebtRepository());
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
  const intake = createIntake({ ...platform, organisations, caseOpening });
  const realtime = new Realtime();
  const rooms = createRooms({ ...platform, journal, cases, realtime });
  const offers = createOffers({
    ...platform,
    cases,
    statements,
    organisations,
    rooms: rooms.rooms,
    journal,
    onTermsAccepted: () => Promise.resolve(),
  });
  const staffAccounts = new StaffAccounts(platform.db, organisationRows);

  const accounts: Accounts = {
    checkPassword: (username, password) => staffAccounts.checkPassword(username, password),
    loadActor: (identity) =>
      identity.kind === "staff" ? staffAccounts.loadActor(identity) : Promise.resolve(null),
  };
  const ownAccount: OwnAccount = {
    describe: (tx, actor) => organisations.describeStaff(tx, onlyStaff(actor)),
    changePassword: (tx, actor, input) => organisations.changePassword(tx, onlyStaff(actor), input),
    signOutEverywhere: (tx, actor) => organisations.signOutEverywhere(tx, onlyStaff(actor)),
  };

  return {
    platform,
    journal,
    journalRows,
    organisations,
    borrowers,
    statements,
    cases,
    caseOpening,
    intake,
    realtime,
    rooms,
    offers,
    accounts,
    ownAccount,
    passport: createPassport(accounts),
  };
}
