import { expect } from "chai";
import { readFileSync } from "node:fs";
import { EVENT_PAGE, type ServerMessages } from "../../shared/api/messages.ts";
import { COMMANDS, LINE_LIMITS, MAX_PACKET_BYTES, PENALTY_MS } from "../../server/realtime/limits.ts";
import type { Command } from "../../server/realtime/index.ts";
import { allSocketCommands } from "../../server/socketCommands.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

const PAGE = readFileSync("docs/room-protocol.md", "utf8");

/** The compiler sees to it that none is missing here. */
const MESSAGES = Object.keys({
  event: true,
  presence: true,
  typing: true,
  removed: true,
  calls: true,
  call_signal: true,
  call_over: true,
  cut_off: true,
} satisfies Record<keyof ServerMessages, true>);

/** The cells of a table of the page, without its head. */
function tableUnder(head: string): string[][] {
  const lines = PAGE.slice(PAGE.indexOf(head)).split("\n");
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(2, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The names in the braces of a payload; `?` behind what may be left out. */
function namesIn(cell: string): string[] {
  const [, inside = ""] = /`\{(.*?)\}`/.exec(cell) ?? [];
  return inside.split(", ").filter((name) => name !== "");
}

function namesOf({ schema }: Command): string[] {
  const { keys = {} } = (schema?.describe() ?? {}) as {
    keys?: Record<string, { flags?: { presence?: string } }>;
  };
  return Object.entries(keys).map(([name, { flags }]) =>
    flags?.presence === "required" ? name : `${name}?`,
  );
}

describe("docs/room-protocol.md", () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.close());

  it("lists every command with its payload, and no other", () => {
    const commands = allSocketCommands(app.services);
    const told = new Map(tableUnder("| type ").map(([type = "", payload = ""]) => [type, namesIn(payload)]));
    expect([...told.keys()]).to.have.members(commands.map(({ type }) => `\`${type}\``));
    for (const command of commands)
      expect(told.get(`\`${command.type}\``), command.type).to.have.members(namesOf(command));
  });

  it("says of a command that it is a hint exactly when it is", () => {
    const hints = tableUnder("| type ").flatMap(([type, , result]) => (result === "a hint" ? [type] : []));
    const real = allSocketCommands(app.services).filter(({ kind }) => kind === "hint");
    expect(hints).to.have.members(real.map(({ type }) => `\`${type}\``));
  });

  it("lists every message of the server, and no other", () => {
    const told = tableUnder("| event ").map(([name]) => name);
    expect(told).to.have.members(MESSAGES.map((name) => `\`${name}\``));
  });

  it("gives the limits there are", () => {
    const { packets, waitingBytes } = LINE_LIMITS;
    for (const sentence of [
      `${COMMANDS.burst} commands at once, and ${COMMANDS.perSecond} a second`,
      `${packets.burst} packets of any kind at once, and ${packets.perSecond} a second`,
      `a packet of at most ${MAX_PACKET_BYTES / 1024} KB`,
      `more than ${waitingBytes / 1024} KB waits`,
      `kept out for ${PENALTY_MS / 1000} seconds`,
      `at most ${EVENT_PAGE} events`,
    ])
      expect(PAGE.replaceAll(/\s+/g, " "), sentence).to.include(sentence);
  });
});
