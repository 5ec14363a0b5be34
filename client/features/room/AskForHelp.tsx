import { Button, Form, Input, Modal } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { REQUEST_KINDS, type RequestKind } from "../../../shared/rooms/safety.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ROOM_STAGES } from "../../../shared/cases/lifecycle.ts";
import type { Party } from "../../../shared/journal/audience.ts";
import type { RoomSnapshot } from "../../realtime/room.ts";
import type { CaseFile } from "../cases/types.ts";
import { type OpenRequest, roomStateOf } from "./roomState.ts";
import { type RoomStep, takeStep } from "./safetyApi.ts";

interface HelpInRoomProps {
  readonly file: CaseFile;
  readonly room: RoomSnapshot;
  readonly party: Party;
}

interface AskForHelpProps {
  readonly caseId: string;
  readonly requests: readonly OpenRequest[];
  readonly paused: boolean;
}

/** Shown to the two sides while the mediation goes on. */
export function HelpInRoom({ file, room, party }: HelpInRoomProps) {
  const state = useMemo(() => roomStateOf(room.events), [room.events]);
  if (party === "mediator" || !ROOM_STAGES.includes(file.stage)) return null;
  return <AskForHelp caseId={file.id} requests={state.requests} paused={file.paused} />;
}

/** A side's way to the mediator when it cannot go on, told to nobody else. */
function AskForHelp({ caseId, requests, paused }: AskForHelpProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<RequestKind>();
  const withdraw = useCommand<RoomStep>({
    run: (step, key) => takeStep(caseId, step, key),
    done: t("safety.ask.withdrawn"),
  });
  const kinds = REQUEST_KINDS.filter((each) => !paused || each !== "pause");
  return (
    <section className="room-ask" aria-labelledby="room-ask-title">
      <h2 id="room-ask-title">{t("safety.ask.title")}</h2>
      <p>{t("safety.ask.lead")}</p>
      {kinds.map((each) => {
        const open = requests.find((request) => request.kind === each);
        if (open) {
          return (
            <p key={each} className="room-ask-open">
              {t(`safety.ask.requested.${each}`)}{" "}
              <Button
                size="small"
                type="link"
                loading={withdraw.isPending}
                onClick={() => withdraw.mutate({ do: "withdraw", requestId: open.requestId })}
              >
                {t("safety.ask.withdraw")}
              </Button>
            </p>
          );
        }
        return (
          <Button key={each} block onClick={() => setKind(each)}>
            {t(each === "pause" ? "safety.ask.pause" : "safety.ask.alone")}
          </Button>
        );
      })}
      <AskDialog caseId={caseId} kind={kind} onClose={() => setKind(undefined)} />
    </section>
  );
}

interface AskDialogProps {
  readonly caseId: string;
  readonly kind: RequestKind | undefined;
  readonly onClose: () => void;
}

function AskDialog({ caseId, kind, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ note?: string }>();
  const ask = useCommand<{ kind: RequestKind; note: string }>({
    run: (given, key) => takeStep(caseId, { do: "ask", ...given }, key),
    done: t("safety.ask.sent"),
    onDone: onClose,
  });
  return (
    <Modal
      open={kind !== undefined}
      title={t(kind === "pause" ? "safety.ask.pause" : "safety.ask.alone")}
      okText={t("safety.ask.send")}
      confirmLoading={ask.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-lead">{t(kind === "pause" ? "safety.ask.pauseHelp" : "safety.ask.aloneHelp")}</p>
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={({ note = "" }) => kind && ask.mutate({ kind, note })}
      >
        <Form.Item name="note" label={t("safety.ask.note")}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
