import type { MigrationInterface, QueryRunner } from "typeorm";

/** Live sessions: times to choose from, the calendar, who was there; and which ground rules a member accepted. */
export class Sessions20261123020000 implements MigrationInterface {
  name = "Sessions20261123020000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_member ADD COLUMN ground_rules text;

      CREATE TABLE mediation_session (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES "case",
        number int NOT NULL CHECK (number > 0),
        status text NOT NULL
          CHECK (status IN ('polling', 'scheduled', 'lobby', 'running', 'adjourned', 'ended', 'cancelled')),
        times timestamptz[] NOT NULL,
        minutes int NOT NULL CHECK (minutes > 0),
        starts_at timestamptz,
        sequence int NOT NULL DEFAULT 0,
        phase text CHECK (phase IN ('opening', 'facts', 'options', 'bargaining', 'closing')),
        started_at timestamptz,
        running_since timestamptz,
        elapsed_seconds int NOT NULL DEFAULT 0,
        planned_end timestamptz,
        resumes_at timestamptz,
        ended_at timestamptz,
        reason text,
        confirmed_at timestamptz,
        confirmed_present uuid[],
        day_reminder_at timestamptz,
        hour_reminder_at timestamptz,
        created_by uuid NOT NULL REFERENCES staff,
        created_at timestamptz NOT NULL,
        version int NOT NULL DEFAULT 1,
        UNIQUE (case_id, number),
        CHECK (status IN ('polling', 'cancelled') OR starts_at IS NOT NULL),
        CHECK ((status = 'running') = (running_since IS NOT NULL))
      );
      CREATE UNIQUE INDEX mediation_session_open ON mediation_session (case_id)
        WHERE status NOT IN ('ended', 'cancelled');
      CREATE INDEX mediation_session_coming ON mediation_session (starts_at) WHERE status IN ('scheduled', 'lobby');

      CREATE TABLE session_tick (
        session_id uuid NOT NULL REFERENCES mediation_session,
        party text NOT NULL CHECK (party IN ('borrower', 'platform')),
        times timestamptz[] NOT NULL,
        ticked_by_name text NOT NULL,
        ticked_at timestamptz NOT NULL,
        PRIMARY KEY (session_id, party)
      );
      CREATE TABLE session_attendance (
        id uuid PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES mediation_session,
        member_id uuid NOT NULL REFERENCES case_member,
        party text NOT NULL CHECK (party IN ('borrower', 'platform', 'mediator')),
        name text NOT NULL,
        joined_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        left_at timestamptz
      );
      CREATE UNIQUE INDEX session_attendance_now ON session_attendance (session_id, member_id) WHERE left_at IS NULL;
      CREATE INDEX session_attendance_session ON session_attendance (session_id);

      ALTER TABLE notice ADD COLUMN calendar text;
      ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
      ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('invitation', 'one_time_code', 'room',
        'signing', 'sealed', 'terminated', 'reminder', 'agreement_changed', 'completed', 'session_times',
        'session_invitation', 'session_cancelled', 'session_reminder'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE notice SET kind = 'reminder' WHERE kind LIKE 'session_%';
      ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
      ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('invitation', 'one_time_code', 'room',
        'signing', 'sealed', 'terminated', 'reminder', 'agreement_changed', 'completed'));
      ALTER TABLE notice DROP COLUMN calendar;
      DROP TABLE session_attendance, session_tick, mediation_session;
      ALTER TABLE case_member DROP COLUMN ground_rules;
    `);
  }
}
