/** A document that could not be drawn or read, with a stable code and what a message needs. */
export class DocumentFailed extends Error {
  readonly code: string;
  readonly params: Record<string, unknown>;

  constructor(code: string, message: string, params: Record<string, unknown> = {}) {
    super(message);
    this.name = "DocumentFailed";
    this.code = code;
    this.params = params;
  }
}
