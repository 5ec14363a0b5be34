import { useTranslation } from "react-i18next";
import "./channel.css";

/** Says in colour, sign and words whether what is written here is seen by everyone or by one side only. */
export function ChannelLabel({ kind, note }: { readonly kind: "joint" | "caucus"; readonly note?: string }) {
  const { t } = useTranslation();
  return (
    <div className={`channel-label channel-${kind}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        {kind === "caucus" ? (
          <path d="M6 9V6.500a4 4 0 0 1 8 0V9m-9.5 0h11v8h-11z" />
        ) : (
          <path d="M7 9a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 7 9Zm7.2 1a2.3 2.3 0 1 0 0-4.6M1.8 16.5c.3-3 2.3-4.7 5.2-4.7s4.9 1.7 5.2 4.700m2.3-4.3c2 .2 3.3 1.5 3.6 3.8" />
        )}
      </svg>
      <strong>{t(`common.${kind}`)}</strong>
      <span>{note ?? t(`common.${kind}Note`)}</span>
    </div>
  );
}
