import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";
import type { RoomPerson } from "../../realtime/protocol.ts";
import type { CallTile } from "./call.ts";
import { CallIcon } from "./CallIcon.tsx";
import { nameOfPeer } from "./callText.ts";
import { StreamVideo } from "./StreamVideo.tsx";
import type { CallHandle } from "./useCall.ts";

interface CallTilesProps {
  readonly handle: CallHandle;
  readonly people: readonly RoomPerson[];
  readonly party: Party;
  readonly label: string;
}

/** Everybody in the call with their names, oneself first. */
export function CallTiles({ handle, people, party, label }: CallTilesProps) {
  const { t } = useTranslation();
  const { state, call } = handle;
  return (
    <ul className="call-tiles" aria-label={label}>
      <OwnTile handle={handle} party={party} />
      {state.tiles.map((tile) => (
        <Tile
          key={tile.peerId}
          tile={tile}
          name={nameOfPeer(t, people, tile)}
          onRetry={() => call.retry(tile.peerId)}
        />
      ))}
    </ul>
  );
}

function OwnTile({ handle: { state }, party }: { readonly handle: CallHandle; readonly party: Party }) {
  const { t } = useTranslation();
  const { sent, muted } = state.media;
  const { video } = sent;
  const stream = useMemo(() => (video ? new MediaStream([video]) : null), [video]);
  return (
    <li className={`call-tile call-tile-${party}`}>
      {stream ? (
        <StreamVideo stream={stream} label={t("calls.dialog.preview")} own />
      ) : (
        <Face name={t("calls.you")} />
      )}
      <Caption name={t("calls.you")} party={party} micOff={!sent.audio || muted} />
    </li>
  );
}

interface TileProps {
  readonly tile: CallTile;
  readonly name: string;
  readonly onRetry: () => void;
}

function Tile({ tile, name, onRetry }: TileProps) {
  const { t } = useTranslation();
  const { stream, party, link } = tile;
  const shown = tile.video && link !== "failed" && link !== "connecting";
  return (
    <li className={`call-tile call-tile-${party}`} data-link={link}>
      <StreamVideo stream={stream} label={name} hidden={!shown} />
      {!shown && <Face name={name} />}
      {(link === "connecting" || link === "weak") && (
        <p className="call-tile-state">{t(`calls.state.${link}`)}</p>
      )}
      {link === "failed" && (
        <div className="call-tile-state call-tile-failed" role="alert">
          <p>{t("calls.state.failed")}</p>
          <button type="button" className="call-button" onClick={onRetry}>
            {t("calls.retry")}
          </button>
        </div>
      )}
      <Caption name={name} party={party} micOff={!tile.audio} />
    </li>
  );
}

interface CaptionProps {
  readonly name: string;
  readonly party: Party;
  readonly micOff: boolean;
}

function Caption({ name, party, micOff }: CaptionProps) {
  const { t } = useTranslation();
  return (
    <p className="call-caption">
      <span className="call-party">{t(`calls.party.${party}`)}</span>
      <span className="call-name">{name}</span>
      {micOff && (
        <span className="call-mic-off">
          <CallIcon of="micOff" />
          <span className="visually-hidden">{t("calls.state.micOff")}</span>
        </span>
      )}
    </p>
  );
}

/** In place of a picture: the last sign of a Chinese name, the first letter of any other. */
function Face({ name }: { readonly name: string }) {
  const signs = Array.from(name);
  return (
    <span className="call-face" aria-hidden="true">
      {/^[a-z]/i.test(name) ? signs[0] : signs.at(-1)}
    </span>
  );
}
