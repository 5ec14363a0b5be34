import { useTranslation } from "react-i18next";
import type { MediaKind } from "./peer.ts";
import type { CallHandle } from "./useCall.ts";

interface DeviceChoiceProps {
  readonly handle: CallHandle;
  readonly kind: MediaKind;
}

/** Which microphone or camera, where there is more than one. */
export function DeviceChoice({ handle: { call, state }, kind }: DeviceChoiceProps) {
  const { t } = useTranslation();
  const { devices, sent } = state.media;
  const found = devices.filter((device) => device.kind === `${kind}input` && device.deviceId !== "");
  if (found.length < 2) return null;
  return (
    <label className="call-device">
      {t(kind === "audio" ? "calls.dialog.micDevice" : "calls.dialog.cameraDevice")}
      <select
        value={sent[kind]?.getSettings().deviceId ?? ""}
        onChange={({ target }) => void call.media.open(kind, target.value)}
      >
        {found.map(({ deviceId, label }, index) => (
          <option key={deviceId} value={deviceId}>
            {label === "" ? t("calls.dialog.device", { n: index + 1 }) : label}
          </option>
        ))}
      </select>
    </label>
  );
}
