import { useTranslation } from "react-i18next";
import { ToneTag } from "../../ui/ToneTag.tsx";

/** Shown beside whatever follows from a rule that was not read. */
export function Confirm({ rule }: { readonly rule: { readonly toBeConfirmed: boolean } }) {
  const { t } = useTranslation();
  return rule.toBeConfirmed ? <ToneTag tone="waiting">{t("law.toBeConfirmed")}</ToneTag> : null;
}
