import { expect } from "chai";
import type { CallChannel } from "../../shared/calls/channels.ts";
import type { CallJoined, CallSignal } from "../../shared/calls/signals.ts";
import type { Answer, Line } from "./line.ts";

export const OFFER: CallSignal = { description: { type: "offer", sdp: "v=0\r\n" } };

/** Somebody enters the call of a channel over their line. */
export async function enterCall(
  line: Line,
  caseId: string,
  channel: CallChannel,
  again?: string,
): Promise<CallJoined> {
  const answer = await tryCall(line, caseId, channel, again);
  expect(answer.error, channel).to.equal(undefined);
  return answer.result;
}

export async function tryCall(
  line: Line,
  caseId: string,
  channel: CallChannel,
  again?: string,
): Promise<Answer> {
  const payload = { channel, audio: true, video: true, ...(again === undefined ? {} : { again }) };
  return await line.command(caseId, "call.join", payload);
}

/** Who a line was last told to be in a call. */
export function inCall(line: Line, channel: CallChannel): string[] {
  const last = line.calls.findLast((roster) => roster.channel === channel);
  return (last?.peers ?? []).map(({ peerId }) => peerId);
}

export function signal(line: Line, caseId: string, to: string, what: CallSignal = OFFER): void {
  line.hint(caseId, "call.signal", { to, ...what });
}
