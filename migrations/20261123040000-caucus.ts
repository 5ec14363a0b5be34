import type { MigrationInterface, QueryRunner } from "typeorm";

/** Speaking with one side alone, what may be carried over from there, and what keeps people safe in a room. */
export class Caucus20261123040000 implements MigrationInterface {
  name = "Caucus20261123040000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_member ADD muted_at timestamptz;

      CREATE TABLE caucus (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        side text NOT NULL CHECK (side IN ('borrower', 'platform')),
        announced boolean NOT NULL,
        begun_by uuid NOT NULL REFERENCES staff,
        begun_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX caucus_open ON caucus (case_id) WHERE ended_at IS NULL;

      CREATE TABLE message_passing (
        message_id uuid PRIMARY KEY REFERENCES journal_event (id),
        case_id uuid NOT NULL REFERENCES "case",
        state text NOT NULL CHECK (state IN ('kept', 'released', 'passed_on'))
      );

      CREATE TABLE room_request (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        kind text NOT NULL CHECK (kind IN ('pause', 'mediator_alone')),
        party text NOT NULL CHECK (party IN ('borrower', 'platform')),
        state text NOT NULL CHECK (state IN ('open', 'granted', 'declined', 'withdrawn')),
        made_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX room_request_open ON room_request (case_id, party, kind) WHERE state = 'open';

      CREATE TABLE message_report (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        message_id uuid NOT NULL REFERENCES journal_event (id),
        party text NOT NULL CHECK (party IN ('borrower', 'platform')),
        state text NOT NULL CHECK (state IN ('open', 'dealt_with')),
        made_at timestamptz NOT NULL,
        UNIQUE (message_id, party)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE message_report, room_request, message_passing, caucus;
      ALTER TABLE case_member DROP COLUMN muted_at;
    `);
  }
}
