import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";

interface HomePageProps {
  /** The first page of this role's navigation. */
  readonly start: string | undefined;
}

/** Sends each role to where its work begins; a role without such a page sees that nothing waits. */
export function HomePage({ start }: HomePageProps) {
  const { t } = useTranslation();
  if (start !== undefined) return <Navigate to={start} replace />;
  return (
    <>
      <PageHeader title={t("staffShell.home")} />
      <EmptyState title={t("staffShell.homeEmpty")} />
    </>
  );
}
