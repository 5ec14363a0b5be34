import { HomeOutlined } from "@ant-design/icons";
import { type ComponentType, lazy, type LazyExoticComponent, type ReactNode } from "react";
import type { StaffRole } from "../../shared/api/roles.ts";

/** A text under `staffShell.nav`; a page without one is reached from other pages only. */
export type NavKey = "home";

export interface StaffRoute {
  readonly path: string;
  readonly roles: readonly StaffRole[] | "everyone";
  readonly page: LazyExoticComponent<ComponentType>;
  readonly nav?: { readonly key: NavKey; readonly icon: ReactNode };
}

/**
 * Every page of the staff workspace, in the order of the navigation. The first path a role has in the navigation
 * is where that role starts.
 */
export const staffRoutes: readonly StaffRoute[] = [
  {
    path: "/",
    roles: "everyone",
    page: lazy(() => import("./HomePage.tsx").then((module) => ({ default: module.HomePage }))),
    nav: { key: "home", icon: <HomeOutlined /> },
  },
  {
    path: "/account",
    roles: "everyone",
    page: lazy(() => import("./AccountPage.tsx").then((module) => ({ default: module.AccountPage }))),
  },
];

export function openTo(role: StaffRole): (route: StaffRoute) => boolean {
  return (route) => route.roles === "everyone" || route.roles.includes(role);
}
