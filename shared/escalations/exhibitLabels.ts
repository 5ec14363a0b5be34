import type { Disclosure, Labels, Party } from "../journal/audience.ts";

/** What an uploader gets without choosing: their own side and the mediator, in confidence. */
export function defaultExhibitLabels(party: Party): Labels {
  if (party === "mediator") return { audience: ["mediator"], disclosure: "mediator_private" };
  return { audience: [party, "mediator"], disclosure: "without_prejudice" };
}

export type LabelProblem = "audience_without_uploader" | "private_to_mediator_only" | "empty_audience";

/**
 * Whether the labels make sense for this uploader: nobody hides a document from themselves, and `mediator_private`
 * is the mediator's alone. Null when they do.
 */
export function exhibitLabelsProblem(
  party: Party,
  labels: { audience: readonly Party[]; disclosure: Disclosure },
): LabelProblem | null {
  if (labels.audience.length === 0) return "empty_audience";
  if (!labels.audience.includes(party)) return "audience_without_uploader";
  const othersRead = labels.audience.some((reader) => reader !== "mediator");
  if (labels.disclosure === "mediator_private" && (party !== "mediator" || othersRead)) {
    return "private_to_mediator_only";
  }
  return null;
}

/** What may go to court for the platform: chosen shareable by its uploader, and readable by the platform. */
export function mayEnterPacket(labels: {
  audience: readonly Party[];
  disclosure: Disclosure;
}): labels is { audience: readonly Party[]; disclosure: "shareable" } {
  return labels.disclosure === "shareable" && labels.audience.includes("platform");
}
