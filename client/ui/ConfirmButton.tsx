import { Button, type ButtonProps, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface ConfirmButtonProps extends Omit<ButtonProps, "onClick"> {
  /** The question, with its consequence. */
  readonly ask: string;
  /** Reports its own failures; the button only shows that it is working. */
  readonly onConfirm: () => void | Promise<void>;
}

/** A button for what cannot be taken back: asks once, and shows that it is working. */
export function ConfirmButton({ ask, onConfirm, ...button }: ConfirmButtonProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Popconfirm
      title={ask}
      okText={t("common.confirm")}
      cancelText={t("common.cancel")}
      onConfirm={() => void run()}
      okButtonProps={button.danger === true ? { danger: true } : {}}
      styles={{ root: { maxWidth: 360 } }}
    >
      <Button loading={busy} {...button} />
    </Popconfirm>
  );
}
