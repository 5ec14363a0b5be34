import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { RoomSnapshot } from "../../realtime/room.ts";
import { factsKey } from "../facts/api.ts";
import { minutesKey } from "../minutes/api.ts";
import { offersKey } from "../offers/api.ts";
import { proposalsKey } from "../proposals/api.ts";
import { sessionsKey } from "../sessions/api.ts";

/** What the room tells of offers and of the case is read again from where it is kept. */
export function useRoomRefresh(caseId: string, events: RoomSnapshot["events"]): void {
  const queries = useQueryClient();
  const newestOffer = events.findLast(({ type }) => type.startsWith("offer."))?.n;
  const newestOther = events.findLast(({ type }) => /^(case|party|statement|agreement|plan)\./.test(type))?.n;
  useEffect(() => {
    if (newestOffer === undefined && newestOther === undefined) return;
    void queries.invalidateQueries({ queryKey: offersKey(caseId) });
  }, [queries, caseId, newestOffer, newestOther]);
  const newestProposal = events.findLast(({ type }) => type.startsWith("proposal."))?.n;
  useEffect(() => {
    if (newestProposal === undefined && newestOther === undefined) return;
    void queries.invalidateQueries({ queryKey: proposalsKey(caseId) });
  }, [queries, caseId, newestProposal, newestOther]);
  const newestSession = events.findLast(({ type }) => type.startsWith("session."))?.n;
  useEffect(() => {
    if (newestSession === undefined && newestOther === undefined) return;
    void queries.invalidateQueries({ queryKey: sessionsKey(caseId) });
  }, [queries, caseId, newestSession, newestOther]);
  const newestFact = events.findLast(({ type }) => /^fact(Record)?\./.test(type))?.n;
  useEffect(() => {
    if (newestFact === undefined && newestOther === undefined) return;
    void queries.invalidateQueries({ queryKey: factsKey(caseId) });
  }, [queries, caseId, newestFact, newestOther]);
  const newestMinutes = events.findLast(({ type }) => /^minutes\.|^session\.ended$/.test(type))?.n;
  useEffect(() => {
    if (newestMinutes === undefined) return;
    void queries.invalidateQueries({ queryKey: minutesKey(caseId) });
  }, [queries, caseId, newestMinutes]);
  useEffect(() => {
    if (newestOther === undefined) return;
    void queries.invalidateQueries({ queryKey: ["case", caseId] });
    void queries.invalidateQueries({ queryKey: ["terms-basis", caseId] });
  }, [queries, caseId, newestOther]);
}
