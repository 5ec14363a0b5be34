import { CheckOutlined, ExportOutlined, FlagOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CARRIED_TO, mayRelease } from "../../../shared/rooms/passing.ts";
import { MAY_REPORT } from "../../../shared/rooms/safety.ts";
import { PARTIES } from "../../../shared/journal/audience.ts";
import { useCommand } from "../../api/useCommand.ts";
import type { MessageEvent, PassedOnEvent } from "./conversation.ts";
import { DealDialog, ReportDialog } from "./ReportDialog.tsx";
import { useRoomAround } from "./roomAround.ts";
import { type RoomStep, takeStep } from "./safetyApi.ts";

/** What can be done about a statement, and what has been: given free, passed on, reported. */
export function MessageActions({ event }: { readonly event: MessageEvent }) {
  const { party } = useRoomAround();
  const by = PARTIES.find((each) => each === event.actor.party);
  const marks = <PassingActions event={event} />;
  if (by === undefined) return marks;
  return (
    <div className="message-actions">
      {marks}
      <Reporting messageId={event.id} mayReport={MAY_REPORT[party][by]} />
    </div>
  );
}

export function PassedOnActions({ event }: { readonly event: PassedOnEvent }) {
  const { party } = useRoomAround();
  return (
    <div className="message-actions">
      <Reporting messageId={event.id} mayReport={MAY_REPORT[party][event.payload.from]} />
    </div>
  );
}

function PassingActions({ event }: { readonly event: MessageEvent }) {
  const { t } = useTranslation();
  const { caseId, party, state, talking } = useRoomAround();
  const step = useCommand<RoomStep>({ run: (input, key) => takeStep(caseId, input, key) });
  const pass = useCommand<RoomStep>({
    run: (input, key) => takeStep(caseId, input, key),
    done: t("safety.passing.done"),
  });
  const { channel, text, attachment } = event.payload;
  const messageId = event.id;
  const standing = state.passing.get(messageId) ?? "kept";
  const own = event.actor.party === party && mayRelease(party, { by: party, channel, text });
  if (standing === "passed_on") {
    return (
      <Tag icon={<CheckOutlined aria-hidden />} color="success">
        {t("safety.passing.carried")}
      </Tag>
    );
  }
  if (standing === "kept") {
    if (!own || !talking) return null;
    return (
      <Button
        size="small"
        type="text"
        className="message-quiet"
        icon={<ExportOutlined aria-hidden />}
        title={t("safety.passing.allowHint")}
        loading={step.isPending}
        onClick={() => step.mutate({ do: "release", messageId })}
      >
        {t("safety.passing.allow")}
      </Button>
    );
  }
  return (
    <>
      <Tag icon={<ExportOutlined aria-hidden />} color="processing">
        {t("safety.passing.released")}
      </Tag>
      {own && (
        <Button
          size="small"
          type="text"
          loading={step.isPending}
          onClick={() => step.mutate({ do: "takeBack", messageId })}
        >
          {t("safety.passing.takeBack")}
        </Button>
      )}
      {party === "mediator" &&
        talking &&
        CARRIED_TO[channel].map((to) => (
          <Button
            key={to}
            size="small"
            loading={pass.isPending && pass.variables.do === "passOn" && pass.variables.channel === to}
            onClick={() => pass.mutate({ do: "passOn", messageId, channel: to })}
          >
            {to === "joint"
              ? t("safety.passing.toJoint")
              : t("safety.passing.to", {
                  side: t(to === "caucus_borrower" ? "safety.side.borrower" : "safety.side.platform"),
                })}
          </Button>
        ))}
      {party === "mediator" && attachment && <small>{t("safety.passing.onlyWords")}</small>}
    </>
  );
}

function Reporting({ messageId, mayReport }: { readonly messageId: string; readonly mayReport: boolean }) {
  const { t } = useTranslation();
  const { party, state, talking, caseId } = useRoomAround();
  const [open, setOpen] = useState(false);
  const report = state.reports.get(messageId);
  const close = () => setOpen(false);
  if (!report) {
    if (!mayReport || !talking) return null;
    return (
      <>
        <Button
          size="small"
          type="text"
          className="message-quiet"
          icon={<FlagOutlined aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t("safety.report.action")}
        </Button>
        <ReportDialog caseId={caseId} messageId={messageId} open={open} onClose={close} />
      </>
    );
  }
  if (report.dealtWith !== null) {
    return (
      <Tag icon={<FlagOutlined aria-hidden />}>
        {t("safety.report.dealtWith", { note: report.dealtWith })}
      </Tag>
    );
  }
  const reason = t(`safety.report.reasons.${report.reason}`);
  if (party !== "mediator") return <Tag icon={<FlagOutlined aria-hidden />}>{t("safety.report.open")}</Tag>;
  return (
    <>
      <Tag icon={<FlagOutlined aria-hidden />} color="error">
        {t("safety.report.from", { side: t(`safety.side.${report.party}`), reason })}
        {report.note !== null && ` · ${report.note}`}
      </Tag>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("safety.report.deal")}
      </Button>
      <DealDialog caseId={caseId} reportId={report.reportId} open={open} onClose={close} />
    </>
  );
}
