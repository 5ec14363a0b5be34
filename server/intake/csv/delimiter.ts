const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The separator that occurs most often in the header line outside quotation marks; a comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const header = text.split("\n").find((line) => line.trim() !== "") ?? "";
  const unquoted = header.replaceAll(/"[^"]*"/gu, "");
  const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
