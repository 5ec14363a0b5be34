import { PARTIES, mayRead } from "../../../shared/journal/audience.ts";
import { addExhibit, type Exhibit } from "./api.ts";

/** What is shown for an answer: nothing, a document of the case by its id, or a file that is put into the case with it. */
export type Paper = string | File | null;

/** Documents that every party of the case may read; only such are shown for what all of them talk about. */
export function sharedExhibits(exhibits: readonly Exhibit[] | undefined): Exhibit[] {
  return (exhibits ?? []).filter(
    (exhibit) => exhibit.withdrawnAt === null && PARTIES.every((party) => mayRead(party, exhibit)),
  );
}

/** The id of what is shown; a file is put into the case first, for all parties to read and nobody outside. */
export async function paperId(
  caseId: string,
  paper: Paper,
  purpose: string,
  idempotencyKey: string,
): Promise<string | null> {
  if (!(paper instanceof File)) return paper;
  const name = paper.name.slice(0, 120);
  const given = { name, groupNo: 3 as const, source: purpose, proves: purpose, purpose };
  const labels = { audience: PARTIES, disclosure: "without_prejudice" as const };
  const added = await addExhibit(
    caseId,
    paper,
    { ...given, ...labels },
    { idempotencyKey: `${idempotencyKey} paper`, onProgress: () => undefined },
  );
  return added.id;
}
