/** The parties who may be named in an audience. A lawyer and the centre's office see by rule, not by name. */
export const PARTIES = ["borrower", "platform", "mediator"] as const;
export type Party = (typeof PARTIES)[number];

export const EVERYONE: readonly Party[] = [...PARTIES];

/**
 * `shareable` may go to court · `without_prejudice` was said in order to settle ·
 * `mediator_private` is the mediator's own.
 */
export const DISCLOSURES = ["shareable", "without_prejudice", "mediator_private"] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** Decided when a thing is written, stored with it, and never widened. */
export type Labels = { audience: readonly Party[]; disclosure: Disclosure };

/**
 * Who is looking. `centre` is the office of the mediation organisation, which administers cases
 * without hearing what is said in them; `lawyer` acts for the platform after escalation.
 */
export type Viewer = Party | "lawyer" | "centre";

/**
 * The one answer to "may this viewer read this?", for journal events, exhibits and documents alike.
 *
 * A party reads what names it, except a mediator's private matter, which only the mediator reads.
 * A lawyer reads what the platform may read and a court may see. The centre reads what a court may
 * see, whoever it was addressed to, because it keeps the record; the words of a negotiation stay in it.
 */
export function mayRead(viewer: Viewer, labels: Labels): boolean {
  switch (viewer) {
    case "borrower":
    case "platform":
      return labels.audience.includes(viewer) && labels.disclosure !== "mediator_private";
    case "mediator":
      return labels.audience.includes("mediator");
    case "lawyer":
      return labels.audience.includes("platform") && labels.disclosure === "shareable";
    case "centre":
      return labels.disclosure === "shareable";
  }
}
