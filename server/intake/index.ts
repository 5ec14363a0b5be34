export { Import } from "./import.entity.ts";
export { importRoutes } from "./import.routes.ts";
export { createIntake } from "./createIntake.ts";
export { INTAKE_QUEUES } from "./jobNames.ts";
