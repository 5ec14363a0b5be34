import type { MigrationInterface, QueryRunner } from "typeorm";

/** What people have typed in a room and not sent yet. */
export class Drafts20261123050000 implements MigrationInterface {
  name = "Drafts20261123050000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE room_draft (
        person_id uuid NOT NULL,
        case_id uuid NOT NULL REFERENCES "case",
        channel text NOT NULL,
        text text NOT NULL CHECK (text <> ''),
        version uuid NOT NULL,
        kept_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, case_id, channel)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE room_draft`);
  }
}
