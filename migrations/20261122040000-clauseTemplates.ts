import type { MigrationInterface, QueryRunner } from "typeorm";

/** Versions of the agreement's clause texts, entered by the centre over those shipped. Never changed: replaced by another. */
export class ClauseTemplates20261122040000 implements MigrationInterface {
  name = "ClauseTemplates20261122040000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clause_template (
        id uuid PRIMARY KEY,
        version int NOT NULL UNIQUE CHECK (version > 0),
        from_date date NOT NULL,
        texts jsonb NOT NULL,
        changed text[] NOT NULL,
        note text NOT NULL,
        set_by uuid NOT NULL REFERENCES staff,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE clause_template`);
  }
}
