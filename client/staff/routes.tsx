import {
  ApiOutlined,
  AuditOutlined,
  CalculatorOutlined,
  CheckSquareOutlined,
  EditOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  ImportOutlined,
  InboxOutlined,
  LineChartOutlined,
  MailOutlined,
  ReadOutlined,
  SafetyOutlined,
  TeamOutlined,
  UserSwitchOutlined,
} from "@ant-design/icons";
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

const PLATFORM: readonly StaffRole[] = ["platform_agent", "platform_approver"];
const ON_CASES: readonly StaffRole[] = [...PLATFORM, "mediator", "centre_admin"];

/**
 * Every page of the staff workspace, in the order of the navigation. The first path a role has in the navigation is
 * where that role starts.
 */
export const staffRoutes: readonly StaffRoute[] = [
  {
    path: "/queue",
    roles: "everyone",
    page: lazy(() =>
      import("../features/queue/QueuePage.tsx").then((module) => ({ default: module.QueuePage })),
    ),
    nav: { key: "queue", icon: <CheckSquareOutlined /> },
  },
  {
    path: "/appointments",
    roles: ["mediator"],
    page: lazy(() =>
      import("../features/appointments/AppointmentsPage.tsx").then((module) => ({
        default: module.AppointmentsPage,
      })),
    ),
    nav: { key: "appointments", icon: <UserSwitchOutlined /> },
  },
  {
    path: "/cases",
    roles: ON_CASES,
    page: lazy(() =>
      import("../features/cases/CasesPage.tsx").then((module) => ({ default: module.CasesPage })),
    ),
    nav: { key: "cases", icon: <FolderOpenOutlined /> },
  },
  {
    path: "/cases/:caseId",
    roles: ON_CASES,
    page: lazy(() =>
      import("../features/cases/CasePage.tsx").then((module) => ({ default: module.CasePage })),
    ),
  },
  {
    path: "/imports",
    roles: PLATFORM,
    page: lazy(() =>
      import("../features/imports/ImportsPage.tsx").then((module) => ({ default: module.ImportsPage })),
    ),
    nav: { key: "imports", icon: <ImportOutlined /> },
  },
  {
    path: "/imports/:importId",
    roles: PLATFORM,
    page: lazy(() =>
      import("../features/imports/ImportPage.tsx").then((module) => ({ default: module.ImportPage })),
    ),
  },
  {
    path: "/approvals",
    roles: ["platform_approver"],
    page: lazy(() =>
      import("../features/offersApproval/ApprovalsPage.tsx").then((module) => ({
        default: module.ApprovalsPage,
      })),
    ),
    nav: { key: "approvals", icon: <AuditOutlined /> },
  },
  {
    path: "/agreements",
    roles: ON_CASES,
    page: lazy(() =>
      import("../features/agreements/AgreementsPage.tsx").then((module) => ({
        default: module.AgreementsPage,
      })),
    ),
    nav: { key: "agreements", icon: <FileDoneOutlined /> },
  },
  {
    path: "/agreements/:agreementId",
    roles: ON_CASES,
    page: lazy(() =>
      import("../features/agreements/AgreementPage.tsx").then((module) => ({
        default: module.AgreementPage,
      })),
    ),
  },
  {
    path: "/escalations",
    roles: [...PLATFORM, "lawyer"],
    page: lazy(() =>
      import("../features/escalations/EscalationsPage.tsx").then((module) => ({
        default: module.EscalationsPage,
      })),
    ),
    nav: { key: "escalations", icon: <InboxOutlined /> },
  },
  {
    path: "/escalations/:escalationId",
    roles: [...PLATFORM, "lawyer"],
    page: lazy(() =>
      import("../features/escalations/EscalationPage.tsx").then((module) => ({
        default: module.EscalationPage,
      })),
    ),
  },
  {
    path: "/outbox",
    roles: ["centre_admin"],
    page: lazy(() =>
      import("../features/outbox/OutboxPage.tsx").then((module) => ({ default: module.OutboxPage })),
    ),
    nav: { key: "outbox", icon: <MailOutlined /> },
  },
  {
    path: "/mediators",
    roles: ["centre_admin"],
    page: lazy(() =>
      import("../features/appointments/MediatorsPage.tsx").then((module) => ({
        default: module.MediatorsPage,
      })),
    ),
    nav: { key: "mediators", icon: <TeamOutlined /> },
  },
  {
    path: "/law",
    roles: ["centre_admin"],
    page: lazy(() => import("../features/law/LawPage.tsx").then((module) => ({ default: module.LawPage }))),
    nav: { key: "law", icon: <ReadOutlined /> },
  },
  {
    path: "/clauses",
    roles: ["mediator", "centre_admin"],
    page: lazy(() =>
      import("../features/templates/TemplatesPage.tsx").then((module) => ({ default: module.TemplatesPage })),
    ),
    nav: { key: "templates", icon: <FileTextOutlined /> },
  },
  {
    path: "/living-floors",
    roles: ["centre_admin"],
    page: lazy(() =>
      import("../features/capacity/LivingFloorsPage.tsx").then((module) => ({
        default: module.LivingFloorsPage,
      })),
    ),
    nav: { key: "livingFloors", icon: <SafetyOutlined /> },
  },
  {
    path: "/signing-settings",
    roles: ["centre_admin"],
    page: lazy(() =>
      import("../features/signing/SigningSettingsPage.tsx").then((module) => ({
        default: module.SigningSettingsPage,
      })),
    ),
    nav: { key: "signing", icon: <EditOutlined /> },
  },
  {
    path: "/signing-authorities",
    roles: PLATFORM,
    page: lazy(() =>
      import("../features/signing/AuthoritiesPage.tsx").then((module) => ({
        default: module.AuthoritiesPage,
      })),
    ),
    nav: { key: "authorities", icon: <EditOutlined /> },
  },
  {
    path: "/policy",
    roles: PLATFORM,
    page: lazy(() =>
      import("../features/policy/PolicyPage.tsx").then((module) => ({ default: module.PolicyPage })),
    ),
    nav: { key: "policy", icon: <CalculatorOutlined /> },
  },
  {
    path: "/integrations",
    roles: ["platform_approver"],
    page: lazy(() =>
      import("../features/deliveries/IntegrationsPage.tsx").then((module) => ({
        default: module.IntegrationsPage,
      })),
    ),
    nav: { key: "integrations", icon: <ApiOutlined /> },
  },
  {
    path: "/overview",
    roles: "everyone",
    page: lazy(() =>
      import("../features/overview/OverviewPage.tsx").then((module) => ({ default: module.OverviewPage })),
    ),
    nav: { key: "overview", icon: <LineChartOutlined /> },
  },
  {
    path: "/cases/:caseId/room",
    roles: ["mediator", "platform_agent", "platform_approver"],
    page: lazy(() =>
      import("../features/room/RoomPage.tsx").then((module) => ({ default: module.RoomPage })),
    ),
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
