import type { MigrationInterface, QueryRunner } from "typeorm";

/** Dated versions of rules of law, entered by the centre over those the product ships. Never changed: corrected by another. */
export class Law20261121101000 implements MigrationInterface {
  name = "Law20261121101000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE law_rule (
        id uuid PRIMARY KEY,
        version int NOT NULL UNIQUE CHECK (version > 0),
        matter text NOT NULL,
        rule text NOT NULL,
        from_date date NOT NULL,
        to_date date,
        value jsonb NOT NULL,
        source text NOT NULL,
        confidence text NOT NULL CHECK (confidence IN ('READ', 'PRESS', 'RECALLED', 'OURS')),
        replaces text UNIQUE,
        set_by uuid NOT NULL REFERENCES staff,
        created_at timestamptz NOT NULL,
        CHECK (to_date IS NULL OR to_date >= from_date)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE law_rule`);
  }
}
