import { Alert, Button, Input, Modal, Progress, Radio } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Disclosure, Party } from "../../../shared/journal/audience.ts";
import type { Channel } from "../../../shared/journal/events.ts";
import { readersOf } from "../../../shared/rooms/channels.ts";
import { attachmentLabels } from "../../../shared/rooms/showing.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { FilePicker } from "../../ui/FilePicker.tsx";
import { addExhibit } from "../exhibits/api.ts";
import { ChannelIcon } from "./ChannelIcon.tsx";
import { channelName } from "./channelText.ts";

interface AttachDialogProps {
  readonly caseId: string;
  readonly party: Party;
  /** The channel one is in: its readers are what is chosen until somebody chooses otherwise. */
  readonly channel: Channel;
  readonly channels: readonly Channel[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onShown: (channel: Channel, exhibitId: string, text: string) => void;
}

/** Showing a document: what it is, who is to see it, and whether a court may. */
export function AttachDialog(props: AttachDialogProps) {
  const { t } = useTranslation();
  const { open, onClose } = props;
  return (
    <Modal
      open={open}
      title={t("safety.attach.title")}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={600}
    >
      <AttachForm {...props} />
    </Modal>
  );
}

function AttachForm({ caseId, party, channel: here, channels, onClose, onShown }: AttachDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [file, setFile] = useState<File>();
  const [name, setName] = useState("");
  const [shows, setShows] = useState("");
  const [channel, setChannel] = useState(here);
  const [court, setCourt] = useState(false);
  const [progress, setProgress] = useState(0);
  const [problem, setProblem] = useState<string>();
  const narrow = attachmentLabels(channel).disclosure;
  const disclosure: Disclosure = court && narrow !== "mediator_private" ? "shareable" : narrow;
  const add = useCommand<{ file: File; title: string }, { id: string }>({
    run: ({ file: chosen, title }, idempotencyKey) => {
      const given = {
        name: title,
        groupNo: party === "platform" ? 3 : 5,
        source: t("safety.attach.source"),
        proves: shows.trim() || title,
        purpose: shows.trim() || title,
        audience: readersOf(channel),
        disclosure,
      } as const;
      return addExhibit(caseId, chosen, given, { idempotencyKey, onProgress: setProgress });
    },
    onDone: (exhibit) => {
      onShown(channel, exhibit.id, shows.trim());
      onClose();
    },
    onFail: (error) => setProblem(errorText(error)),
  });
  const send = () => {
    const title = name.trim();
    if (!file || title === "") return setProblem(t("safety.attach.needed"));
    setProblem(undefined);
    add.mutate({ file, title });
  };
  return (
    <form
      className="attach-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FilePicker
        accept=".pdf,.png,.jpg,.jpeg,.webp"
        title={t("safety.attach.choose")}
        hint={t("safety.attach.hint")}
        file={file}
        onChosen={(chosen) => {
          setFile(chosen);
          if (name === "") setName(chosen.name.replace(/\.[^.]+$/, "").slice(0, 120));
        }}
      />
      <label htmlFor={`${id}-name`}>{t("safety.attach.name")}</label>
      <Input
        id={`${id}-name`}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}-shows`}>{t("safety.attach.shows")}</label>
      <Input.TextArea
        id={`${id}-shows`}
        rows={2}
        maxLength={500}
        value={shows}
        onChange={(event) => setShows(event.target.value)}
      />
      <fieldset>
        <legend>{t("safety.attach.readers")}</legend>
        <Radio.Group
          className="radio-column"
          value={channel}
          onChange={({ target }) => setChannel(channels.find((each) => each === target.value) ?? here)}
        >
          {channels.map((each) => (
            <Radio key={each} value={each}>
              <ChannelIcon channel={each} /> {t(`safety.attach.readersOf.${each}`)}
              <small> · {channelName(t, each, party)}</small>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {narrow !== "mediator_private" && (
        <fieldset>
          <legend>{t("safety.attach.court")}</legend>
          <Radio.Group
            className="radio-column"
            value={court}
            onChange={({ target }) => setCourt(target.value === true)}
          >
            <Radio value={false}>{t("safety.attach.disclosure.without_prejudice")}</Radio>
            <Radio value={true}>
              {t("safety.attach.disclosure.shareable")}
              <small> · {t("safety.attach.mayGoToCourtHelp")}</small>
            </Radio>
          </Radio.Group>
        </fieldset>
      )}
      {add.isPending && (
        <Progress percent={Math.round(progress * 100)} aria-label={t("safety.attach.uploading")} />
      )}
      {problem !== undefined && <Alert type="error" title={problem} role="alert" />}
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t("safety.attach.send")}
      </Button>
    </form>
  );
}
