/** From where and with what somebody acts, as kept in evidence. */
export type Device = { ip: string; userAgent: string };

/** What a request says of its sender. */
export function deviceOf(req: { ip?: string | undefined; get(name: string): string | undefined }): Device {
  return { ip: printable(req.ip ?? "", 60), userAgent: printable(req.get("user-agent") ?? "", 200) };
}

/** A device names itself as it likes; the document prints plain ASCII of it and nothing that steers a printer. */
export function printable(text: string, length: number): string {
  const plain = text
    .replace(/[^\x20-\x7e]/gu, "")
    .slice(0, length)
    .trim();
  return plain === "" ? "-" : plain;
}
