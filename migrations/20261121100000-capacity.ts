import type { MigrationInterface, QueryRunner } from "typeorm";

/** The borrower's statement of income and outgoings, and what people must keep to live on. */
export class Capacity20261121100000 implements MigrationInterface {
  name = "Capacity20261121100000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE capacity_statement (
        case_id uuid PRIMARY KEY REFERENCES "case",
        version int NOT NULL CHECK (version > 0),
        draft jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        submitted jsonb,
        submitted_version int,
        submitted_at timestamptz,
        shared_fen bigint CHECK (shared_fen >= 0),
        shared_at timestamptz,
        CHECK (num_nonnulls(submitted, submitted_version, submitted_at) IN (0, 3)),
        CHECK (num_nonnulls(shared_fen, shared_at) IN (0, 2))
      );

      CREATE TABLE living_floor (
        id uuid PRIMARY KEY,
        region text NOT NULL,
        from_date date NOT NULL,
        per_person_fen bigint NOT NULL CHECK (per_person_fen > 0),
        source text NOT NULL,
        set_by uuid NOT NULL REFERENCES staff,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX living_floor_region ON living_floor (region, from_date, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE living_floor, capacity_statement`);
  }
}
