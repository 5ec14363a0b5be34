import { type ComponentType, lazy, type LazyExoticComponent, type ReactNode } from "react";
import type { StaffRole } from "../../shared/api/roles.ts";
import type { staffShell } from "../i18n/staffShell.zh.ts";

/** A text under `staffShell.nav`; a page without one is reached from other pages only. */
export type NavKey = keyof (typeof staffShell)["nav"];

export interface StaffRoute {
  readonly path: string;
  readonly roles: readonly StaffRole[] | "everyone";
  readonly page: LazyExoticComponent<ComponentType>;
  readonly nav?: { readonly key: NavKey; readonly icon: ReactNode };
}

/**
 * Every page of the staff workspace, in the order of the navigation. The first path a role has in the navigation is
 * where that role starts.
 */
export const staffRoutes: readonly StaffRoute[] = [
  {
    path: "/account",
    roles: "everyone",
    page: lazy(() => import("./AccountPage.tsx").then((module) => ({ default: module.AccountPage }))),
  },
];

export function openTo(role: StaffRole): (route: StaffRoute) => boolean {
  return (route) => route.roles === "everyone" || route.roles.includes(role);
}
