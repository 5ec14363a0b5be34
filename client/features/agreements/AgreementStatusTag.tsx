import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { AgreementStatus } from "../../../shared/agreements/lifecycle.ts";
import { palette } from "../../ui/palette.ts";

const waiting = { color: palette.warn, background: palette.warnSoft, borderColor: palette.caucusLine };
const ended = { color: palette.inkSoft, background: palette.page, borderColor: palette.line };
const STYLES = {
  review: waiting,
  signing: waiting,
  signed: waiting,
  sealed: { color: palette.good, background: palette.goodSoft, borderColor: "#b5d8c1" },
  refused: ended,
  withdrawn: ended,
} as const satisfies Record<AgreementStatus, object>;

export function AgreementStatusTag({ status }: { readonly status: AgreementStatus }) {
  const { t } = useTranslation();
  return (
    <Tag variant="outlined" style={{ ...STYLES[status], marginInlineEnd: 0 }}>
      {t(`agreements.status.${status}`)}
    </Tag>
  );
}
