import { rows } from "../database/sql.ts";
import type { Tx } from "../database/transaction.ts";
import { Exhibit } from "./exhibit.entity.ts";
import type { ExhibitMime } from "../pdf/exhibitSource.ts";
import type { EvidenceGroup } from "./packetFacts.ts";

/** An exhibit that may leave the mediation; no other kind of row can become one. */
export type ShareableExhibit = {
  id: string;
  name: string;
  group: EvidenceGroup;
  source: string;
  proves: string;
  purpose: string;
  sha256: string;
  fileName: string;
  mime: ExhibitMime;
  pageCount: number;
  audience: string[];
  disclosure: "shareable";
};

/** Exhibits, as rows. */
export class ExhibitRepository {
  find(tx: Tx, id: string): Promise<Exhibit | null> {
    return tx.manager.findOneBy(Exhibit, { id });
  }

  ofCase(tx: Tx, caseId: string): Promise<Exhibit[]> {
    return tx.manager.find(Exhibit, {
      where: { caseId },
      order: { groupNo: "ASC", createdAt: "ASC", id: "ASC" },
    });
  }

  async fileBytes(tx: Tx, sha256: string): Promise<number> {
    const [row] = await rows<{ bytes: string }>(
      tx.manager,
      "SELECT bytes FROM stored_file WHERE sha256 = $1",
      [sha256],
    );
    if (!row) throw new Error("an exhibit has a stored file");
    return Number(row.bytes);
  }

  async insert(tx: Tx, exhibit: Exhibit): Promise<void> {
    await tx.manager.insert(Exhibit, exhibit);
  }

  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(Exhibit, { id }, { withdrawnAt: tx.now });
  }

  /** What a packet is made from. The words that keep a confidence stand in this query. */
  async forPacket(tx: Tx, caseId: string): Promise<ShareableExhibit[]> {
    return await rows<ShareableExhibit>(
      tx.manager,
      `SELECT id, name, group_no AS "group", source, proves, purpose, file_sha256 AS sha256,
         file_name AS "fileName", mime, page_count AS "pageCount", audience, disclosure
       FROM exhibit
       WHERE case_id = $1 AND disclosure = 'shareable' AND 'platform' = ANY (audience) AND withdrawn_at IS NULL
       ORDER BY group_no, created_at, id`,
      [caseId],
    );
  }
}
