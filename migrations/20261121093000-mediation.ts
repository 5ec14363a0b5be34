import type { MigrationInterface, QueryRunner } from "typeorm";

/** Reaching the borrower, bargaining, signing, paying, and handing over to a lawyer. */
export class Mediation20261121093000 implements MigrationInterface {
  name = "Mediation20261121093000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        code text NOT NULL UNIQUE,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        opened_at timestamptz,
        identified_at timestamptz,
        failed_tries int NOT NULL DEFAULT 0,
        locked_until timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX invitation_case ON invitation (case_id);

      CREATE TABLE one_time_code (
        id uuid PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('identify', 'sign')),
        subject_id uuid NOT NULL,
        code_hash text NOT NULL,
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        failed_tries int NOT NULL DEFAULT 0,
        used_at timestamptz
      );
      CREATE INDEX one_time_code_subject ON one_time_code (purpose, subject_id, sent_at DESC);

      CREATE TABLE notice (
        id uuid PRIMARY KEY,
        case_id uuid REFERENCES "case",
        kind text NOT NULL CHECK (kind IN ('invitation', 'one_time_code', 'room', 'signing', 'sealed', 'terminated', 'reminder')),
        channel text NOT NULL CHECK (channel IN ('sms', 'email', 'post')),
        recipient text NOT NULL,
        recipient_name text NOT NULL,
        body text NOT NULL,
        link text,
        status text NOT NULL CHECK (status IN ('waiting', 'ready', 'sent', 'failed', 'cancelled')),
        not_before timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        sent_at timestamptz
      );
      CREATE INDEX notice_created ON notice (created_at DESC, id DESC);
      CREATE INDEX notice_case ON notice (case_id);

      CREATE TABLE offer (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        number int NOT NULL,
        by_party text NOT NULL CHECK (by_party IN ('borrower', 'platform')),
        counters uuid REFERENCES offer,
        status text NOT NULL CHECK (status IN
          ('awaiting_approval', 'open', 'countered', 'withdrawn', 'expired', 'declined', 'accepted', 'refused_approval')),
        statement_id uuid NOT NULL REFERENCES statement,
        terms jsonb NOT NULL,
        terms_hash text NOT NULL,
        note text,
        put_by uuid NOT NULL,
        put_by_name text NOT NULL,
        put_at timestamptz,
        expires_at timestamptz NOT NULL,
        breaches jsonb NOT NULL DEFAULT '[]',
        approved_by uuid REFERENCES staff,
        acceptance_approval text CHECK (acceptance_approval IN ('requested', 'approved', 'refused')),
        accepted_at timestamptz,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        UNIQUE (case_id, number)
      );
      CREATE INDEX offer_open ON offer (case_id) WHERE status IN ('open', 'awaiting_approval');
      CREATE INDEX offer_expiry ON offer (expires_at) WHERE status IN ('open', 'awaiting_approval');

      CREATE TABLE agreement (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        platform_id uuid NOT NULL REFERENCES organisation,
        number text NOT NULL UNIQUE,
        offer_id uuid NOT NULL REFERENCES offer,
        status text NOT NULL CHECK (status IN ('review', 'signing', 'signed', 'sealed', 'refused', 'withdrawn')),
        terms jsonb NOT NULL,
        terms_hash text NOT NULL,
        facts jsonb NOT NULL,
        content_hash text NOT NULL,
        schedule jsonb NOT NULL,
        total_fen bigint NOT NULL,
        composed_at timestamptz NOT NULL,
        released_at timestamptz,
        sealed_at timestamptz,
        sealed_by uuid REFERENCES staff,
        document_sha256 text REFERENCES stored_file,
        page_count int,
        version int NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX agreement_current ON agreement (case_id) WHERE status IN ('review', 'signing', 'signed');
      CREATE INDEX agreement_platform ON agreement (platform_id, composed_at DESC, id DESC);

      CREATE TABLE agreement_signature (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement,
        party text NOT NULL CHECK (party IN ('borrower', 'platform', 'mediator')),
        signer_id uuid NOT NULL,
        signer_name text NOT NULL,
        method text NOT NULL CHECK (method IN ('drawn', 'typed')),
        image bytea,
        content_hash text NOT NULL,
        consent_wording text NOT NULL,
        evidence jsonb NOT NULL,
        signed_at timestamptz NOT NULL,
        UNIQUE (agreement_id, party)
      );

      CREATE TABLE instalment (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement,
        case_id uuid NOT NULL REFERENCES "case",
        number int NOT NULL,
        due date NOT NULL,
        due_fen bigint NOT NULL CHECK (due_fen > 0),
        paid_fen bigint NOT NULL DEFAULT 0 CHECK (paid_fen >= 0),
        status text NOT NULL CHECK (status IN ('due', 'part_paid', 'paid')),
        UNIQUE (agreement_id, number)
      );
      CREATE INDEX instalment_case ON instalment (case_id, number);
      CREATE INDEX instalment_due ON instalment (due) WHERE status <> 'paid';

      CREATE TABLE payment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        agreement_id uuid NOT NULL REFERENCES agreement,
        fen bigint NOT NULL CHECK (fen > 0),
        paid_on date NOT NULL,
        reference text NOT NULL,
        allocation jsonb NOT NULL,
        credit_fen bigint NOT NULL DEFAULT 0,
        recorded_by uuid NOT NULL REFERENCES staff,
        recorded_at timestamptz NOT NULL,
        UNIQUE (agreement_id, reference)
      );

      CREATE TABLE exhibit (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        party text NOT NULL CHECK (party IN ('borrower', 'platform', 'mediator')),
        uploaded_by uuid NOT NULL,
        name text NOT NULL,
        group_no int NOT NULL CHECK (group_no BETWEEN 1 AND 5),
        source text NOT NULL,
        proves text NOT NULL,
        purpose text NOT NULL,
        file_sha256 text NOT NULL REFERENCES stored_file,
        file_name text NOT NULL,
        mime text NOT NULL,
        page_count int NOT NULL,
        audience text[] NOT NULL CHECK (audience <@ ARRAY['borrower', 'platform', 'mediator'] AND cardinality(audience) > 0),
        disclosure text NOT NULL CHECK (disclosure IN ('shareable', 'without_prejudice', 'mediator_private')),
        created_at timestamptz NOT NULL,
        withdrawn_at timestamptz
      );
      CREATE INDEX exhibit_case ON exhibit (case_id, group_no, created_at);

      CREATE TABLE escalation (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        platform_id uuid NOT NULL REFERENCES organisation,
        status text NOT NULL CHECK (status IN ('composing', 'sealed', 'failed', 'closed')),
        lawyer_id uuid NOT NULL REFERENCES staff,
        requested_by uuid NOT NULL REFERENCES staff,
        requested_at timestamptz NOT NULL,
        sealed_at timestamptz,
        packet_sha256 text REFERENCES stored_file,
        zip_sha256 text REFERENCES stored_file,
        manifest jsonb,
        page_count int,
        failure jsonb,
        outcome text,
        outcome_note text,
        closed_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX escalation_case ON escalation (case_id);
      CREATE INDEX escalation_lawyer ON escalation (lawyer_id, requested_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE escalation, exhibit, payment, instalment, agreement_signature, agreement, offer, notice,
        one_time_code, invitation;
    `);
  }
}
