import type { MigrationInterface, QueryRunner } from "typeorm";

/** The borrower hears of the limit for judicial confirmation before it is over. */
export class ConfirmationNotices20261123080000 implements MigrationInterface {
  name = "ConfirmationNotices20261123080000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
      ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('invitation', 'one_time_code', 'room',
        'signing', 'sealed', 'terminated', 'reminder', 'agreement_changed', 'completed', 'session_times',
        'session_invitation', 'session_cancelled', 'session_reminder', 'confirmation_due'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE notice SET kind = 'reminder' WHERE kind = 'confirmation_due';
      ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
      ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('invitation', 'one_time_code', 'room',
        'signing', 'sealed', 'terminated', 'reminder', 'agreement_changed', 'completed', 'session_times',
        'session_invitation', 'session_cancelled', 'session_reminder'));
    `);
  }
}
