/** `npm run --silent bench -- <name> …`: each path against a floor measured in the same run, as JSON lines. */
const BENCHES: Record<string, () => Promise<void>> = {
  room: async () => (await import("./room/room.ts")).benchRoom(),
  join: async () => (await import("./room/join.ts")).benchJoin(),
  import: async () => (await import("./import/import.ts")).benchImport(),
  quotes: async () => (await import("./quotes/quotes.ts")).benchQuotes(),
  frame: async () => (await import("./frame/frame.ts")).benchFrame(),
  editor: async () => (await import("./editor/editor.ts")).benchEditor(),
  documents: async () => (await import("./documents/documents.ts")).benchDocuments(),
  plans: async () => (await import("./plans.ts")).benchPlans(),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (names.length === 0 || unknown.length > 0) {
  console.error(`name one or more of: ${Object.keys(BENCHES).join(", ")}`);
  process.exit(2);
}
for (const name of names) await BENCHES[name]?.();
process.exit(0);
