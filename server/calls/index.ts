export { callRoutes } from "./call.routes.ts";
export { createCalls, type Calls } from "./createCalls.ts";
export { iceFault, parseIceServers } from "./iceSettings.ts";
export type { IceSettings } from "./iceServers.ts";
