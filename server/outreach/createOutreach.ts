import type { CaseService } from "../cases/index.ts";
import type { Database } from "../database/transaction.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { JournalConsumer, type Journal, type JournalRepository } from "../journal/index.ts";
import type { LawService } from "../law/index.ts";
import type { Log } from "../log.ts";
import type { OrganisationService } from "../organisations/index.ts";
import type { BorrowerService } from "../parties/index.ts";
import type { RepresentativeService } from "../representatives/index.ts";
import { BorrowerAccounts } from "./borrowerAccounts.ts";
import { CaseNotices, NOTICED, type NoticedType } from "./caseNotices.ts";
import { ContactRepository } from "./contact.repository.ts";
import { ContactService } from "./contact.service.ts";
import { Door } from "./door.ts";
import { Identification } from "./identification.service.ts";
import { InvitationService } from "./invitation.service.ts";
import { NoticeService } from "./notice.service.ts";
import { OneTimeCodes } from "./oneTimeCodes.service.ts";
import { OutboxService } from "./outbox.service.ts";
import { OutreachRepository } from "./outreach.repository.ts";
import { SigningCodes } from "./signingCodes.ts";

const RELEASE_EVERY_SECONDS = 60;

export const OUTREACH_QUEUES = ["outreach.release"] as const;

export type Outreach = {
  invitations: InvitationService;
  contacts: ContactService;
  signingCodes: SigningCodes;
  identification: Identification;
  borrowerAccounts: BorrowerAccounts;
  outbox: OutboxService;
  caseNotices: CaseNotices;
  /** Writes notices behind the journal; a script or a test can wait for it with `catchUp`. */
  noticeWriter: JournalConsumer<NoticedType>;
  /** Answers how to stop what it started. */
  startWorkers(jobs: Pick<Jobs, "schedule">): Promise<() => Promise<void>>;
};

/** Reaching the borrower: everything of this domain, built together. */
export function createOutreach(deps: {
  db: Database;
  log: Log;
  publicUrl: string;
  /** Keys the hashes of one-time codes. */
  secret: string;
  cases: CaseService;
  borrowers: BorrowerService;
  representatives: RepresentativeService;
  organisations: OrganisationService;
  journal: Journal;
  journalRows: JournalRepository;
  law: LawService;
}): Outreach {
  const { db, log, journal, journalRows, cases, borrowers } = deps;
  const door = new Door(borrowers, deps.representatives);
  const rows = new OutreachRepository();
  const contacts = new ContactRepository();
  const notices = new NoticeService({ ...deps, rows, contacts });
  const codes = new OneTimeCodes(rows, notices, deps.secret);
  const invitations = new InvitationService({ ...deps, rows, notices, door });
  const outbox = new OutboxService(rows);
  const caseNotices = new CaseNotices({ rows, notices, cases, door });
  const noticeWriter = new JournalConsumer(
    "outreach.notices",
    { db, rows: journalRows, log, journal },
    (tx, event) => caseNotices.handle(tx, event),
    NOTICED,
  );
  return {
    invitations,
    contacts: new ContactService({ ...deps, contacts }),
    signingCodes: new SigningCodes(codes, door),
    identification: new Identification({ rows, invitations, codes, door, journal }),
    borrowerAccounts: new BorrowerAccounts(db, cases, door),
    outbox,
    caseNotices,
    noticeWriter,
    startWorkers: async (jobs) => {
      await jobs.schedule("outreach.release", RELEASE_EVERY_SECONDS, async () => {
        await db.transaction((tx) => outbox.release(tx));
      });
      noticeWriter.start();
      return () => noticeWriter.stop();
    },
  };
}
