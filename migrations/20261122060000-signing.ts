import type { MigrationInterface, QueryRunner } from "typeorm";

/** How agreements are signed: in which order and until when, what each signer did, and by whose authority. */
export class Signing20261122060000 implements MigrationInterface {
  name = "Signing20261122060000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agreement DROP CONSTRAINT agreement_status_check;
      ALTER TABLE agreement ADD CONSTRAINT agreement_status_check CHECK (status IN
        ('review', 'signing', 'signed', 'sealed', 'refused', 'withdrawn', 'voided', 'lapsed'));
      ALTER TABLE agreement
        ADD COLUMN proposed_by text CHECK (proposed_by IN ('borrower', 'platform')),
        ADD COLUMN signing_settings jsonb,
        ADD COLUMN deadline timestamptz,
        ADD COLUMN reminders_written int NOT NULL DEFAULT 0,
        ADD COLUMN replaces uuid REFERENCES agreement;
      UPDATE agreement a SET proposed_by = o.by_party FROM offer o WHERE o.id = a.offer_id;
      ALTER TABLE agreement ALTER COLUMN proposed_by SET NOT NULL;
      CREATE INDEX agreement_deadline ON agreement (deadline) WHERE status = 'signing' AND deadline IS NOT NULL;

      ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
      ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('invitation', 'one_time_code', 'room',
        'signing', 'sealed', 'terminated', 'reminder', 'agreement_changed'));

      CREATE TABLE signing_settings (
        id uuid PRIMARY KEY,
        centre_id uuid NOT NULL REFERENCES organisation,
        version int NOT NULL CHECK (version > 0),
        settings jsonb NOT NULL,
        set_by uuid NOT NULL REFERENCES staff,
        created_at timestamptz NOT NULL,
        UNIQUE (centre_id, version)
      );

      CREATE TABLE signing_step (
        id uuid PRIMARY KEY,
        agreement_id uuid NOT NULL REFERENCES agreement,
        party text NOT NULL CHECK (party IN ('borrower', 'platform', 'mediator')),
        person_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('opened', 'page_viewed', 'code_sent', 'code_wrong', 'code_right',
          'consent_shown', 'signed', 'refused')),
        page int CHECK (page > 0),
        page_count int CHECK (page_count > 0),
        content_hash text NOT NULL,
        details jsonb NOT NULL,
        ip text NOT NULL,
        user_agent text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX signing_step_agreement ON signing_step (agreement_id, at, id);
      CREATE UNIQUE INDEX signing_step_viewed ON signing_step (agreement_id, person_id, kind, coalesce(page, 0))
        WHERE kind IN ('opened', 'page_viewed');

      CREATE TABLE signing_authority (
        id uuid PRIMARY KEY,
        platform_id uuid NOT NULL REFERENCES organisation,
        staff_id uuid NOT NULL REFERENCES staff,
        number text NOT NULL,
        max_total_fen bigint CHECK (max_total_fen > 0),
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        document_sha256 text NOT NULL REFERENCES stored_file,
        document_name text NOT NULL,
        document_mime text NOT NULL,
        registered_by uuid NOT NULL REFERENCES staff,
        registered_at timestamptz NOT NULL,
        revoked_by uuid REFERENCES staff,
        revoked_at timestamptz,
        UNIQUE (platform_id, number),
        CHECK (num_nonnulls(revoked_by, revoked_at) IN (0, 2))
      );
      CREATE INDEX signing_authority_staff ON signing_authority (staff_id, registered_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE signing_authority, signing_step, signing_settings;
      UPDATE notice SET kind = 'reminder' WHERE kind = 'agreement_changed';
      ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
      ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('invitation', 'one_time_code', 'room',
        'signing', 'sealed', 'terminated', 'reminder'));
      ALTER TABLE agreement DROP COLUMN proposed_by, DROP COLUMN signing_settings, DROP COLUMN deadline,
        DROP COLUMN reminders_written, DROP COLUMN replaces;
      UPDATE agreement SET status = 'withdrawn' WHERE status IN ('voided', 'lapsed');
      ALTER TABLE agreement DROP CONSTRAINT agreement_status_check;
      ALTER TABLE agreement ADD CONSTRAINT agreement_status_check CHECK (status IN
        ('review', 'signing', 'signed', 'sealed', 'refused', 'withdrawn'));
    `);
  }
}
