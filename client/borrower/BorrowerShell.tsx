import { lazy, Suspense, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavigationType, Route, Routes, useLocation, useNavigationType } from "react-router";
import { useActiveCall } from "../features/calls/activeCall.ts";
import { errorText } from "../i18n/text.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { borrowerRoutes } from "./routes.tsx";
import { DoneMessage } from "./ui/DoneMessage.tsx";
import { Frame } from "./ui/Frame.tsx";
import { Notice } from "./ui/Notice.tsx";
import { Page } from "./ui/Page.tsx";
import { Spinner } from "./ui/Spinner.tsx";

const CallBar = lazy(() =>
  import("../features/calls/BorrowerCallBar.tsx").then((m) => ({ default: m.BorrowerCallBar })),
);

export function BorrowerShell() {
  const { pathname } = useLocation();
  const call = useActiveCall();
  return (
    <Frame>
      <FromTheTop key={pathname} />
      <Suspense>{call !== null && <CallBar key={call} caseId={call} />}</Suspense>
      <Boundary address={pathname} renderError={(error) => <Notice tone="bad">{errorText(error)}</Notice>}>
        <Suspense fallback={<Spinner />}>
          <Routes>
            {borrowerRoutes.map(({ path, page: Shown }) => (
              <Route key={path} path={path} element={<Shown />} />
            ))}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </Boundary>
      <DoneMessage />
    </Frame>
  );
}

/** A new page begins at its top; going back keeps the place the browser remembers. */
function FromTheTop() {
  const navigation = useNavigationType();
  useLayoutEffect(() => {
    if (navigation !== NavigationType.Pop) window.scrollTo(0, 0);
  }, [navigation]);
  return null;
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t("common.notFoundTitle")} lead={t("common.notFoundText")}>
      <Link to="/">{t("common.goHome")}</Link>
    </Page>
  );
}
