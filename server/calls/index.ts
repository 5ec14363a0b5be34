export { callRoutes } from "./call.routes.ts";
export { createCalls } from "./createCalls.ts";
export { iceFault, parseIceServers } from "./iceSettings.ts";
export type { IceSettings } from "./iceServers.ts";
