import { Button, type ButtonProps, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";

interface ConfirmButtonProps extends Omit<ButtonProps, "onClick"> {
  /** The question, with its consequence. */
  readonly ask: string;
  readonly onConfirm: () => void | Promise<void>;
}

/** A button for what cannot be taken back: asks once, and shows that it is working. */
export function ConfirmButton({ ask, onConfirm, ...button }: ConfirmButtonProps) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={ask}
      okText={t("common.confirm")}
      cancelText={t("common.cancel")}
      onConfirm={onConfirm}
      okButtonProps={button.danger === true ? { danger: true } : {}}
      styles={{ root: { maxWidth: 360 } }}
    >
      <Button {...button} />
    </Popconfirm>
  );
}
