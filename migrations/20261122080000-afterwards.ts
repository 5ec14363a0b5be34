import type { MigrationInterface, QueryRunner } from "typeorm";

/** What follows a signed agreement: judicial confirmation, amendment, completion, and the mediation file. */
export class Afterwards20261122080000 implements MigrationInterface {
  name = "Afterwards20261122080000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agreement
        ADD COLUMN supersedes uuid REFERENCES agreement,
        ADD COLUMN superseded_by uuid REFERENCES agreement,
        ADD COLUMN superseded_at timestamptz;

      ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
      ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('invitation', 'one_time_code', 'room',
        'signing', 'sealed', 'terminated', 'reminder', 'agreement_changed', 'completed'));

      CREATE TABLE confirmation (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        agreement_id uuid NOT NULL UNIQUE REFERENCES agreement,
        status text NOT NULL CHECK (status IN ('open', 'preparing', 'signed', 'filed', 'confirmed', 'refused', 'withdrawn')),
        effective_on date NOT NULL,
        last_day date NOT NULL,
        deadline date NOT NULL,
        provisional boolean NOT NULL,
        court text,
        court_basis text,
        content jsonb,
        content_hash text,
        prepared_at timestamptz,
        filed_on date,
        court_case_number text,
        concluded_on date,
        ruling_sha256 text REFERENCES stored_file,
        ruling_name text,
        ruling_mime text,
        note text,
        warned_days int,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX confirmation_case ON confirmation (case_id);
      CREATE INDEX confirmation_deadline ON confirmation (deadline) WHERE status IN ('open', 'preparing', 'signed');
      INSERT INTO confirmation (id, case_id, agreement_id, status, effective_on, last_day, deadline, provisional)
        SELECT gen_random_uuid(), case_id, id, 'open', day, day + 30, day + 30, true
        FROM (SELECT id, case_id, (sealed_at AT TIME ZONE 'Asia/Shanghai')::date AS day
          FROM agreement WHERE status = 'sealed') sealed;

      CREATE TABLE confirmation_signature (
        id uuid PRIMARY KEY,
        confirmation_id uuid NOT NULL REFERENCES confirmation,
        party text NOT NULL CHECK (party IN ('borrower', 'platform')),
        signer_id uuid NOT NULL,
        signer_name text NOT NULL,
        method text NOT NULL CHECK (method IN ('drawn', 'typed')),
        image bytea,
        content_hash text NOT NULL,
        consent_wording text NOT NULL,
        evidence jsonb NOT NULL,
        signed_at timestamptz NOT NULL,
        UNIQUE (confirmation_id, party, content_hash)
      );

      CREATE TABLE amendment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        agreement_id uuid NOT NULL REFERENCES agreement,
        from_stage text NOT NULL CHECK (from_stage IN ('performing', 'breached')),
        begun_at timestamptz NOT NULL,
        outcome text CHECK (outcome IN ('superseded', 'kept', 'ended')),
        new_agreement_id uuid REFERENCES agreement,
        closed_at timestamptz
      );
      CREATE UNIQUE INDEX amendment_open ON amendment (case_id) WHERE closed_at IS NULL;

      CREATE TABLE plan_entry (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        agreement_id uuid NOT NULL REFERENCES agreement,
        kind text NOT NULL CHECK (kind IN ('superseded', 'carried_over', 'waived_on_completion')),
        instalment_number int,
        debt_id uuid REFERENCES debt,
        component text,
        fen bigint NOT NULL CHECK (fen > 0),
        other_agreement_id uuid REFERENCES agreement,
        on_date date NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX plan_entry_agreement ON plan_entry (agreement_id);

      CREATE TABLE completion_certificate (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        agreement_id uuid NOT NULL UNIQUE REFERENCES agreement,
        number text NOT NULL UNIQUE,
        code text NOT NULL UNIQUE,
        facts jsonb NOT NULL,
        document_sha256 text NOT NULL REFERENCES stored_file,
        page_count int NOT NULL,
        issued_at timestamptz NOT NULL
      );
      CREATE INDEX completion_certificate_case ON completion_certificate (case_id);

      CREATE TABLE case_file (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        status text NOT NULL CHECK (status IN ('composing', 'ready', 'failed')),
        requested_by uuid NOT NULL REFERENCES staff,
        requested_at timestamptz NOT NULL,
        done int NOT NULL DEFAULT 0,
        total int NOT NULL DEFAULT 0,
        document_sha256 text REFERENCES stored_file,
        page_count int,
        failure jsonb,
        finished_at timestamptz
      );
      CREATE INDEX case_file_case ON case_file (case_id, requested_at DESC);
      CREATE UNIQUE INDEX case_file_composing ON case_file (case_id) WHERE status = 'composing';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE case_file, completion_certificate, plan_entry, amendment, confirmation_signature, confirmation;
      UPDATE notice SET kind = 'reminder' WHERE kind = 'completed';
      ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
      ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('invitation', 'one_time_code', 'room',
        'signing', 'sealed', 'terminated', 'reminder', 'agreement_changed'));
      ALTER TABLE agreement DROP COLUMN supersedes, DROP COLUMN superseded_by, DROP COLUMN superseded_at;
    `);
  }
}
