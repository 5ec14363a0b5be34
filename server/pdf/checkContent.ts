import { describeCharacter, unprintableIn } from "./printable.ts";

/** Why a document is refused: each field that is missing, cannot be printed, or contradicts another. */
export interface Missing {
  /** JSON pointer into the facts. */
  field: string;
  why: "missing" | "unprintable" | "contradictory" | "ambiguous";
  /** Characters that cannot be printed, in `U+2A6A5` form, or what contradicts what. */
  detail?: string;
}

/** Gathers the faults of a document's facts, so that all of them are named at once. */
export class FactCheck {
  readonly missing: Missing[] = [];

  required(field: string, value: string | null | undefined): void {
    if (value === null || value === undefined || value.trim() === "")
      this.missing.push({ field, why: "missing" });
  }

  contradiction(field: string, holds: boolean, detail: string): void {
    if (!holds) this.missing.push({ field, why: "contradictory", detail });
  }

  /** Walks every string of `facts` and names those that a document could not show. */
  printable(facts: unknown, field = ""): void {
    if (typeof facts === "string") {
      const found = unprintableIn(facts);
      if (found.length > 0)
        this.missing.push({ field, why: "unprintable", detail: found.map(describeCharacter).join(" ") });
    } else if (typeof facts === "object" && facts !== null && !ArrayBuffer.isView(facts)) {
      for (const [key, value] of Object.entries(facts)) this.printable(value, `${field}/${key}`);
    }
  }
}
