import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../ui/Loaded.tsx";
import type { Agreement } from "./api.ts";
import { PageReader } from "./PageReader.tsx";
import { useReading } from "./readingApi.ts";

interface ReadingDialogProps {
  readonly agreement: Agreement;
  readonly onClose: () => void;
}

/** The whole text at the desk, before releasing or signing it. */
export function ReadingDialog({ agreement, onClose }: ReadingDialogProps) {
  const { t } = useTranslation();
  const reading = useReading(agreement.id, agreement.contentHash);
  return (
    <Modal
      open
      title={`${t("reader.title")} ${agreement.number}`}
      width={860}
      footer={null}
      onCancel={onClose}
    >
      <Loaded of={reading}>{(found) => <PageReader agreementId={agreement.id} reading={found} />}</Loaded>
    </Modal>
  );
}
