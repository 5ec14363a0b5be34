import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallChannel } from "../../../shared/calls/channels.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import { CallIcon } from "./CallIcon.tsx";
import { callName, goesTo } from "./callText.ts";
import { DeviceChoice } from "./DeviceChoice.tsx";
import { MediaFaults } from "./MediaFaults.tsx";
import { StreamVideo } from "./StreamVideo.tsx";
import type { CallHandle } from "./useCall.ts";

type How = "both" | "mic" | "none";

interface JoinDialogProps {
  readonly handle: CallHandle;
  readonly channel: CallChannel;
  readonly party: Party;
  readonly onClose: () => void;
}

/** Before a call: who will hear and see, with what, and one's own picture before anybody else has it. */
export function JoinDialog({ handle, channel, party, onClose }: JoinDialogProps) {
  const { t } = useTranslation();
  const { call, state } = handle;
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // The least that is of use: nobody is seen who did not choose to be.
  const [how, setHow] = useState<How>("mic");
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    void call.media.open("audio");
  }, [call]);
  const choose = (next: How) => {
    setHow(next);
    const { sent } = call.media.state;
    if (next === "none") call.media.shut("audio");
    else if (!sent.audio) void call.media.open("audio");
    if (next !== "both") call.media.shut("video");
    else if (!sent.video) void call.media.open("video");
  };
  const cancel = () => {
    call.leave();
    onClose();
  };
  const enter = async () => {
    await call.enter(channel);
    onClose();
  };
  const busy = state.phase === "entering";
  return (
    <dialog
      ref={dialog}
      className={`call-dialog call-tone-${channel === "joint" ? "joint" : "caucus"}`}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <h2 id={title}>{t("calls.dialog.title", { channel: callName(t, channel, party) })}</h2>
      <p className="call-goes-to">
        <CallIcon of={channel === "joint" ? "joint" : "caucus"} />
        {goesTo(t, channel, party)}
      </p>
      <fieldset className="call-how">
        <legend>{t("calls.dialog.how")}</legend>
        {(["both", "mic", "none"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="call-how" checked={how === one} onChange={() => choose(one)} />
            {t(`calls.dialog.${one}`)}
          </label>
        ))}
      </fieldset>
      {how === "none" && <p className="call-note">{t("calls.dialog.noneNote")}</p>}
      {how === "both" && <Preview handle={handle} />}
      <MediaFaults handle={handle} />
      {how !== "none" && <DeviceChoice handle={handle} kind="audio" />}
      {how === "both" && <DeviceChoice handle={handle} kind="video" />}
      <p className="call-note">{t("calls.dialog.recorded")}</p>
      <div className="call-dialog-foot">
        <button type="button" className="call-button" onClick={cancel}>
          {t("calls.dialog.cancel")}
        </button>
        <button
          type="button"
          className="call-button call-button-main"
          aria-busy={busy}
          disabled={busy}
          onClick={() => void enter()}
        >
          {t(busy ? "calls.entering" : "calls.dialog.enter")}
        </button>
      </div>
    </dialog>
  );
}

function Preview({ handle: { state } }: { readonly handle: CallHandle }) {
  const { t } = useTranslation();
  const { video } = state.media.sent;
  const stream = useMemo(() => (video ? new MediaStream([video]) : null), [video]);
  return (
    <div className="call-preview">
      {stream ? (
        <StreamVideo stream={stream} label={t("calls.dialog.preview")} own />
      ) : (
        <p>{t("calls.dialog.previewOff")}</p>
      )}
    </div>
  );
}
