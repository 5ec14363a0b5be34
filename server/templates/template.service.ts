import { v7 as uuid } from "uuid";
import type { ClauseKey, ClauseText, ClauseTexts } from "../../shared/agreements/clauses.ts";
import {
  clauseProblems,
  completeTexts,
  isClauseKey,
  SHIPPED_CLAUSES,
} from "../../shared/agreements/clauseTexts.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { LocalDate } from "../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyStaff } from "../organisations/index.ts";
import { describeCharacter, unprintableIn } from "../pdf/printable.ts";
import { ClauseTemplateRow } from "./template.entity.ts";
import type { TemplateRepository, TemplateVersion } from "./template.repository.ts";

export type ClauseChanges = Partial<Record<ClauseKey, ClauseText>>;
export type NewTemplate = {
  /** The last version the editor saw; 0 before there was one. */
  version: number;
  from: LocalDate;
  note: string;
  texts: Record<string, ClauseText>;
};
export type Templates = {
  /** The last version entered, whose texts an editor begins with. */
  version: number;
  /** The version agreements composed today are made from. */
  inForce: number;
  texts: ClauseTexts;
  history: TemplateVersion[];
};

/** The wording of settlement agreements: what the product ships, and the centre's dated versions over it. */
export class TemplateService {
  readonly #rows: TemplateRepository;

  constructor(rows: TemplateRepository) {
    this.#rows = rows;
  }

  /** The texts an agreement composed on this day is made from. */
  async inForce(tx: Tx, on: LocalDate): Promise<{ version: number; texts: ClauseTexts }> {
    return asTexts(await this.#rows.inForce(tx, on));
  }

  /** The texts of one version, for whatever is made later from an agreement that names it. */
  async ofVersion(tx: Tx, version: number): Promise<ClauseTexts> {
    if (version === 0) return SHIPPED_CLAUSES;
    const row = await this.#rows.find(tx, version);
    if (!row) throw new Refusal("not_found", "no such version of the clauses");
    return completeTexts(row.texts);
  }

  async overview(tx: Tx): Promise<Templates> {
    const latest = asTexts(await this.#rows.latest(tx));
    const inForce = await this.inForce(tx, shanghaiDateOf(tx.now));
    return { ...latest, inForce: inForce.version, history: await this.#rows.history(tx) };
  }

  /** Enter a new version over the one the editor saw. Agreements that exist keep their words. */
  async add(tx: Tx, actor: Actor, input: NewTemplate): Promise<Templates> {
    const { staffId } = onlyStaff(actor);
    await this.#rows.lock(tx);
    const latest = asTexts(await this.#rows.latest(tx));
    if (latest.version !== input.version) {
      throw new Refusal("version_conflict", "the clauses were changed meanwhile");
    }
    if (input.from < shanghaiDateOf(tx.now)) throw faulty([{ pointer: "/from", code: "in_the_past" }]);
    const changes = onlyUsable(input.texts);
    const changed = Object.entries(changes)
      .filter(([key, text]) => isClauseKey(key) && !same(latest.texts[key], text))
      .map(([key]) => key);
    if (changed.length === 0) throw faulty([{ pointer: "/texts", code: "nothing_changed" }]);
    await this.#rows.insert(
      tx,
      Object.assign(new ClauseTemplateRow(), {
        id: uuid(),
        version: latest.version + 1,
        from: input.from,
        texts: { ...latest.texts, ...changes },
        changed,
        note: input.note,
        setBy: staffId,
        createdAt: tx.now,
      }),
    );
    return await this.overview(tx);
  }

  /** The last version's texts with these changes, as a preview shows them; refused like a version would be. */
  async tryOut(tx: Tx, texts: Record<string, ClauseText>): Promise<ClauseTexts> {
    const latest = asTexts(await this.#rows.latest(tx));
    return { ...latest.texts, ...onlyUsable(texts) };
  }
}

function asTexts(row: ClauseTemplateRow | null): { version: number; texts: ClauseTexts } {
  if (row === null) return { version: 0, texts: SHIPPED_CLAUSES };
  return { version: row.version, texts: completeTexts(row.texts) };
}

function same(a: ClauseText, b: ClauseText): boolean {
  return a.zh === b.zh && a.en === b.en;
}

/** Refused with everything that is wrong: placeholders lost or unknown, and characters no document could show. */
function onlyUsable(texts: Record<string, ClauseText>): ClauseChanges {
  const faults: ClauseFault[] = clauseProblems(texts).map(({ key, language, code, name }) => ({
    pointer: `/texts/${key}/${language}`,
    code,
    ...(name === undefined ? {} : { detail: name }),
  }));
  for (const [key, text] of Object.entries(texts)) {
    for (const language of ["zh", "en"] as const) {
      const odd = unprintableIn(text[language].replace(/[\r\n]/g, ""));
      if (odd.length === 0) continue;
      const detail = odd.map(describeCharacter).join(" ");
      faults.push({ pointer: `/texts/${key}/${language}`, code: "unprintable", detail });
    }
  }
  if (faults.length > 0) throw faulty(faults);
  return texts;
}

type ClauseFault = { pointer: string; code: string; detail?: string };

function faulty(faults: readonly ClauseFault[]): Refusal {
  return new Refusal("unprocessable", "these clauses cannot be used", {
    errors: faults.map(({ pointer, code, detail }) => ({ pointer, code, detail: detail ?? code })),
  });
}
