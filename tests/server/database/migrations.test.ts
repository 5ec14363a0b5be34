import { expect } from "chai";
import type { DataSource } from "typeorm";
import { migrations } from "../../../migrations/index.ts";
import { createDataSource } from "../../../server/database/dataSource.ts";
import { createLog } from "../../../server/log.ts";
import { createEmptyDatabase, type TestDatabase } from "../../support/database.ts";

describe("migrations", () => {
  let testDatabase: TestDatabase;
  let dataSource: DataSource;

  before(async () => {
    testDatabase = await createEmptyDatabase();
    const options = { entities: [], poolSize: 2, log: createLog("silent") };
    dataSource = await createDataSource(testDatabase.url, options).initialize();
  });

  after(async () => {
    await dataSource.destroy();
    await testDatabase.drop();
  });

  /** Every column, index and constraint there is, without TypeORM's own table. */
  async function schema(): Promise<string[]> {
    const found: { line: string }[] = await dataSource.query(`
      SELECT line FROM (
        SELECT concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable, column_default) AS line,
               table_name AS owner
          FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT 'index ' || indexdef, tablename FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid), conrelid::regclass::text
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT 'function ' || proname, '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      ) AS parts WHERE owner <> 'migration' ORDER BY line`);
    return found.map((row) => row.line);
  }

  it("build the schema, undo it without a trace, and build the same again", async () => {
    const run = await dataSource.runMigrations();
    expect(run).to.have.length(migrations.length);
    const built = await schema();
    expect(built.length).to.be.greaterThan(100);
    for (let n = 0; n < migrations.length; n += 1) await dataSource.undoLastMigration();
    expect(await schema()).to.deep.equal([]);
    await dataSource.runMigrations();
    expect(await schema()).to.deep.equal(built);
  });

  it("have nothing left to do on a database that is up to date", async () => {
    expect(await dataSource.runMigrations()).to.deep.equal([]);
  });
});
