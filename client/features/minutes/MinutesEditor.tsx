import { Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_REMARK_LENGTH } from "../../../shared/minutes/lifecycle.ts";
import type { MinutesView } from "../../../shared/minutes/minutesView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { type Corrections, reviseMinutes } from "./api.ts";

interface MinutesEditorProps {
  readonly minutes: MinutesView;
  readonly onClose: () => void;
}

/** The mediator's remarks beside each point, and who was there. What the record says stays as it is. */
export function MinutesEditor({ minutes, onClose }: MinutesEditorProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { body } = minutes;
  const [remarks, setRemarks] = useState<Record<string, string>>(() =>
    Object.fromEntries(body.points.map(({ key, remark }) => [key, remark ?? ""])),
  );
  const [absent, setAbsent] = useState<readonly string[]>(() =>
    body.present.filter(({ here }) => !here).map(({ personId }) => personId),
  );
  const [outcomeRemark, setOutcomeRemark] = useState(body.outcomeRemark ?? "");
  const [general, setGeneral] = useState(body.general ?? "");
  const saving = useCommand({
    run: (given: Corrections, key) => reviseMinutes(minutes, given, key),
    done: t("minutes.saved"),
    onDone: onClose,
  });
  return (
    <Modal
      open
      width={760}
      title={t("minutes.edit")}
      okText={t("minutes.save")}
      cancelText={t("minutes.cancel")}
      confirmLoading={saving.isPending}
      onOk={() => saving.mutate({ remarks, outcomeRemark, general, absent })}
      onCancel={onClose}
    >
      <fieldset className="minutes-edit">
        <legend>{t("minutes.present")}</legend>
        {body.present.map(({ personId, name }) => (
          <Checkbox
            key={personId}
            checked={!absent.includes(personId)}
            onChange={(event) =>
              setAbsent(
                event.target.checked ? absent.filter((one) => one !== personId) : [...absent, personId],
              )
            }
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="minutes-edit">
        <legend>{t("minutes.points")}</legend>
        {body.points.map(({ key, at, text }) => (
          <div key={key} className="minutes-edit-point">
            <p lang="zh-CN">
              <small>{formatDateTime(at, language)}</small> {text}
            </p>
            <Input
              value={remarks[key] ?? ""}
              aria-label={t("minutes.remarkFor", { text })}
              placeholder={t("minutes.remark")}
              maxLength={MAX_REMARK_LENGTH}
              onChange={(event) => setRemarks({ ...remarks, [key]: event.target.value })}
            />
          </div>
        ))}
      </fieldset>
      <fieldset className="minutes-edit">
        <legend>{t("minutes.outcome")}</legend>
        <p lang="zh-CN">{body.outcome}</p>
        <label htmlFor="minutes-outcome">{t("minutes.outcomeRemark")}</label>
        <Input.TextArea
          id="minutes-outcome"
          value={outcomeRemark}
          autoSize={{ minRows: 2 }}
          maxLength={MAX_REMARK_LENGTH}
          onChange={(event) => setOutcomeRemark(event.target.value)}
        />
        <label htmlFor="minutes-general">{t("minutes.general")}</label>
        <Input.TextArea
          id="minutes-general"
          value={general}
          autoSize={{ minRows: 2 }}
          maxLength={MAX_REMARK_LENGTH}
          onChange={(event) => setGeneral(event.target.value)}
        />
      </fieldset>
    </Modal>
  );
}
