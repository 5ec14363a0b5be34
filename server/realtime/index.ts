export { Realtime } from "./realtime.ts";
export { Connection } from "./connection.ts";
export { createWire, type Wire } from "./wire.ts";
export { defineCommand, type Command } from "./command.ts";
