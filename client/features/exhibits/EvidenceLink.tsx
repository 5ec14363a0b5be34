import { useTranslation } from "react-i18next";
import { useExhibits } from "./api.ts";

interface EvidenceLinkProps {
  readonly caseId: string;
  readonly exhibitId: string | null;
}

/** Opens the document that is shown for something said; nothing where there is none. */
export function EvidenceLink({ caseId, exhibitId }: EvidenceLinkProps) {
  const { t } = useTranslation();
  const { data } = useExhibits(caseId);
  if (exhibitId === null) return null;
  const name = data?.find((exhibit) => exhibit.id === exhibitId)?.name ?? "";
  return <a href={`/api/exhibits/${exhibitId}/file`}>{t("debts.evidenceLink", { name })}</a>;
}
