import { type ChangeEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { readersOf } from "../../../shared/rooms/channels.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Field, TextField } from "../../borrower/ui/Field.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { RadioList } from "../../borrower/ui/RadioList.tsx";
import { Sheet } from "../../borrower/ui/Sheet.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { addExhibit } from "../exhibits/api.ts";
import type { TalkChannel } from "./borrowerTalk.ts";
import { useRoomAround } from "./roomAround.ts";
import { sizeText } from "./sizeText.ts";

interface AttachSheetProps {
  readonly channel: TalkChannel;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Showing a paper: who is to see it and whether a court may, chosen before it goes. */
export function AttachSheet({ channel, open, onClose }: AttachSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet open={open} title={t("safety.attach.title")} onClose={onClose}>
      <AttachForm channel={channel} onDone={onClose} />
    </Sheet>
  );
}

/** The sign on the button that opens it. */
export function ClipSign() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d="M14.500 8.500l-5 5a2.300 2.300 0 0 1-3.300-3.300l6-6a3.500 3.500 0 0 1 5 5l-6.500 6.500a5 5 0 0 1-7-7l5-5" />
    </svg>
  );
}

interface AttachFormProps {
  readonly channel: TalkChannel;
  readonly onDone: () => void;
}

type Court = "no" | "yes";

function AttachForm({ channel: here, onDone }: AttachFormProps) {
  const { t } = useTranslation();
  const { caseId, handle } = useRoomAround();
  const [file, setFile] = useState<File>();
  const [name, setName] = useState("");
  const [shows, setShows] = useState("");
  const [channel, setChannel] = useState(here);
  const [court, setCourt] = useState<Court>("no");
  const [checked, setChecked] = useState(false);
  const [fraction, setFraction] = useState(0);
  const title = name.trim();
  const adding = useSend({
    run: (chosen: File, key) => {
      const given = {
        name: title,
        groupNo: 5,
        source: t("safety.attach.source"),
        proves: shows.trim() || title,
        purpose: shows.trim() || title,
        audience: readersOf(channel),
        disclosure: court === "yes" ? "shareable" : "without_prejudice",
      } as const;
      return addExhibit(caseId, chosen, given, { idempotencyKey: key, onProgress: setFraction });
    },
    done: t("safety.attach.sent"),
    onDone: ({ id: exhibitId }) => {
      // A refusal stays in the conversation with its reason and another try.
      handle.command("message.post", { channel, text: shows.trim(), exhibitId }).catch(() => undefined);
      onDone();
    },
  });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    if (chosen && name === "") setName(chosen.name.replace(/\.[^.]+$/, "").slice(0, 120));
  };
  const missing = checked && (!file || title === "");
  return (
    <form
      className="b-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (file && title !== "") adding.mutate(file);
      }}
    >
      <FileField file={file} onChoose={choose} />
      <Field
        label={t("safety.attach.name")}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t("safety.attach.shows")}
        rows={2}
        maxLength={500}
        value={shows}
        onChange={(event) => setShows(event.target.value)}
      />
      <RadioList
        legend={t("safety.attach.readers")}
        value={channel}
        onChange={setChannel}
        choices={(["caucus_borrower", "joint"] as const).map((value) => ({
          value,
          label: t(`safety.attach.readersOf.${value}`),
        }))}
      />
      <RadioList<Court>
        legend={t("safety.attach.court")}
        value={court}
        onChange={setCourt}
        choices={[
          { value: "no", label: t("safety.attach.disclosure.without_prejudice") },
          {
            value: "yes",
            label: t("safety.attach.disclosure.shareable"),
            text: t("safety.attach.mayGoToCourtHelp"),
          },
        ]}
      />
      {missing && (
        <p className="b-error" role="alert">
          {t("safety.attach.needed")}
        </p>
      )}
      {adding.error && <Problem error={adding.error} />}
      <Button type="submit" wide busy={adding.isPending}>
        {adding.isPending
          ? `${t("safety.attach.uploading")} ${Math.round(fraction * 100)}%`
          : t("safety.attach.send")}
      </Button>
    </form>
  );
}

interface FileFieldProps {
  readonly file: File | undefined;
  readonly onChoose: (file: File | undefined) => void;
}

function FileField({ file, onChoose }: FileFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="b-field b-file">
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-describedby={`${id}-hint`}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChoose(event.target.files?.[0])}
      />
      <label htmlFor={id} className="b-button b-button-plain">
        {t("safety.attach.choose")}
      </label>
      <span id={`${id}-hint`} className="b-hint">
        {file ? `${file.name} · ${sizeText(file.size)}` : t("safety.attach.hint")}
      </span>
    </div>
  );
}
