import { useState } from "react";
import { useTranslation } from "react-i18next";
import { REQUEST_KINDS, type RequestKind } from "../../../shared/rooms/safety.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { RadioList } from "../../borrower/ui/RadioList.tsx";
import { Sheet } from "../../borrower/ui/Sheet.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { useRoomAround } from "./roomAround.ts";
import { type RoomStep, takeStep } from "./safetyApi.ts";

/** The way to the mediator for whoever cannot go on; the platform hears nothing of it. */
export function BorrowerHelp({ paused }: { readonly paused: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" className="b-small b-talk-help" onClick={() => setOpen(true)}>
        {t("safety.ask.title")}
      </Button>
      <Sheet open={open} title={t("safety.ask.title")} onClose={() => setOpen(false)}>
        <HelpForm paused={paused} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

function HelpForm({ paused, onDone }: { readonly paused: boolean; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { caseId, state } = useRoomAround();
  const asked = state.requests;
  const left = REQUEST_KINDS.filter(
    (each) => !(paused && each === "pause") && !asked.some((request) => request.kind === each),
  );
  const [chosen, setChosen] = useState<RequestKind>("mediator_alone");
  const [note, setNote] = useState("");
  const kind = left.includes(chosen) ? chosen : left[0];
  const ask = useSend<RoomStep>({
    run: (step, key) => takeStep(caseId, step, key),
    done: t("safety.ask.sent"),
    onDone,
  });
  const withdraw = useSend<RoomStep>({
    run: (step, key) => takeStep(caseId, step, key),
    done: t("safety.ask.withdrawn"),
  });
  return (
    <div className="b-stack">
      <p>{t("safety.ask.lead")}</p>
      {asked.map(({ requestId, kind: what }) => (
        <Notice key={requestId} tone="info">
          {t(`safety.ask.requested.${what}`)}{" "}
          <Button
            tone="quiet"
            className="b-small"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate({ do: "withdraw", requestId })}
          >
            {t("safety.ask.withdraw")}
          </Button>
        </Notice>
      ))}
      {kind && (
        <>
          <RadioList
            legend={t("safety.ask.title")}
            hideLegend
            value={kind}
            onChange={setChosen}
            choices={left.map((value) => ({
              value,
              label: t(value === "pause" ? "safety.ask.pause" : "safety.ask.alone"),
              text: t(value === "pause" ? "safety.ask.pauseHelp" : "safety.ask.aloneHelp"),
            }))}
          />
          <TextField
            label={t("safety.ask.note")}
            rows={3}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {ask.error && <Problem error={ask.error} />}
          <Button wide busy={ask.isPending} onClick={() => ask.mutate({ do: "ask", kind, note })}>
            {t("safety.ask.send")}
          </Button>
        </>
      )}
      {withdraw.error && <Problem error={withdraw.error} />}
    </div>
  );
}
