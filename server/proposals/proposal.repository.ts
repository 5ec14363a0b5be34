import { In } from "typeorm";
import type { OfferSide } from "../../shared/offers/offerView.ts";
import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Proposal, ProposalAnswerRow } from "./proposal.entity.ts";

/** Proposals and what was sealed about them, as rows. */
export class ProposalRepository {
  insert(tx: Tx, proposal: Proposal): Promise<Proposal> {
    return tx.manager.save(proposal);
  }

  find(tx: Tx, id: string): Promise<Proposal | null> {
    return tx.manager.findOneBy(Proposal, { id });
  }

  lock(tx: Tx, id: string): Promise<Proposal | null> {
    return tx.manager.findOne(Proposal, { where: { id }, lock: { mode: "pessimistic_write" } });
  }

  /** All proposals of a case, the newest first. */
  ofCase(tx: Tx, caseId: string): Promise<Proposal[]> {
    return tx.manager.find(Proposal, { where: { caseId }, order: { createdAt: "DESC", id: "DESC" } });
  }

  /** What is drawn up or open in a case; there is never more than one. */
  lockRunning(tx: Tx, caseId: string): Promise<Proposal | null> {
    return tx.manager.findOne(Proposal, {
      where: { caseId, status: In(["drafted", "open"]) },
      lock: { mode: "pessimistic_write" },
    });
  }

  isOpen(tx: Tx, caseId: string): Promise<boolean> {
    return tx.manager.existsBy(Proposal, { caseId, status: "open" });
  }

  /** Write changed fields of a locked proposal; counts its version up, here and on the object. */
  async change(tx: Tx, proposal: Proposal, fields: Partial<Omit<Proposal, "id" | "version">>): Promise<void> {
    Object.assign(proposal, fields, { version: proposal.version + 1 });
    const { terms, ...plain } = fields;
    await tx.manager.update(Proposal, { id: proposal.id }, { ...plain, version: proposal.version });
    if (terms === undefined) return;
    await rows(tx.manager, `UPDATE proposal SET terms = $2 WHERE id = $1`, [
      proposal.id,
      JSON.stringify(terms),
    ]);
  }

  /** Move the end of what was open at `since` by the time that has passed from then to now. */
  async extendOpen(tx: Tx, caseId: string, since: Date): Promise<void> {
    await rows(
      tx.manager,
      `UPDATE proposal SET deadline = deadline + ($3::timestamptz - $2::timestamptz), version = version + 1
       WHERE case_id = $1 AND status = 'open' AND deadline > $2`,
      [caseId, since, tx.now],
    );
  }

  /** Cases with a round whose time is over, or with a proposal nobody can answer because the case moved on. */
  async casesToClose(tx: Tx, limit: number): Promise<string[]> {
    const found = await rows<{ case_id: string }>(
      tx.manager,
      `SELECT p.case_id FROM proposal p JOIN "case" c ON c.id = p.case_id
       WHERE p.status IN ('drafted', 'open') AND (c.stage <> 'negotiating'
         OR (p.status = 'open' AND p.deadline <= $1 AND c.paused_at IS NULL))
       ORDER BY p.deadline, p.id LIMIT $2`,
      [tx.now, limit],
    );
    return found.map((row) => row.case_id);
  }

  /** The answers of one side, for that side. */
  answersOf(tx: Tx, proposalIds: readonly string[], party: OfferSide): Promise<ProposalAnswerRow[]> {
    return tx.manager.findBy(ProposalAnswerRow, { proposalId: In([...proposalIds]), party });
  }

  /** Both answers, for the moment of revealing and for nothing else. */
  answersTo(tx: Tx, proposalId: string): Promise<ProposalAnswerRow[]> {
    return tx.manager.findBy(ProposalAnswerRow, { proposalId });
  }

  async keepAnswer(tx: Tx, answer: ProposalAnswerRow): Promise<void> {
    await tx.manager.upsert(ProposalAnswerRow, answer, ["proposalId", "party"]);
  }

  /** Which of these proposals this person has read the warning of. */
  async warned(tx: Tx, proposalIds: readonly string[], personId: string): Promise<ReadonlySet<string>> {
    const found = await rows<{ id: string }>(
      tx.manager,
      `SELECT proposal_id AS id FROM proposal_warning_read
       WHERE person_id = $1 AND proposal_id = ANY ($2::uuid[])`,
      [personId, proposalIds],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Whether this was new. */
  async keepWarned(tx: Tx, proposal: Proposal, personId: string): Promise<boolean> {
    const added = await rows(
      tx.manager,
      `INSERT INTO proposal_warning_read (proposal_id, person_id, warning, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING person_id`,
      [proposal.id, personId, proposal.warning, tx.now],
    );
    return added.length > 0;
  }

  async settings(tx: Tx, centreId: string): Promise<{ rounds: number; version: number } | null> {
    const [row] = await rows<{ rounds: number; version: number }>(
      tx.manager,
      `SELECT rounds, version FROM proposal_settings WHERE centre_id = $1`,
      [centreId],
    );
    return row ?? null;
  }

  /** False when somebody else set them since `version`. */
  async setRounds(
    tx: Tx,
    input: { centreId: string; rounds: number; version: number; setBy: string },
  ): Promise<boolean> {
    const { centreId, rounds, version, setBy } = input;
    const written = await rows(
      tx.manager,
      `INSERT INTO proposal_settings AS s (centre_id, rounds, version, set_by, set_at)
       SELECT $1::uuid, $2::int, $3::int + 1, $4::uuid, $5::timestamptz
       WHERE $3 = 0 OR EXISTS (SELECT 1 FROM proposal_settings WHERE centre_id = $1)
       ON CONFLICT (centre_id) DO UPDATE SET rounds = excluded.rounds, version = excluded.version,
         set_by = excluded.set_by, set_at = excluded.set_at WHERE s.version = $3
       RETURNING centre_id`,
      [centreId, rounds, version, setBy, tx.now],
    );
    return written.length > 0;
  }
}
