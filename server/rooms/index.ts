export { CaseMember } from "./member.entity.ts";
export { createRooms, type Rooms } from "./createRooms.ts";
export { personOf } from "./room.policy.ts";
export { roomRoutes } from "./room.routes.ts";
export type { RoomService } from "./room.service.ts";
