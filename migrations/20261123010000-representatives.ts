import type { MigrationInterface, QueryRunner } from "typeorm";

/** People who act for a borrower, with a door of their own; a second mediator beside the first. */
export class Representatives20261123010000 implements MigrationInterface {
  name = "Representatives20261123010000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE representative (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('relative', 'lawyer', 'other')),
        standing text NOT NULL,
        id_number text NOT NULL,
        phone text NOT NULL,
        scope text NOT NULL CHECK (scope IN ('general', 'special')),
        granted_on date NOT NULL,
        ends_on date NOT NULL,
        exhibit_id uuid NOT NULL REFERENCES exhibit,
        paper_sha256 text NOT NULL,
        status text NOT NULL CHECK (status IN ('named', 'accepted', 'refused', 'ended')),
        named_by text NOT NULL CHECK (named_by IN ('borrower', 'mediator')),
        named_at timestamptz NOT NULL,
        decided_by uuid REFERENCES staff,
        decided_at timestamptz,
        refusal_reason text,
        ended_at timestamptz,
        end_reason text CHECK (end_reason IN ('by_borrower', 'by_mediator', 'run_out')),
        version int NOT NULL DEFAULT 1,
        CHECK (granted_on <= ends_on),
        CHECK (status NOT IN ('accepted', 'refused') OR decided_by IS NOT NULL),
        CHECK (status <> 'ended' OR end_reason IS NOT NULL)
      );
      CREATE INDEX representative_case ON representative (case_id, named_at);
      CREATE UNIQUE INDEX representative_special ON representative (case_id)
        WHERE scope = 'special' AND status IN ('named', 'accepted');
      CREATE INDEX representative_running ON representative (ends_on) WHERE status IN ('named', 'accepted');

      ALTER TABLE invitation ADD COLUMN representative_id uuid REFERENCES representative;
      CREATE INDEX invitation_representative ON invitation (representative_id) WHERE representative_id IS NOT NULL;

      ALTER TABLE case_member ADD COLUMN representative_id uuid REFERENCES representative;
      ALTER TABLE case_member ADD COLUMN "as" text CHECK ("as" IN ('representative', 'co_mediator'));
      ALTER TABLE case_member DROP CONSTRAINT case_member_check;
      ALTER TABLE case_member ADD CONSTRAINT case_member_check
        CHECK (num_nonnulls(staff_id, borrower_id, representative_id) = 1);
      CREATE UNIQUE INDEX case_member_representative ON case_member (case_id, representative_id)
        WHERE left_at IS NULL AND removed_at IS NULL;

      ALTER TABLE "case" ADD COLUMN co_mediator_ids uuid[] NOT NULL DEFAULT '{}';
      CREATE INDEX case_co_mediators ON "case" USING gin (co_mediator_ids);
      ALTER TABLE appointment ADD COLUMN role text NOT NULL DEFAULT 'mediator'
        CHECK (role IN ('mediator', 'co_mediator'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM appointment WHERE role = 'co_mediator';
      ALTER TABLE appointment DROP COLUMN role;
      ALTER TABLE "case" DROP COLUMN co_mediator_ids;
      DELETE FROM case_member WHERE representative_id IS NOT NULL;
      ALTER TABLE case_member DROP CONSTRAINT case_member_check;
      ALTER TABLE case_member DROP COLUMN representative_id, DROP COLUMN "as";
      ALTER TABLE case_member ADD CONSTRAINT case_member_check CHECK (num_nonnulls(staff_id, borrower_id) = 1);
      DELETE FROM invitation WHERE representative_id IS NOT NULL;
      ALTER TABLE invitation DROP COLUMN representative_id;
      DROP TABLE representative;
    `);
  }
}
