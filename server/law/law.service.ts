import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { type EnteredRule, type LawBook, lawBook } from "../../shared/law/lawBook.ts";
import { enteredRule, type NewVersion, newVersionProblems } from "../../shared/law/newVersion.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyStaff } from "../organisations/index.ts";
import { LawRuleRow } from "./lawRule.entity.ts";
import type { LawRuleRepository } from "./lawRule.repository.ts";

/** The rules of law in force: those shipped, and what the centre entered over them. */
export class LawService {
  readonly #rows: LawRuleRepository;
  #known: LawBook = lawBook([], 0);

  constructor(rows: LawRuleRepository) {
    this.#rows = rows;
  }

  /** The whole book as this transaction sees it. Read again only when a version was added since. */
  async book(tx: Tx): Promise<LawBook> {
    const version = await this.#rows.version(tx);
    if (version === this.#known.version) return this.#known;
    const book = await this.#read(tx, version);
    this.#known = book;
    return book;
  }

  /** Enter a new dated version over the book that the caller looked at. */
  async add(tx: Tx, actor: Actor, input: NewVersion & { version: number }): Promise<LawBook> {
    const { version: seen, ...draft } = input;
    const { staffId } = onlyStaff(actor);
    await this.#rows.lock(tx);
    const version = await this.#rows.version(tx);
    if (version !== seen) throw new Refusal("version_conflict", "the rules were changed meanwhile");
    const problems = newVersionProblems(await this.#read(tx, version), draft);
    if (problems.length > 0) {
      throw new Refusal("unprocessable", "this version cannot be entered", {
        errors: problems.map(({ pointer, code, params }) => ({
          pointer,
          code,
          detail: `${code} ${JSON.stringify(params)}`,
        })),
      });
    }
    const row = { ...draft, id: uuid(), version: version + 1, setBy: staffId, createdAt: tx.now };
    await this.#rows.insert(tx, Object.assign(new LawRuleRow(), row));
    // Not kept: this transaction may yet be undone, and another version take the number.
    return await this.#read(tx, version + 1);
  }

  async #read(tx: Tx, version: number): Promise<LawBook> {
    return lawBook((await this.#rows.upTo(tx, version)).map(entered), version);
  }
}

function entered(row: LawRuleRow): EnteredRule {
  // Written by `add` alone, after the value was checked against its matter.
  return { ...enteredRule(row, row.id), replaces: row.replaces };
}
