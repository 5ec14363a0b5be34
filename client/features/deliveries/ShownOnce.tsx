import { Alert, Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../ui/CopyButton.tsx";

interface ShownOnceProps {
  readonly title: string;
  readonly value: string;
  readonly note: string;
  readonly onClose: () => void;
}

/** A secret that is not kept anywhere else in the open; closed only by the button that says it was put away. */
export function ShownOnce({ title, value, note, onClose }: ShownOnceProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("deliveries.putAway")}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t("deliveries.onlyOnce")} />
      <p className="shown-once">
        <code>{value}</code>
        <CopyButton text={value} />
      </p>
      <p className="hint">{note}</p>
    </Modal>
  );
}
