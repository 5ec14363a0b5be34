import type { MigrationInterface, QueryRunner } from "typeorm";

/** The mediator's proposal: sealed answers of both sides, and how many rounds a centre allows. */
export class Proposals20261122090000 implements MigrationInterface {
  name = "Proposals20261122090000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposal (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        number int NOT NULL DEFAULT 0,
        status text NOT NULL CHECK (status IN ('drafted', 'open', 'agreed', 'not_agreed', 'withdrawn')),
        statement_id uuid NOT NULL REFERENCES statement,
        terms jsonb NOT NULL,
        terms_hash text NOT NULL,
        note text,
        warning text NOT NULL,
        drafted_by uuid NOT NULL REFERENCES staff,
        drafted_by_name text NOT NULL,
        opened_at timestamptz,
        deadline timestamptz,
        closed_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        CHECK (status <> 'open' OR (opened_at IS NOT NULL AND deadline IS NOT NULL AND number > 0))
      );
      CREATE UNIQUE INDEX proposal_running ON proposal (case_id) WHERE status IN ('drafted', 'open');
      CREATE UNIQUE INDEX proposal_number ON proposal (case_id, number) WHERE number > 0;
      CREATE INDEX proposal_deadline ON proposal (deadline) WHERE status = 'open';

      CREATE TABLE proposal_answer (
        proposal_id uuid NOT NULL REFERENCES proposal,
        party text NOT NULL CHECK (party IN ('borrower', 'platform')),
        answer text NOT NULL CHECK (answer IN ('yes', 'no')),
        leave text NOT NULL CHECK (leave IN ('not_needed', 'asked', 'given', 'refused')),
        answered_by uuid NOT NULL,
        answered_by_name text NOT NULL,
        answered_at timestamptz NOT NULL,
        leave_by uuid REFERENCES staff,
        PRIMARY KEY (proposal_id, party)
      );
      CREATE TABLE proposal_warning_read (
        proposal_id uuid NOT NULL REFERENCES proposal,
        person_id uuid NOT NULL,
        warning text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (proposal_id, person_id)
      );
      CREATE TABLE proposal_settings (
        centre_id uuid PRIMARY KEY REFERENCES organisation,
        rounds int NOT NULL CHECK (rounds BETWEEN 1 AND 10),
        version int NOT NULL,
        set_by uuid NOT NULL REFERENCES staff,
        set_at timestamptz NOT NULL
      );

      ALTER TABLE offer DROP CONSTRAINT offer_by_party_check;
      ALTER TABLE offer ADD CONSTRAINT offer_by_party_check CHECK (by_party IN ('borrower', 'platform', 'mediator'));
      ALTER TABLE agreement DROP CONSTRAINT agreement_proposed_by_check;
      ALTER TABLE agreement ADD CONSTRAINT agreement_proposed_by_check
        CHECK (proposed_by IN ('borrower', 'platform', 'mediator'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE agreement SET proposed_by = 'platform' WHERE proposed_by = 'mediator';
      ALTER TABLE agreement DROP CONSTRAINT agreement_proposed_by_check;
      ALTER TABLE agreement ADD CONSTRAINT agreement_proposed_by_check CHECK (proposed_by IN ('borrower', 'platform'));
      UPDATE offer SET by_party = 'platform' WHERE by_party = 'mediator';
      ALTER TABLE offer DROP CONSTRAINT offer_by_party_check;
      ALTER TABLE offer ADD CONSTRAINT offer_by_party_check CHECK (by_party IN ('borrower', 'platform'));
      DROP TABLE proposal_settings, proposal_warning_read, proposal_answer, proposal;
    `);
  }
}
