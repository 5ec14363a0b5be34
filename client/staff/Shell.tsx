import { MenuOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Drawer, Layout } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Route, Routes, useLocation } from "react-router";
import { inLanguage, type StaffUser } from "../api/me.ts";
import { useLanguage } from "../i18n/index.ts";
import { Boundary } from "../ui/Boundary.tsx";
import { ErrorState } from "../ui/ErrorState.tsx";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { Loading } from "../ui/Loading.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { Brand } from "./Brand.tsx";
import { GoContext, GoTargets } from "./go/targets.ts";
import { useGoKey } from "./go/useGoKey.ts";
import { HomePage } from "./HomePage.tsx";
import { Navigation } from "./Navigation.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { openTo, staffRoutes } from "./routes.tsx";
import "./shell.css";

const GoAnywhere = lazy(() =>
  import("./go/GoAnywhere.tsx").then((module) => ({ default: module.GoAnywhere })),
);

export function Shell({ user }: { readonly user: StaffUser }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { pathname } = useLocation();
  const routes = staffRoutes.filter(openTo(user.role));
  const [drawer, setDrawer] = useState(false);
  const [going, setGoing] = useState(false);
  const [targets] = useState(() => new GoTargets());
  useGoKey(setGoing);
  return (
    <GoContext value={targets}>
      <Layout className="shell">
        <a className="skip-link" href="#content">
          {t("common.skipToContent")}
        </a>
        <Layout.Sider width={224} className="shell-side">
          <Brand />
          <Navigation role={user.role} />
        </Layout.Sider>
        <Drawer
          open={drawer}
          onClose={() => setDrawer(false)}
          placement="left"
          size={272}
          title={<Brand />}
          styles={{ body: { padding: 8 } }}
        >
          <Navigation role={user.role} onChosen={() => setDrawer(false)} />
        </Drawer>
        <Layout>
          <Layout.Header className="shell-top">
            <Button
              className="shell-burger"
              type="text"
              icon={<MenuOutlined />}
              aria-label={t("staffShell.openNavigation")}
              onClick={() => setDrawer(true)}
            />
            <span className="shell-organisation">{inLanguage(user.organisation, language)}</span>
            <Button className="go-open" type="text" icon={<SearchOutlined />} onClick={() => setGoing(true)}>
              <span className="go-open-text">{t("staffShell.go.open")}</span> <kbd>Ctrl K</kbd>
            </Button>
            <LanguageSwitch />
            <AccountMenu user={user} />
          </Layout.Header>
          <main id="content" tabIndex={-1} className="shell-content">
            <Boundary address={pathname} renderError={(error) => <ErrorState error={error} />}>
              <Suspense fallback={<Loading />}>
                <Routes>
                  <Route path="/" element={<HomePage start={routes.find((route) => route.nav)?.path} />} />
                  {routes.map(({ path, page: Page }) => (
                    <Route key={path} path={path} element={<Page />} />
                  ))}
                  <Route path="*" element={<NotFoundPage />} />
                </Routes>
              </Suspense>
            </Boundary>
          </main>
        </Layout>
        {going && (
          <Suspense>
            <GoAnywhere role={user.role} onClose={() => setGoing(false)} />
          </Suspense>
        )}
      </Layout>
    </GoContext>
  );
}
