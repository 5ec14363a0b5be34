import type { MigrationInterface, QueryRunner } from "typeorm";

/** Minutes of sessions and of spans of dates, and what those present say of them. */
export class Minutes20261123031000 implements MigrationInterface {
  name = "Minutes20261123031000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE minutes (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        number text NOT NULL UNIQUE,
        serial int NOT NULL CHECK (serial > 0),
        status text NOT NULL CHECK (status IN ('drafted', 'open', 'final', 'withdrawn')),
        session_id uuid,
        body jsonb NOT NULL,
        heading jsonb NOT NULL,
        content_hash text NOT NULL,
        drafted_by uuid NOT NULL REFERENCES staff,
        drafted_by_name text NOT NULL,
        drafted_at timestamptz NOT NULL,
        opened_at timestamptz,
        finished_at timestamptz,
        document_sha256 text REFERENCES stored_file,
        page_count int,
        version int NOT NULL DEFAULT 1,
        UNIQUE (case_id, serial),
        CHECK ((status = 'final') = (finished_at IS NOT NULL)),
        CHECK (document_sha256 IS NULL OR status = 'final')
      );
      CREATE UNIQUE INDEX minutes_session ON minutes (session_id) WHERE session_id IS NOT NULL AND status <> 'withdrawn';

      CREATE TABLE minutes_answer (
        minutes_id uuid NOT NULL REFERENCES minutes,
        person_id uuid NOT NULL,
        party text NOT NULL CHECK (party IN ('borrower', 'platform', 'mediator')),
        name text NOT NULL,
        answer text NOT NULL CHECK (answer IN ('confirmed', 'refused')),
        remark text,
        at timestamptz NOT NULL,
        PRIMARY KEY (minutes_id, person_id),
        CHECK (answer <> 'refused' OR remark IS NOT NULL)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE minutes_answer, minutes;
    `);
  }
}
