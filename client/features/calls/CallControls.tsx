import { useTranslation } from "react-i18next";
import { CallIcon } from "./CallIcon.tsx";
import type { CallHandle } from "./useCall.ts";

/** Microphone, camera, hang up. The words say what pressing does, the colour what is so now. */
export function CallControls({ handle: { call, state } }: { readonly handle: CallHandle }) {
  const { t } = useTranslation();
  const { sent, muted } = state.media;
  const mic = sent.audio !== null && !muted;
  const camera = sent.video !== null;
  return (
    <div className="call-controls">
      <button
        type="button"
        className={mic ? "call-button" : "call-button call-button-off"}
        onClick={() => void call.turn("audio", !mic)}
      >
        <CallIcon of={mic ? "mic" : "micOff"} />
        {t(mic ? "calls.mic.off" : "calls.mic.on")}
      </button>
      <button
        type="button"
        className={camera ? "call-button" : "call-button call-button-off"}
        onClick={() => void call.turn("video", !camera)}
      >
        <CallIcon of={camera ? "camera" : "cameraOff"} />
        {t(camera ? "calls.camera.off" : "calls.camera.on")}
      </button>
      <button type="button" className="call-button call-button-bad" onClick={() => call.leave()}>
        <CallIcon of="hangUp" />
        {t("calls.hangUp")}
      </button>
    </div>
  );
}
