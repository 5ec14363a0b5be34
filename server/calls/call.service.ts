import { callersOf, whyNotCall } from "../../shared/calls/channels.ts";
import type {
  CallJoin,
  CallJoined,
  CallRoster,
  IceConfiguration,
  IncomingSignal,
  OutgoingSignal,
} from "../../shared/calls/signals.ts";
import { ROOM_STAGES } from "../../shared/cases/lifecycle.ts";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import type { JournalEvent } from "../../shared/journal/events.ts";
import type { Tx } from "../database/transaction.ts";
import type { Connection } from "../realtime/index.ts";
import { TokenBucket } from "../realtime/tokenBucket.ts";
import type { Rooms, Seat } from "../rooms/index.ts";
import type { CallRegistry } from "./callRegistry.ts";
import { iceFor, type IceSettings } from "./iceServers.ts";
import type { SecretWire } from "./secretWire.ts";

/** Enough for three peers to find their ways at once; what comes beyond it is dropped. */
const SIGNALS = { burst: 60, perSecond: 8 };

type Place = { caseId: string; connection: Connection };

/** Sound and picture between people of one channel: who is in, and what their browsers tell each other. */
export class CallService {
  readonly #rooms: Rooms;
  readonly #registry: CallRegistry;
  readonly #wire: SecretWire;
  readonly #ice: IceSettings;
  readonly #buckets = new WeakMap<Connection, TokenBucket>();

  constructor(deps: { rooms: Rooms; registry: CallRegistry; wire: SecretWire; ice: IceSettings }) {
    this.#rooms = deps.rooms;
    this.#registry = deps.registry;
    this.#wire = deps.wire;
    this.#ice = deps.ice;
    // Sent by `signal` below, in a process of the same version.
    this.#wire.on("call.signal", (message) => this.#fromElsewhere(message as IncomingSignal));
    this.#rooms.lines.onTold((event) => this.#told(event));
  }

  /** Enter the call of a channel, leaving any other. The line must sit in the room already. */
  async join(tx: Tx, actor: Actor, place: Place, join: CallJoin): Promise<CallJoined> {
    const member = await this.#rooms.rooms.memberOf(tx, actor, place.caseId);
    const obstacle = whyNotCall(member.party, join.channel, member);
    if (obstacle) throw new Refusal(obstacle, "there is no call here for you now");
    // After the last await: a removal that came meanwhile has taken the seat.
    const seat = this.#seat(place);
    if (seat?.memberId !== member.memberId) throw new Refusal("not_a_member", "join the room first");
    return this.#registry.enter(seat, join);
  }

  /** The calls this line's party may know of, with who is in them. */
  list(place: Place): CallRoster[] {
    const seat = this.#seat(place);
    if (!seat) throw new Refusal("not_a_member", "join the room first");
    return this.#registry.rosters(place.caseId, seat.party);
  }

  leave({ caseId, connection }: Place): void {
    this.#registry.leave(connection.id, caseId);
  }

  /** Tell the others of the call whether sound and picture are on. */
  change({ caseId, connection }: Place, sends: { audio: boolean; video: boolean }): void {
    if (this.#mayGoOn(connection)) this.#registry.change(connection.id, caseId, sends);
  }

  /** Pass on what one browser tells another of the same call; dropped when either may not be in it at this moment. */
  signal(place: Place, { to, description, candidates }: OutgoingSignal): void {
    const { caseId, connection } = place;
    const seat = this.#seat(place);
    const peer = this.#registry.peerOf(connection.id, caseId);
    if (!seat || !peer || !callersOf(peer.channel).includes(seat.party)) return;
    if (!this.#mayGoOn(connection)) return;
    const { channel, peerId, memberId } = peer;
    const message: IncomingSignal = {
      caseId,
      channel,
      from: { peerId, memberId },
      to,
      ...(description && { description }),
      ...(candidates && { candidates }),
    };
    const line = this.#registry.lineTo(caseId, { peerId: to, channel });
    if (line) line.send("call_signal", message);
    else if (this.#registry.isElsewhere(caseId, { peerId: to, channel }))
      this.#wire.send("call.signal", message);
  }

  /** How this person's browser can find out where it can be reached. */
  async iceServers(tx: Tx, actor: Actor, caseId: string): Promise<IceConfiguration> {
    const { memberId } = await this.#rooms.rooms.memberOf(tx, actor, caseId);
    return iceFor(this.#ice, memberId, tx.now);
  }

  #fromElsewhere(message: IncomingSignal): void {
    const { caseId, channel, from, to } = message;
    if (!this.#registry.isElsewhere(caseId, { peerId: from.peerId, channel })) return;
    this.#registry.lineTo(caseId, { peerId: to, channel })?.send("call_signal", message);
  }

  #told(event: JournalEvent): void {
    switch (event.type) {
      case "member.left":
      case "member.removed":
        return this.#registry.endMember(event.caseId, event.payload.memberId);
      case "member.muted":
        return this.#registry.silence(event.caseId, event.payload.memberId);
      case "case.paused":
        return this.#registry.endAll(event.caseId);
      case "case.stageChanged":
        if (!ROOM_STAGES.includes(event.payload.to)) this.#registry.endAll(event.caseId);
        return;
      default:
    }
  }

  #seat({ caseId, connection }: Place): Seat | null {
    return this.#rooms.lines.seat(connection.id, caseId);
  }

  #mayGoOn(connection: Connection): boolean {
    const now = performance.now();
    const bucket = this.#buckets.get(connection) ?? new TokenBucket(SIGNALS, now);
    this.#buckets.set(connection, bucket);
    return bucket.take(now);
  }
}
