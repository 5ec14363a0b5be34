import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageHeader } from "../ui/PageHeader.tsx";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("common.notFoundTitle")} description={t("common.notFoundText")} />
      <Link to="/">{t("common.goHome")}</Link>
    </>
  );
}
