import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RoomStatus } from "../../realtime/room.ts";
import { StageTag } from "../../ui/StageTag.tsx";
import { usePageHeading } from "../../ui/usePageHeading.ts";
import type { CaseFile } from "../cases/types.ts";
import { LineState } from "./LineState.tsx";

interface RoomTopProps {
  readonly file: CaseFile;
  readonly status: RoomStatus;
  readonly onHelp: () => void;
}

/** Which case this is, how it stands, and whether the line is up. */
export function RoomTop({ file, status, onHelp }: RoomTopProps) {
  const { t } = useTranslation();
  const title = t("room.title", { number: file.number });
  const heading = usePageHeading(title);
  return (
    <header className="room-top">
      <Link to={`/cases/${file.id}`} className="room-back">
        <ArrowLeftOutlined aria-hidden /> {t("room.caseFile")}
      </Link>
      <h1 ref={heading} tabIndex={-1} className="tabular">
        {title}
      </h1>
      <span className="room-between">
        {t("room.between", { borrower: file.borrower.name, platform: file.platform.name })}
      </span>
      <StageTag stage={file.stage} />
      {file.paused && <Tag color="warning">{t("room.paused")}</Tag>}
      <span className="room-top-end">
        <LineState status={status} />
        <Button size="small" onClick={onHelp} className="room-help">
          {t("room.keys.open")} <kbd>?</kbd>
        </Button>
      </span>
    </header>
  );
}
