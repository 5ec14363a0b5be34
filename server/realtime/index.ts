export { Realtime } from "./realtime.ts";
export { Connection } from "./connection.ts";
export { defineCommand, type Command } from "./command.ts";
