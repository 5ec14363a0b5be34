// `npm run verify-journal [-- <case number>]`: recomputes the hash chain of one case, or of all.
import { isCaseNumber } from "../shared/cases/caseNumber.ts";
import { systemClock } from "../server/clock.ts";
import { createDataSource } from "../server/database/dataSource.ts";
import { rows } from "../server/database/sql.ts";
import { createDatabase, type Database } from "../server/database/transaction.ts";
import { Journal, JournalRepository } from "../server/journal/index.ts";
import { withDatabase } from "./openDatabase.ts";

type CaseToVerify = { id: string; number: string; events: number };

const [wanted] = process.argv.slice(2);
process.exitCode = await withDatabase({ attach: true }, async ({ url, log }) => {
  if (wanted !== undefined && !isCaseNumber(wanted)) {
    console.error(`${wanted} is not a case number; one looks like 2026-0001234 and its last digit must fit.`);
    return 2;
  }
  const dataSource = createDataSource(url, { entities: [], poolSize: 2, log });
  await dataSource.initialize();
  try {
    return await verify(createDatabase(dataSource, systemClock, log));
  } finally {
    await dataSource.destroy();
  }
});

async function verify(db: Database): Promise<number> {
  const cases = await db.read((tx) =>
    rows<CaseToVerify>(
      tx.manager,
      `SELECT c.id, c.number, (SELECT count(*)::int FROM journal_event e WHERE e.case_id = c.id) AS events
       FROM "case" c WHERE $1::text IS NULL OR c.number = $1 ORDER BY c.number`,
      [wanted ?? null],
    ),
  );
  if (wanted !== undefined && cases.length === 0) {
    console.error(`There is no case ${wanted}.`);
    return 1;
  }
  const journal = new Journal(new JournalRepository());
  let faulty = 0;
  let events = 0;
  for (const { id, number, events: count } of cases) {
    const fault = await db.read((tx) => journal.verify(tx, id));
    events += count;
    if (fault === null) continue;
    faulty += 1;
    console.error(`Case ${number}: event ${fault.seq} does not fit (${fault.fault}).`);
  }
  if (faulty > 0) {
    console.error(`${faulty} of ${cases.length} cases do not verify.`);
    return 1;
  }
  console.log(`${events} events of ${cases.length} cases verified.`);
  return 0;
}
