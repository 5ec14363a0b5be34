import QRCode from "qrcode";
import type { Actor } from "../../shared/api/roles.ts";
import type { Tx } from "../database/transaction.ts";
import { pageOf, readCursor } from "../http/cursor.ts";
import { onlyStaff } from "../organisations/index.ts";
import type { OutboxRow, OutreachRepository } from "./outreach.repository.ts";

/** What is waiting to be sent, for the office that passes it on while no gateway is configured. */
export class OutboxService {
  readonly #rows: OutreachRepository;

  constructor(rows: OutreachRepository) {
    this.#rows = rows;
  }

  async list(
    tx: Tx,
    actor: Actor,
    query: { kind?: string; cursor?: string; limit: number },
  ): Promise<{ items: object[]; next: string | null; gateway: null }> {
    const found = await this.#rows.outbox(tx, {
      centreId: onlyStaff(actor).organisationId,
      kind: query.kind ?? null,
      after: query.cursor === undefined ? null : readCursor(query.cursor),
      limit: query.limit,
    });
    const { page, next } = pageOf(found, query.limit, (row) => ({ at: row.createdAt, id: row.id }));
    return { items: await Promise.all(page.map(presentNotice)), next, gateway: null };
  }

  /** Let go what had to wait for the morning or the end of a pause. */
  async release(tx: Tx): Promise<number> {
    return await this.#rows.releaseWaiting(tx);
  }
}

/** A square code of a link, for a letter or a screen. */
export function qrSvg(link: string): Promise<string> {
  return QRCode.toString(link, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
}

async function presentNotice(row: OutboxRow): Promise<object> {
  const qr =
    row.kind === "invitation" && row.link !== null
      ? `data:image/svg+xml;base64,${Buffer.from(await qrSvg(row.link)).toString("base64")}`
      : null;
  return { ...row, qr };
}
