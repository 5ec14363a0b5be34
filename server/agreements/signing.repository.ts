import type { SigningStepKind } from "../../shared/agreements/reading.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { SigningAuthorityRow, SigningSettingsRow, SigningStep } from "./signing.entity.ts";

export type SettingsVersion = Pick<SigningSettingsRow, "version" | "settings" | "createdAt"> & {
  setByName: string;
};

/** What belongs to signing beside the agreement itself, as rows. */
export class SigningRepository {
  stepsOf(tx: Tx, agreementId: string): Promise<SigningStep[]> {
    return tx.manager.find(SigningStep, { where: { agreementId }, order: { at: "ASC", id: "ASC" } });
  }

  hasStep(
    tx: Tx,
    step: { agreementId: string; personId: string; kind: SigningStepKind; page: number },
  ): Promise<boolean> {
    return tx.manager.existsBy(SigningStep, step);
  }

  insertStep(tx: Tx, step: SigningStep): Promise<SigningStep> {
    return tx.manager.save(step);
  }

  latestSettings(tx: Tx, centreId: string): Promise<SigningSettingsRow | null> {
    return tx.manager.findOne(SigningSettingsRow, { where: { centreId }, order: { version: "DESC" } });
  }

  /** Held while settings are set, so that of two at once one hears of the other. */
  async lockCentre(tx: Tx, centreId: string): Promise<void> {
    await rows(tx.manager, `SELECT id FROM organisation WHERE id = $1 FOR UPDATE`, [centreId]);
  }

  insertSettings(tx: Tx, row: SigningSettingsRow): Promise<SigningSettingsRow> {
    return tx.manager.save(row);
  }

  settingsVersions(tx: Tx, centreId: string): Promise<SettingsVersion[]> {
    return rows(
      tx.manager,
      `SELECT v.version, v.settings, v.created_at AS "createdAt", s.name AS "setByName"
       FROM signing_settings v JOIN staff s ON s.id = v.set_by WHERE v.centre_id = $1 ORDER BY v.version DESC`,
      [centreId],
    );
  }

  /** Every authority a person was ever given by this platform, the newest first. */
  authoritiesOf(tx: Tx, platformId: string, staffId: string): Promise<SigningAuthorityRow[]> {
    return tx.manager.find(SigningAuthorityRow, {
      where: { platformId, staffId },
      order: { registeredAt: "DESC", id: "DESC" },
    });
  }

  authority(tx: Tx, id: string): Promise<SigningAuthorityRow | null> {
    return tx.manager.findOneBy(SigningAuthorityRow, { id });
  }

  lockAuthority(tx: Tx, id: string): Promise<SigningAuthorityRow | null> {
    return tx.manager.findOne(SigningAuthorityRow, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  saveAuthority(tx: Tx, row: SigningAuthorityRow): Promise<SigningAuthorityRow> {
    return tx.manager.save(row);
  }

  numberTaken(tx: Tx, platformId: string, number: string): Promise<boolean> {
    return tx.manager.existsBy(SigningAuthorityRow, { platformId, number });
  }

  authorities(tx: Tx, platformId: string): Promise<SigningAuthorityRow[]> {
    return tx.manager.find(SigningAuthorityRow, {
      where: { platformId },
      order: { registeredAt: "DESC", id: "DESC" },
    });
  }

  /** Agreements whose time is over, or that are still to be reminded of, in cases that are not paused. */
  async timed(tx: Tx, limit: number): Promise<{ id: string }[]> {
    return await rows(
      tx.manager,
      `SELECT a.id FROM agreement a JOIN "case" c ON c.id = a.case_id
       WHERE a.status = 'signing' AND a.deadline IS NOT NULL
         AND c.paused_at IS NULL AND c.stage = 'signing'
         AND (a.deadline <= $1 OR a.reminders_written < (
           SELECT count(*) FROM jsonb_array_elements(a.signing_settings -> 'remindDaysBefore') AS before
           WHERE a.deadline - before::int * interval '1 day' BETWEEN a.released_at AND $1))
       ORDER BY a.deadline LIMIT $2`,
      [tx.now, limit],
    );
  }

  /** A pause stopped the clock: what lay open then has that much longer. */
  async extendDeadline(tx: Tx, caseId: string, since: Date): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE agreement SET deadline = deadline + ($3::timestamptz - $2::timestamptz), version = version + 1
       WHERE case_id = $1 AND status = 'signing' AND deadline > $2`,
      [caseId, since, tx.now],
    );
  }
}
