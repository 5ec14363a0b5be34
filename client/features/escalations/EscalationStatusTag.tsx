import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { EscalationStatus } from "../../../shared/escalations/lifecycle.ts";
import { palette } from "../../ui/palette.ts";

const STYLES = {
  composing: { color: palette.primaryDeep, background: palette.primarySoft },
  sealed: { color: palette.good, background: palette.goodSoft },
  failed: { color: palette.bad, background: palette.badSoft },
  closed: { color: palette.inkSoft, background: palette.page },
} as const satisfies Record<EscalationStatus, object>;

export function EscalationStatusTag({ status }: { readonly status: EscalationStatus }) {
  const { t } = useTranslation();
  return (
    <Tag variant="outlined" style={{ ...STYLES[status], marginInlineEnd: 0 }}>
      {t(`escalations.status.${status}`)}
    </Tag>
  );
}
