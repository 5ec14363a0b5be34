export { createMinutes, MINUTES_QUEUES } from "./createMinutes.ts";
export { Minutes, MinutesAnswerRow } from "./minutes.entity.ts";
export { minutesRoutes } from "./minutes.routes.ts";
