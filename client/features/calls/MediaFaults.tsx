import { useTranslation } from "react-i18next";
import type { CallHandle } from "./useCall.ts";

/** What is wrong with this person's own devices, and what to do about it. */
export function MediaFaults({ handle: { call, state } }: { readonly handle: CallHandle }) {
  const { t } = useTranslation();
  const { faults } = state.media;
  return (["audio", "video"] as const).flatMap((kind) => {
    const fault = faults[kind];
    if (fault === undefined) return [];
    return (
      <div key={kind} className="call-fault" role="alert">
        <p>{t(`calls.fault.${kind}.${fault}`)}</p>
        <button type="button" className="call-button" onClick={() => void call.media.open(kind)}>
          {t("calls.fault.again")}
        </button>
      </div>
    );
  });
}
