import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useBorrower } from "../../borrower/session.ts";
import { CallIcon } from "./CallIcon.tsx";
import { callName, goesTo } from "./callText.ts";
import { useBorrowerRoom } from "./useBorrowerRoom.ts";
import { useCall } from "./useCall.ts";
import "./calls.css";
import "./borrowerCall.css";

/** On every other page of the phone while a call goes on: that it does, who hears, the way back, and the way out. */
export function BorrowerCallBar({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { data: borrower } = useBorrower();
  // Keeps the room open, whatever page is shown.
  const { room } = useBorrowerRoom(caseId);
  const { call, state } = useCall(caseId, room.status);
  const signedOut = borrower === null || (borrower !== undefined && borrower.caseId !== caseId);
  useEffect(() => {
    if (signedOut) call.leave();
  }, [call, signedOut]);
  const { channel, phase } = state;
  if (channel === null || phase === "out" || pathname === "/case/call") return null;
  const joint = channel === "joint";
  return (
    <aside
      className={`b-call-bar call-tone-${joint ? "joint" : "caucus"}`}
      aria-label={callName(t, channel, "borrower")}
    >
      <p>
        <CallIcon of={joint ? "joint" : "caucus"} />
        <span>{goesTo(t, channel, "borrower")}</span>
      </p>
      <Link className="call-button" to={joint ? "/case/call" : "/case/call?with=caucus"}>
        {t("calls.return")}
      </Link>
      <button type="button" className="call-button call-button-bad" onClick={() => call.leave()}>
        <CallIcon of="hangUp" />
        {t("calls.hangUp")}
      </button>
    </aside>
  );
}
