import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { useMe } from "../api/me.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { openTo, staffRoutes } from "./routes.tsx";

/** Sends each role to the first page of its own navigation; a role without one sees that nothing waits. */
export function HomePage() {
  const { t } = useTranslation();
  const { data: user } = useMe();
  const start =
    user &&
    staffRoutes.find((route) => route.path !== "/" && route.nav !== undefined && openTo(user.role)(route));
  if (start) return <Navigate to={start.path} replace />;
  return (
    <>
      <PageHeader title={t("staffShell.home")} />
      <EmptyState title={t("staffShell.homeEmpty")} />
    </>
  );
}
