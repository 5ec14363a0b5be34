import { io, type Socket } from "socket.io-client";
import type { ClientEvents, ServerEvents } from "./protocol.ts";

let shared: Socket<ServerEvents, ClientEvents> | undefined;

/** One line for the page, whatever goes over it. */
export function roomSocket(): Socket<ServerEvents, ClientEvents> {
  shared ??= io("/rooms", {
    autoConnect: false,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    withCredentials: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  return shared;
}
