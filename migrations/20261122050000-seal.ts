import type { MigrationInterface, QueryRunner } from "typeorm";

/** Sealed documents: the order to seal with the code that is printed, and every version of the file that was issued. */
export class Seal20261122050000 implements MigrationInterface {
  name = "Seal20261122050000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seal_root (
        fingerprint text PRIMARY KEY CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
        certificate bytea NOT NULL,
        development boolean NOT NULL,
        added_at timestamptz NOT NULL
      );
      CREATE TABLE sealed_document (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        serial int NOT NULL DEFAULT 1 CHECK (serial > 0),
        code text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
        number text NOT NULL,
        issuer text NOT NULL,
        ordered_at timestamptz NOT NULL,
        ordered_by uuid REFERENCES staff,
        sealed_at timestamptz,
        page_count int,
        upgrade_due boolean NOT NULL DEFAULT false,
        superseded_at timestamptz,
        UNIQUE (kind, subject_id, serial)
      );
      CREATE INDEX sealed_document_waiting ON sealed_document (ordered_at) WHERE sealed_at IS NULL;
      CREATE INDEX sealed_document_upgrade ON sealed_document (sealed_at) WHERE upgrade_due;
      CREATE TABLE sealed_version (
        document_id uuid NOT NULL REFERENCES sealed_document,
        version int NOT NULL CHECK (version > 0),
        sha256 text NOT NULL UNIQUE REFERENCES stored_file,
        level text NOT NULL CHECK (level IN ('record', 'B-B', 'B-LTA')),
        signer text,
        fingerprint text,
        development boolean NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (document_id, version)
      );
      -- Agreements sealed before carry no code and no signature, but their files can be recognised.
      INSERT INTO sealed_document (id, kind, subject_id, code, number, issuer, ordered_at, ordered_by, sealed_at, page_count)
        SELECT gen_random_uuid(), 'agreement', a.id, upper(substr(md5(gen_random_uuid()::text), 1, 16)), a.number,
          a.facts -> 'facts' -> 'centre' ->> 'name', a.sealed_at, a.sealed_by, a.sealed_at, a.page_count
        FROM agreement a WHERE a.document_sha256 IS NOT NULL AND a.sealed_at IS NOT NULL;
      INSERT INTO sealed_version (document_id, version, sha256, level, development, created_at)
        SELECT d.id, 1, a.document_sha256, 'record', false, d.sealed_at
        FROM sealed_document d JOIN agreement a ON a.id = d.subject_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sealed_version, sealed_document, seal_root`);
  }
}
