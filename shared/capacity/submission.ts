import type { LineKey } from "./lines.ts";
import type { CapacityDraft, CapacityLine, CapacityStatement, Evidence, SubmittedLine } from "./statement.ts";

/** A place in the draft that has to be answered first, as a JSON pointer. */
export type SubmissionProblem = { pointer: "/householdSize" | "/sections/income"; code: "needed" };

/**
 * Hand in a draft. A line that says what it said before keeps what the mediator made of it; any other begins anew, as
 * `evidenced` when a document is named and as `stated` otherwise.
 */
export function submitStatement(
  draft: CapacityDraft,
  before: CapacityStatement | null,
): { ok: true; statement: CapacityStatement } | { ok: false; problems: SubmissionProblem[] } {
  const { householdSize, region, sections } = draft;
  const problems: SubmissionProblem[] = [];
  if (householdSize === null) problems.push({ pointer: "/householdSize", code: "needed" });
  if (sections.income !== "answered") problems.push({ pointer: "/sections/income", code: "needed" });
  if (householdSize === null || problems.length > 0) return { ok: false, problems };
  const lines = draft.lines.map((line) =>
    handIn(
      line,
      before?.lines.find(({ key }) => key === line.key),
    ),
  );
  return { ok: true, statement: { householdSize, region, sections, lines } };
}

/** What the mediator makes of one line; null when the statement has no such line. */
export function verifyLine(
  statement: CapacityStatement,
  key: LineKey,
  verdict: { evidence: Evidence; remark: string | null; exhibitId: string | null },
): CapacityStatement | null {
  if (!statement.lines.some((line) => line.key === key)) return null;
  const lines = statement.lines.map((line) =>
    line.key === key ? { ...line, ...verdict, exhibitId: verdict.exhibitId ?? line.exhibitId } : line,
  );
  return { ...statement, lines };
}

/** Whether the draft says something else than what was handed in. */
export function differsFrom(draft: CapacityDraft, submitted: CapacityStatement): boolean {
  return (
    draft.householdSize !== submitted.householdSize ||
    draft.region !== submitted.region ||
    Object.entries(submitted.sections).some(([name, state]) => Reflect.get(draft.sections, name) !== state) ||
    draft.lines.length !== submitted.lines.length ||
    !draft.lines.every((line) =>
      submitted.lines.some((other) => saysTheSame(line, other) && sameAside(line, other)),
    )
  );
}

function handIn(line: CapacityLine, before: SubmittedLine | undefined): SubmittedLine {
  const exhibitId = line.exhibitId ?? (before && saysTheSame(line, before) ? before.exhibitId : null);
  if (before && saysTheSame(line, before) && exhibitId === before.exhibitId)
    return { ...line, exhibitId, evidence: before.evidence, remark: before.remark };
  return { ...line, exhibitId, evidence: exhibitId === null ? "stated" : "evidenced", remark: null };
}

function saysTheSame(a: CapacityLine, b: CapacityLine): boolean {
  return (
    a.key === b.key &&
    a.amountFen === b.amountFen &&
    a.period === b.period &&
    a.unsure === b.unsure &&
    (a.months ?? []).join() === (b.months ?? []).join()
  );
}

/** The mediator may have added a document to a line that named none. */
function sameAside(draft: CapacityLine, submitted: CapacityLine): boolean {
  return (
    draft.note === submitted.note && (draft.exhibitId === null || draft.exhibitId === submitted.exhibitId)
  );
}
