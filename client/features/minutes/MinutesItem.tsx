import { Button, Input, Modal, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_REMARK_LENGTH, type MinutesStatus } from "../../../shared/minutes/lifecycle.ts";
import type { MinutesView } from "../../../shared/minutes/minutesView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { answerMinutes, type MinutesStep, minutesUrl, type Said, stepMinutes } from "./api.ts";
import { MinutesEditor } from "./MinutesEditor.tsx";
import { MinutesText, MinutesWords, useSubject } from "./MinutesText.tsx";

const COLOUR: Record<MinutesStatus, string> = {
  drafted: "default",
  open: "processing",
  final: "success",
  withdrawn: "default",
};

/** One set of minutes: what they say, who has confirmed, and what this person may do. */
export function MinutesItem({ minutes }: { readonly minutes: MinutesView }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const subject = useSubject(minutes);
  const { status, number, abilities } = minutes;
  return (
    <div className="minutes-item">
      <h3>
        {subject} <Tag color={COLOUR[status]}>{t(`minutes.status.${status}`)}</Tag>
      </h3>
      <details open={status === "drafted"}>
        <summary>{t("minutes.read")}</summary>
        <MinutesText minutes={minutes} />
      </details>
      <MinutesWords minutes={minutes} />
      <p>
        <a href={minutesUrl(minutes)}>{t("minutes.pdf")}</a> <small>{number}</small>{" "}
        {status === "final" && !minutes.sealed && <small>{t("minutes.sealing")}</small>}
      </p>
      {abilities.includes("answer") && <AnswerButtons minutes={minutes} />}
      <div className="minutes-acts">
        {abilities.includes("lay_open") && (
          <Step minutes={minutes} step="laying-open" name="layOpen" primary />
        )}
        {abilities.includes("revise") && (
          <Button onClick={() => setEditing(true)}>{t("minutes.edit")}</Button>
        )}
        {abilities.includes("finish") && <Step minutes={minutes} step="finish" name="finish" />}
        {abilities.includes("recall") && <Step minutes={minutes} step="recall" name="recall" />}
        {abilities.includes("withdraw") && <Step minutes={minutes} step="withdrawal" name="withdraw" />}
      </div>
      {editing && <MinutesEditor minutes={minutes} onClose={() => setEditing(false)} />}
    </div>
  );
}

const DONE = { layOpen: "laidOpen", recall: "recalled", finish: "finished", withdraw: "withdrawn" } as const;

interface StepProps {
  readonly minutes: MinutesView;
  readonly step: MinutesStep;
  readonly name: keyof typeof DONE;
  readonly primary?: boolean;
}

function Step({ minutes, step, name, primary = false }: StepProps) {
  const { t } = useTranslation();
  const run = useCommand({
    run: (_: void, key) => stepMinutes(minutes, step, key),
    done: t(`minutes.${DONE[name]}`),
  });
  return (
    <ConfirmButton
      type={primary ? "primary" : "default"}
      ask={t(`minutes.${name}Ask`)}
      loading={run.isPending}
      onConfirm={() => run.mutate()}
    >
      {t(`minutes.${name}`)}
    </ConfirmButton>
  );
}

function AnswerButtons({ minutes }: { readonly minutes: MinutesView }) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState(false);
  const [remark, setRemark] = useState("");
  const own = minutes.answers.find(({ personId }) => personId === minutes.ownId)?.answer ?? null;
  const answering = useCommand({
    run: (said: Said, key) => answerMinutes(minutes, said, key),
    done: t("minutes.answered"),
    onDone: () => setRefusing(false),
  });
  return (
    <div className="minutes-acts" role="group" aria-label={t("minutes.words")}>
      <Button
        type={own === "confirmed" ? "primary" : "default"}
        aria-pressed={own === "confirmed"}
        disabled={answering.isPending}
        onClick={() => answering.mutate({ answer: "confirmed" })}
      >
        {t("minutes.confirm")}
      </Button>
      <Button
        aria-pressed={own === "refused"}
        disabled={answering.isPending}
        onClick={() => setRefusing(true)}
      >
        {t("minutes.refuse")}
      </Button>
      <Modal
        open={refusing}
        title={t("minutes.refuseTitle")}
        okText={t("minutes.refuseSend")}
        cancelText={t("minutes.cancel")}
        okButtonProps={{ disabled: remark.trim() === "" }}
        confirmLoading={answering.isPending}
        onOk={() => answering.mutate({ answer: "refused", remark: remark.trim() })}
        onCancel={() => setRefusing(false)}
        destroyOnHidden
      >
        <label htmlFor="minutes-remark">{t("minutes.refuseLabel")}</label>
        <Input.TextArea
          id="minutes-remark"
          value={remark}
          autoSize={{ minRows: 3 }}
          maxLength={MAX_REMARK_LENGTH}
          onChange={(event) => setRemark(event.target.value)}
        />
      </Modal>
    </div>
  );
}
