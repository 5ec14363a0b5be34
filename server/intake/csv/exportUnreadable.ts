import { describeUnreadable, type UnreadableCode } from "../../../shared/intake/unreadable.ts";

/** The file as a whole cannot be read; nothing of it was taken. `line`, when given, is in `params` as well. */
export class ExportUnreadable extends Error {
  readonly code: UnreadableCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: UnreadableCode, params: Readonly<Record<string, string | number>> = {}) {
    super(describeUnreadable(code, params, "en"));
    this.name = "ExportUnreadable";
    this.code = code;
    this.params = params;
  }
}
