import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportStatus } from "../../../shared/intake/importLifecycle.ts";
import { palette } from "../../ui/palette.ts";

const waiting = { color: palette.warn, background: palette.warnSoft };
const working = { color: palette.primaryDeep, background: palette.primarySoft };
const STYLES = {
  reading: working,
  needs_mapping: waiting,
  previewed: waiting,
  importing: working,
  imported: { color: palette.good, background: palette.goodSoft },
  failed: { color: palette.bad, background: palette.badSoft },
} as const satisfies Record<ImportStatus, object>;

export function ImportStatusTag({ status }: { readonly status: ImportStatus }) {
  const { t } = useTranslation();
  return (
    <Tag variant="outlined" style={{ ...STYLES[status], marginInlineEnd: 0 }}>
      {t(`imports.status.${status}`)}
    </Tag>
  );
}
