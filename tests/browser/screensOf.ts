import { DEMO_PASSWORD } from "../../server/demo/index.ts";
import type { Case } from "../../server/cases/index.ts";
import { rows } from "../../server/database/sql.ts";
import type { Client, TestApp } from "../support/app.ts";
import { borrowerCookie } from "../support/roomCase.ts";
import { idNamed, itemId } from "./ids.ts";

/** A name for the picture, and the address. */
export type Screen = readonly [name: string, path: string];
export type Viewing = { who: string; cookie: string | undefined; screens: readonly Screen[] };

type Finder = (client: Client, app: TestApp) => Promise<readonly Screen[]>;

const LISTS: readonly Screen[] = [
  ["queue", "/queue"],
  ["overview", "/overview"],
];
const CASE_TABS = ["overview", "debt", "capacity", "timeline", "agreement", "exhibits"];

function caseTabs(id: string, tabs: readonly string[] = CASE_TABS): Screen[] {
  return tabs.map((tab) => [`case-${tab}`, `/cases/${id}?tab=${tab}`] as const);
}

const admin: Finder = async (client, app) => [
  ...LISTS,
  ["cases", "/cases"],
  ["cases-none", "/cases?q=没有这个人"],
  ...caseTabs(await idNamed(app, "金美兰"), ["overview", "debt", "timeline"]),
  ["case-appointing", `/cases/${await idNamed(app, "汪志远")}`],
  ["agreements", "/agreements"],
  ["agreement-signed", `/agreements/${await itemId(client, "/api/agreements", "signed")}`],
  ["outbox", "/outbox"],
  ["mediators", "/mediators"],
  ["law", "/law"],
  ["living-floors", "/living-floors"],
  ["living-floors", "/living-floors"],
  ["account", "/account"],
  ["not-found", "/nowhere"],
];

const mediator: Finder = async (client, app) => [
  ...LISTS,
  ["appointments", "/appointments"],
  ["cases", "/cases"],
  ...caseTabs(await idNamed(app, "宋晓梅"), [...CASE_TABS, "capacity"]),
  ["room-negotiating", `/cases/${await idNamed(app, "宋晓梅")}/room`],
  ["room-countered", `/cases/${await idNamed(app, "章雨桐")}/room`],
  ["room-preparing", `/cases/${await idNamed(app, "郝佳")}/room`],
  ["room-not-yet", `/cases/${await idNamed(app, "邓丽华")}/room`],
  ["case-performing", `/cases/${await idNamed(app, "余静")}?tab=agreement`],
  ["agreements", "/agreements"],
  ["agreement-review", `/agreements/${await itemId(client, "/api/agreements", "review")}`],
];

const agent: Finder = async (client, app) => [
  ...LISTS,
  ["imports", "/imports"],
  ["import-preview", `/imports/${await itemId(client, "/api/imports", "previewed")}`],
  ["import-done", `/imports/${await itemId(client, "/api/imports", "imported")}`],
  ["policy", "/policy"],
  ["cases", "/cases?stage=negotiating"],
  ["room-open", `/cases/${await idNamed(app, "彭浩")}/room`],
  ["room-agreed", `/cases/${await idNamed(app, "沈悦")}/room`],
  ["case-terminated", `/cases/${await idNamed(app, "苗青")}?tab=exhibits`],
  ["case-breached", `/cases/${await idNamed(app, "蒋涛")}?tab=agreement`],
  ["case-paused", `/cases/${await idNamed(app, "陆伟")}`],
  ["agreements", "/agreements"],
  ["agreement-sealed", `/agreements/${await itemId(client, "/api/agreements", "sealed")}`],
  ["escalations", "/escalations"],
  ["escalation", `/escalations/${await itemId(client, "/api/escalations", "sealed")}`],
];

const approver: Finder = async (_, app) => [
  ...LISTS,
  ["cases", "/cases?stage=signing"],
  ["imports", "/imports"],
  ["agreements", "/agreements"],
  ["escalations", "/escalations"],
  ["approvals", "/approvals"],
  ["integrations", "/integrations"],
  ["integrations-log", "/integrations?tab=log"],
  ["integrations-keys", "/integrations?tab=keys"],
  ["policy", "/policy"],
  ["room-approval", `/cases/${await idNamed(app, "曾海燕")}/room`],
  ["agreement-signing", `/cases/${await idNamed(app, "白洁")}?tab=agreement`],
];

const lawyer: Finder = async (client) => [
  ...LISTS,
  ["escalations", "/escalations"],
  ["packet", `/escalations/${await itemId(client, "/api/escalations", "sealed")}`],
  ["account", "/account"],
];

const STAFF: readonly (readonly [username: string, find: Finder])[] = [
  ["admin", admin],
  ["mediator1", mediator],
  ["agent1", agent],
  ["approver1", approver],
  ["lawyer1", lawyer],
];

/** Every address of the workspace that the role of each of these has, on cases that show it at work. */
export async function staffViewings(app: TestApp): Promise<Viewing[]> {
  const viewings: Viewing[] = [];
  for (const [who, find] of STAFF) {
    const client = await app.signIn(who, DEMO_PASSWORD);
    viewings.push({ who, cookie: client.cookie(), screens: await find(client, app) });
  }
  return viewings;
}

/** What a borrower of the demonstration can open at each point of a case. */
const BORROWERS: Readonly<Record<string, readonly string[]>> = {
  唐小燕: ["", "debt", "consent", "proof", "help"],
  顾婉清: ["", "debt", "capacity", "talk"],
  郝佳: ["capacity", "capacity/household", "capacity/income", "capacity/fixed", "capacity/review"],
  宋晓梅: ["", "offers", "offers/new", "talk", "talk?with=caucus", "proof"],
  章雨桐: ["offers"],
  白洁: ["", "agreement", "agreement/sign"],
  贺建军: [""],
  余静: ["", "plan", "agreement"],
  蒋涛: ["", "plan"],
  任倩: ["", "plan"],
  陆伟: ["", "talk"],
  苗青: ["", "ended"],
  高斌: ["", "debt"],
  尹国华: [""],
};

/** The borrower's entry: before and after proving who one is. */
export async function borrowerViewings(app: TestApp): Promise<Viewing[]> {
  const invited = await caseNamed(app, "唐小燕");
  const code = await app.tx((tx) =>
    rows<{ code: string }>(
      tx.manager,
      "SELECT code FROM invitation WHERE case_id = $1 AND representative_id IS NULL AND revoked_at IS NULL",
      [invited.id],
    ),
  );
  const link = `/m/${code[0]!.code}`;
  const stranger: Screen[] = [
    ["code", "/m"],
    ["landing", link],
    ["identify", `${link}/identify`],
    ["report", `${link}/report`],
    ["calculator", "/calculator"],
    ["verify", "/verify-mediator?code=M-1024"],
    ["verify-unknown", "/verify-mediator?code=M-0000"],
  ];
  const viewings: Viewing[] = [{ who: "stranger", cookie: undefined, screens: stranger }];
  for (const [name, paths] of Object.entries(BORROWERS)) {
    const theCase = await caseNamed(app, name);
    const screens = paths.map((path): Screen => {
      const address = path === "" ? "/m/case" : `/m/case/${path}`;
      return [`${theCase.stage}-${path.replaceAll(/\W+/g, "-") || "home"}`, address];
    });
    viewings.push({ who: name, cookie: await borrowerCookie(app, theCase), screens });
  }
  return viewings;
}

async function caseNamed(app: TestApp, name: string): Promise<Case> {
  const id = await idNamed(app, name);
  return await app.tx((tx) => app.services.cases.find(tx, id));
}
