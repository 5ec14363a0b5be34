import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * What both sides say about the lines of a statement, every word kept; the payment history of a contract; what of a loan
 * was received; the platform's own risk tier; calls to the borrower.
 */
export class StatementLines20261122020000 implements MigrationInterface {
  name = "StatementLines20261122020000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE line_entry (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        version int NOT NULL,
        debt_id uuid NOT NULL REFERENCES debt,
        component text NOT NULL CHECK (component IN ('principal', 'interest', 'penalty', 'fee')),
        fen bigint NOT NULL CHECK (fen >= 0),
        from_fen bigint CHECK (from_fen > fen),
        side text NOT NULL CHECK (side IN ('borrower', 'platform')),
        answer text NOT NULL CHECK (answer IN ('open', 'confirmed', 'disputed')),
        reason text,
        exhibit_id uuid REFERENCES exhibit,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        CHECK (from_fen IS NULL OR side = 'platform')
      );
      CREATE INDEX line_entry_case ON line_entry (case_id, at, id);

      INSERT INTO line_entry (id, case_id, version, debt_id, component, fen, side, answer, reason, by_name, at)
      SELECT l.id, s.case_id, s.version, l.debt_id, l.component, l.fen, 'borrower', l.answer, l.answer_reason, b.name,
        l.answered_at
      FROM statement_line l JOIN statement s ON s.id = l.statement_id JOIN "case" c ON c.id = s.case_id
        JOIN borrower b ON b.id = c.borrower_id
      WHERE l.answered_at IS NOT NULL;
      ALTER TABLE statement_line DROP COLUMN answer, DROP COLUMN answer_reason, DROP COLUMN answered_at;

      ALTER TABLE statement ADD COLUMN answers_since int;
      UPDATE statement SET answers_since = version;
      ALTER TABLE statement ALTER COLUMN answers_since SET NOT NULL,
        ADD CHECK (answers_since BETWEEN 1 AND version);

      ALTER TABLE debt ADD COLUMN risk_tier text, ADD COLUMN received_fen bigint CHECK (received_fen >= 0);

      CREATE TABLE payment_history (
        debt_id uuid NOT NULL REFERENCES debt,
        version int NOT NULL CHECK (version > 0),
        payments jsonb NOT NULL,
        stated_by uuid NOT NULL REFERENCES staff,
        stated_at timestamptz NOT NULL,
        PRIMARY KEY (debt_id, version)
      );

      CREATE TABLE contact (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        point text NOT NULL CHECK (point IN ('phone', 'alt_phone')),
        number text NOT NULL,
        on_date date NOT NULL,
        begun_at timestamptz NOT NULL,
        begun_by uuid NOT NULL REFERENCES staff,
        outcome text CHECK (outcome IN ('answered', 'unanswered')),
        ended_at timestamptz
      );
      CREATE INDEX contact_case ON contact (case_id, begun_at);
      CREATE INDEX contact_number ON contact (number, on_date);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE contact, payment_history;
      ALTER TABLE debt DROP COLUMN risk_tier, DROP COLUMN received_fen;
      ALTER TABLE statement_line
        ADD COLUMN answer text NOT NULL DEFAULT 'open' CHECK (answer IN ('open', 'confirmed', 'disputed')),
        ADD COLUMN answer_reason text,
        ADD COLUMN answered_at timestamptz;
      UPDATE statement_line l SET answer = e.answer, answer_reason = e.reason, answered_at = e.at
      FROM (
        SELECT DISTINCT ON (case_id, version, debt_id, component) * FROM line_entry WHERE side = 'borrower'
        ORDER BY case_id, version, debt_id, component, at DESC, id DESC
      ) e JOIN statement s ON s.case_id = e.case_id AND s.version = e.version
      WHERE l.statement_id = s.id AND l.debt_id = e.debt_id AND l.component = e.component;
      ALTER TABLE statement DROP COLUMN answers_since;
      DROP TABLE line_entry;
    `);
  }
}
