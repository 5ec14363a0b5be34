import type { MigrationInterface, QueryRunner } from "typeorm";

/** Borrowers, cases, their journal, debts with statement lines, imports, and the people in each case. */
export class Cases20261121092000 implements MigrationInterface {
  name = "Cases20261121092000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE borrower (
        id uuid PRIMARY KEY,
        platform_id uuid NOT NULL REFERENCES organisation,
        name text NOT NULL,
        id_number text NOT NULL,
        phone text NOT NULL,
        alt_phone text,
        email text,
        registered_address text,
        residential_address text,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        UNIQUE (platform_id, id_number)
      );

      CREATE SEQUENCE case_number_seq;
      CREATE TABLE "case" (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        centre_id uuid NOT NULL REFERENCES organisation,
        platform_id uuid NOT NULL REFERENCES organisation,
        borrower_id uuid NOT NULL REFERENCES borrower,
        mediator_id uuid REFERENCES staff,
        stage text NOT NULL CHECK (stage IN ('intake', 'invited', 'preparing', 'negotiating', 'signing',
          'performing', 'breached', 'terminated', 'escalated', 'completed', 'closed')),
        stage_since timestamptz NOT NULL,
        accepted_at timestamptz,
        paused_at timestamptz,
        borrower_consented_at timestamptz,
        platform_consented_at timestamptz,
        termination_reason text,
        terminated_at timestamptz,
        certificate_sha256 text,
        claimed_fen bigint NOT NULL,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX case_platform ON "case" (platform_id, created_at DESC, id DESC);
      CREATE INDEX case_mediator ON "case" (mediator_id, stage);
      CREATE INDEX case_borrower ON "case" (borrower_id);
      CREATE INDEX case_created ON "case" (created_at DESC, id DESC);
      CREATE INDEX case_stage ON "case" (stage, stage_since);

      CREATE TABLE journal_head (
        case_id uuid PRIMARY KEY REFERENCES "case",
        seq bigint NOT NULL DEFAULT 0,
        hash text NOT NULL,
        borrower_n bigint NOT NULL DEFAULT 0,
        platform_n bigint NOT NULL DEFAULT 0,
        mediator_n bigint NOT NULL DEFAULT 0
      );

      CREATE TABLE journal_event (
        case_id uuid NOT NULL REFERENCES "case",
        seq bigint NOT NULL,
        id uuid NOT NULL UNIQUE,
        type text NOT NULL,
        audience text[] NOT NULL CHECK (audience <@ ARRAY['borrower', 'platform', 'mediator'] AND cardinality(audience) > 0),
        disclosure text NOT NULL CHECK (disclosure IN ('shareable', 'without_prejudice', 'mediator_private')),
        actor jsonb NOT NULL,
        payload jsonb NOT NULL,
        at timestamptz NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        borrower_n bigint,
        platform_n bigint,
        mediator_n bigint,
        transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
        position bigint GENERATED ALWAYS AS IDENTITY,
        PRIMARY KEY (case_id, seq),
        CHECK ((borrower_n IS NOT NULL) = ('borrower' = ANY (audience))),
        CHECK ((platform_n IS NOT NULL) = ('platform' = ANY (audience))),
        CHECK ((mediator_n IS NOT NULL) = ('mediator' = ANY (audience)))
      );
      CREATE UNIQUE INDEX journal_borrower ON journal_event (case_id, borrower_n) WHERE borrower_n IS NOT NULL;
      CREATE UNIQUE INDEX journal_platform ON journal_event (case_id, platform_n) WHERE platform_n IS NOT NULL;
      CREATE UNIQUE INDEX journal_mediator ON journal_event (case_id, mediator_n) WHERE mediator_n IS NOT NULL;
      CREATE INDEX journal_fan_out ON journal_event (transaction_id, position);

      CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'journal_event is append-only';
      END $$;
      CREATE TRIGGER journal_event_append_only BEFORE UPDATE OR DELETE ON journal_event
        FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();

      CREATE TABLE journal_consumer (
        name text PRIMARY KEY,
        transaction_id xid8 NOT NULL,
        position bigint NOT NULL
      );

      CREATE TABLE debt (
        id uuid PRIMARY KEY,
        platform_id uuid NOT NULL REFERENCES organisation,
        case_id uuid NOT NULL REFERENCES "case",
        contract_number text NOT NULL,
        product text,
        lender_name text NOT NULL,
        lender_type text NOT NULL CHECK (lender_type IN ('bank', 'consumer_finance', 'microloan', 'private')),
        disbursed_on date,
        disbursed_fen bigint,
        term_count int,
        annual_rate text,
        penalty_markup text,
        overdue_since date,
        repaid_fen bigint,
        remark text,
        created_at timestamptz NOT NULL,
        UNIQUE (platform_id, contract_number)
      );
      CREATE INDEX debt_case ON debt (case_id);

      CREATE TABLE statement (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        version int NOT NULL,
        as_of date NOT NULL,
        hash text NOT NULL,
        created_at timestamptz NOT NULL,
        UNIQUE (case_id, version)
      );

      CREATE TABLE statement_line (
        id uuid PRIMARY KEY,
        statement_id uuid NOT NULL REFERENCES statement,
        debt_id uuid NOT NULL REFERENCES debt,
        component text NOT NULL CHECK (component IN ('principal', 'interest', 'penalty', 'fee')),
        fen bigint NOT NULL CHECK (fen >= 0),
        answer text NOT NULL DEFAULT 'open' CHECK (answer IN ('open', 'confirmed', 'disputed')),
        answer_reason text,
        answered_at timestamptz,
        UNIQUE (statement_id, debt_id, component)
      );

      CREATE TABLE case_member (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        party text NOT NULL CHECK (party IN ('borrower', 'platform', 'mediator')),
        staff_id uuid REFERENCES staff,
        borrower_id uuid REFERENCES borrower,
        name text NOT NULL,
        joined_at timestamptz NOT NULL,
        left_at timestamptz,
        removed_at timestamptz,
        CHECK (num_nonnulls(staff_id, borrower_id) = 1)
      );
      CREATE UNIQUE INDEX case_member_staff ON case_member (case_id, staff_id) WHERE left_at IS NULL AND removed_at IS NULL;
      CREATE UNIQUE INDEX case_member_borrower ON case_member (case_id, borrower_id) WHERE left_at IS NULL AND removed_at IS NULL;

      CREATE TABLE appointment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        mediator_id uuid NOT NULL REFERENCES staff,
        proposed_by uuid NOT NULL REFERENCES staff,
        status text NOT NULL CHECK (status IN ('proposed', 'appointed', 'conflicted', 'revoked')),
        prior_cases_with_platform int NOT NULL,
        statement text,
        proposed_at timestamptz NOT NULL,
        declared_at timestamptz
      );
      CREATE UNIQUE INDEX appointment_open ON appointment (case_id) WHERE status = 'proposed';
      CREATE INDEX appointment_mediator ON appointment (mediator_id, status);

      CREATE TABLE import (
        id uuid PRIMARY KEY,
        platform_id uuid NOT NULL REFERENCES organisation,
        uploaded_by uuid NOT NULL REFERENCES staff,
        confirmed_by uuid REFERENCES staff,
        file_name text NOT NULL,
        file_sha256 text NOT NULL,
        file_bytes bigint NOT NULL,
        encoding text,
        status text NOT NULL CHECK (status IN ('reading', 'needs_mapping', 'previewed', 'importing', 'imported', 'failed')),
        headers jsonb,
        mapping jsonb,
        rows_read int NOT NULL DEFAULT 0,
        rows_good int NOT NULL DEFAULT 0,
        rows_faulty int NOT NULL DEFAULT 0,
        rows_known int NOT NULL DEFAULT 0,
        rows_imported int NOT NULL DEFAULT 0,
        cases_created int NOT NULL DEFAULT 0,
        failure jsonb,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX import_platform ON import (platform_id, created_at DESC);

      CREATE TABLE import_row (
        import_id uuid NOT NULL REFERENCES import ON DELETE CASCADE,
        line int NOT NULL,
        status text NOT NULL CHECK (status IN ('good', 'known', 'faulty', 'imported')),
        cells jsonb NOT NULL,
        account jsonb,
        problems jsonb,
        PRIMARY KEY (import_id, line)
      );
      CREATE INDEX import_row_status ON import_row (import_id, status, line);

      CREATE TABLE import_layout (
        platform_id uuid NOT NULL REFERENCES organisation,
        fingerprint text NOT NULL,
        mapping jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (platform_id, fingerprint)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE import_layout, import_row, import, appointment, case_member, statement_line, statement, debt,
        journal_consumer, journal_event, journal_head, "case", borrower;
      DROP FUNCTION journal_is_append_only;
      DROP SEQUENCE case_number_seq;
    `);
  }
}
