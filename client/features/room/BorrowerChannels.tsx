import { useTranslation } from "react-i18next";
import type { TalkChannel } from "./borrowerTalk.ts";

interface ChannelTabsProps {
  readonly channel: TalkChannel;
  readonly unread: Readonly<Record<TalkChannel, number>>;
  readonly onChoose: (channel: TalkChannel) => void;
}

const SIGNS: Record<TalkChannel, string> = {
  joint:
    "M7 9a2.800 2.800 0 1 0 0-5.600A2.800 2.800 0 0 0 7 9Zm7.200 1a2.300 2.300 0 1 0 0-4.600M1.800 16.500c.3-3 2.300-4.700 5.200-4.700s4.900 1.700 5.200 4.700m2.300-4.300c2 .2 3.300 1.500 3.600 3.800",
  caucus_borrower: "M6 9V6.500a4 4 0 0 1 8 0V9m-9.500 0h11v8h-11z",
};

/** Two rooms side by side; the one that is open says in colour, sign and words who hears what is said in it. */
export function ChannelTabs({ channel, unread, onChoose }: ChannelTabsProps) {
  const { t } = useTranslation();
  return (
    <>
      <fieldset className="b-channels">
        <legend className="visually-hidden">{t("talk.channels")}</legend>
        {(["joint", "caucus_borrower"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === channel}
            className={`b-channel b-channel-${nameOf(one)}`}
            onClick={() => onChoose(one)}
          >
            <Sign channel={one} />
            {t(`talk.${nameOf(one)}`)}
            {unread[one] > 0 && (
              <span className="b-unread">
                <span aria-hidden="true">{unread[one]}</span>
                <span className="visually-hidden">{t("talk.unread", { count: unread[one] })}</span>
              </span>
            )}
          </button>
        ))}
      </fieldset>
      <p className={`b-channel-note b-channel-note-${nameOf(channel)}`}>
        <Sign channel={channel} />
        {t(`talk.${nameOf(channel)}Note`)}
      </p>
    </>
  );
}

export function nameOf(channel: TalkChannel): "joint" | "caucus" {
  return channel === "joint" ? "joint" : "caucus";
}

function Sign({ channel }: { readonly channel: TalkChannel }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={SIGNS[channel]} />
    </svg>
  );
}
