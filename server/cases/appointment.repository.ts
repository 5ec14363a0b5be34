import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Appointment } from "./case.entity.ts";

export type MediatorLoad = {
  id: string;
  name: string;
  acceptingCases: boolean;
  openCases: number;
  priorCasesWithPlatform: number;
  /** Declared a conflict of interest in some case of this platform. */
  declaredConflictWithPlatform: boolean;
};

/** Appointments, as rows. */
export class AppointmentRepository {
  save(tx: Tx, appointment: Appointment): Promise<Appointment> {
    return tx.manager.save(appointment);
  }

  find(tx: Tx, id: string): Promise<Appointment | null> {
    return tx.manager.findOneBy(Appointment, { id });
  }

  ofCase(tx: Tx, caseId: string): Promise<Appointment[]> {
    return tx.manager.find(Appointment, { where: { caseId }, order: { proposedAt: "DESC", id: "DESC" } });
  }

  /** Ids of the cases whose mediator this person is asked to be. */
  proposalsTo(tx: Tx, mediatorId: string): Promise<Appointment[]> {
    return tx.manager.find(Appointment, {
      where: { mediatorId, status: "proposed" },
      order: { proposedAt: "ASC", id: "ASC" },
    });
  }

  async revokeProposal(tx: Tx, caseId: string): Promise<void> {
    await tx.manager.update(Appointment, { caseId, status: "proposed" }, { status: "revoked" });
  }

  /** Every active mediator of the centre with their load, and what they have had with one platform. */
  async mediators(
    tx: Tx,
    input: { centreId: string; platformId: string | null; exceptCaseId: string | null },
  ): Promise<MediatorLoad[]> {
    return await rows<MediatorLoad>(
      tx.manager,
      `SELECT s.id, s.name, s.accepting_cases AS "acceptingCases",
         (SELECT count(*)::int FROM "case" c WHERE c.mediator_id = s.id
            AND c.stage IN ('invited', 'preparing', 'negotiating', 'signing')) AS "openCases",
         (SELECT count(*)::int FROM "case" c WHERE c.mediator_id = s.id AND c.platform_id = $2
            AND c.id IS DISTINCT FROM $3) AS "priorCasesWithPlatform",
         EXISTS (SELECT 1 FROM appointment a JOIN "case" c ON c.id = a.case_id
            WHERE a.mediator_id = s.id AND a.status = 'conflicted' AND c.platform_id = $2)
           AS "declaredConflictWithPlatform"
       FROM staff s
       WHERE s.organisation_id = $1 AND s.role = 'mediator' AND s.disabled_at IS NULL
       ORDER BY s.accepting_cases DESC, "openCases", s.name, s.id`,
      [input.centreId, input.platformId, input.exceptCaseId],
    );
  }
}
