import type { Response } from "express";

type Download = {
  content: Uint8Array;
  mime: string;
  /** As a person should see it, in any script. */
  fileName: string;
  sha256?: string;
};

/** Control characters, and those that turn the direction of text to disguise a name's ending. */
const CONTROL = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Answer with a file to be kept, never shown or run in our own origin. */
export function sendFile(res: Response, download: Download): void {
  res.setHeader("content-type", download.mime);
  res.setHeader("content-disposition", attachment(download.fileName));
  res.setHeader("x-content-type-options", "nosniff");
  res.setHeader("content-security-policy", "default-src 'none'; sandbox");
  res.setHeader("cache-control", "private, no-store");
  if (download.sha256) res.setHeader("x-content-sha256", download.sha256);
  res.end(download.content);
}

/** RFC 6266 with an RFC 5987 name, and an ASCII one for readers that know only that. */
export function attachment(fileName: string): string {
  const safe = fileName.replace(CONTROL, "").replace(/[/\\]/g, "_");
  const ascii = safe.replace(/[^\x20-\x7e]/gu, "_").replace(/["%]/g, "_");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
