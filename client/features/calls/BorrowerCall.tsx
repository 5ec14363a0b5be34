import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { errorText } from "../../i18n/text.ts";
import { usePageHeading } from "../../ui/usePageHeading.ts";
import { ChannelTabs } from "../room/BorrowerChannels.tsx";
import type { TalkChannel } from "../room/borrowerTalk.ts";
import { BorrowerGroundRules } from "../sessions/BorrowerGroundRules.tsx";
import { CallPanel } from "./CallPanel.tsx";
import { useBorrowerRoom } from "./useBorrowerRoom.ts";
import { useCall } from "./useCall.ts";
import "../room/borrowerTalk.css";
import "./borrowerCall.css";

const NOTHING_UNREAD: Readonly<Record<TalkChannel, number>> = { joint: 0, caucus_borrower: 0 };

/** Sound and picture on a phone: the whole page, and never a doubt where the picture goes. */
export function BorrowerCall() {
  return (
    <InCase>
      {(file) => (
        <BorrowerGroundRules caseId={file.id}>
          <CallPage caseId={file.id} />
        </BorrowerGroundRules>
      )}
    </InCase>
  );
}

function CallPage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const heading = usePageHeading(t("calls.title"));
  const [search, setSearch] = useSearchParams();
  const here: TalkChannel = search.get("with") === "caucus" ? "caucus_borrower" : "joint";
  const { room } = useBorrowerRoom(caseId);
  const handle = useCall(caseId, room.status);
  const outside = room.status === "refused" || room.status === "removed";
  return (
    <div className={here === "joint" ? "b-talk b-call" : "b-talk b-talk-caucus b-call"}>
      <div className="b-talk-head">
        <div className="b-talk-title">
          <BackLink />
          <h1 ref={heading} tabIndex={-1}>
            {t("calls.title")}
          </h1>
          <Link to={here === "joint" ? "/case/talk" : "/case/talk?with=caucus"}>{t("talk.title")}</Link>
        </div>
        <ChannelTabs
          channel={here}
          unread={NOTHING_UNREAD}
          onChoose={(next) => setSearch(next === "joint" ? {} : { with: "caucus" }, { replace: true })}
        />
      </div>
      {outside && room.refusal ? (
        <Notice tone="bad">{errorText(room.refusal)}</Notice>
      ) : (
        <CallPanel handle={handle} room={room} party="borrower" here={here} />
      )}
    </div>
  );
}
