import type { MigrationInterface, QueryRunner } from "typeorm";

/** More time for an offer that is being answered, a document shown with one, and drafts by the mediator for one side. */
export class OfferThread20261123090000 implements MigrationInterface {
  name = "OfferThread20261123090000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE offer ADD extended_at timestamptz, ADD exhibit_id uuid REFERENCES exhibit;
      CREATE TABLE offer_draft (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        for_party text NOT NULL CHECK (for_party IN ('borrower', 'platform')),
        status text NOT NULL CHECK (status IN ('open', 'confirmed', 'turned_down', 'taken_back')),
        statement_id uuid NOT NULL REFERENCES statement,
        terms jsonb NOT NULL,
        terms_hash text NOT NULL,
        note text,
        counters uuid REFERENCES offer,
        open_days int NOT NULL CHECK (open_days BETWEEN 1 AND 90),
        drafted_by uuid NOT NULL REFERENCES staff,
        drafted_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        decided_by_name text,
        decided_at timestamptz,
        CHECK ((status = 'open') = (decided_at IS NULL))
      );
      CREATE UNIQUE INDEX offer_draft_open ON offer_draft (case_id, for_party) WHERE status = 'open';
      CREATE INDEX offer_draft_case ON offer_draft (case_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE offer_draft;
      ALTER TABLE offer DROP COLUMN extended_at, DROP COLUMN exhibit_id;
    `);
  }
}
