export { CaseMember } from "./member.entity.ts";
export { createRooms, type Rooms } from "./createRooms.ts";
export type { RoomLines } from "./lines.ts";
export type { Seat } from "./seats.ts";
export { personOf } from "./room.policy.ts";
export { roomRoutes } from "./room.routes.ts";
export { safetyRoutes } from "./safety.routes.ts";
export type { RoomService } from "./room.service.ts";
