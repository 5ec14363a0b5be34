/** The size of a file as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(Math.round(bytes / 1000), 1)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
