import { Menu } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { StaffRole } from "../../shared/api/roles.ts";
import { openTo, staffRoutes } from "./routes.tsx";

interface NavigationProps {
  readonly role: StaffRole;
  readonly onChosen?: () => void;
}

export function Navigation({ role, onChosen }: NavigationProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const routes = staffRoutes.filter(openTo(role));
  const items = routes.flatMap(({ path, nav }) =>
    nav
      ? [{ key: path, icon: nav.icon, label: <Link to={path}>{t(`staffShell.nav.${nav.key}`)}</Link> }]
      : [],
  );
  // The longest address that the shown one lies under: /cases stays marked while one case is open.
  const current = items
    .map((item) => item.key)
    .filter((path) => pathname === path || (path !== "/" && pathname.startsWith(`${path}/`)))
    .toSorted((a, b) => b.length - a.length)[0];
  return (
    <nav aria-label={t("staffShell.mainNavigation")}>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={current === undefined ? [] : [current]}
        onClick={() => onChosen?.()}
        style={{ borderInlineEnd: 0 }}
      />
    </nav>
  );
}
