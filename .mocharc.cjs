// Mocha adds a configured `spec` to the files named on the command line; named files are meant alone.
const named = process.argv.slice(2).some((argument) => argument.endsWith(".ts"));

module.exports = {
  import: "tsx",
  require: ["tests/support/hooks.ts"],
  extension: ["ts"],
  ...(named ? {} : { spec: ["tests/**/*.test.ts"] }),
  timeout: 60_000,
  // A test that failed half way may leave a server behind; the run still has to end.
  exit: true,
};
