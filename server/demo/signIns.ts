import type { DemoLink } from "./demoLinks.ts";
import { DEMO_PASSWORD } from "./demoPeople.ts";

const ACCOUNTS = [
  ["admin", "调解中心管理员 · centre administrator"],
  ["mediator1  mediator2  mediator3", "调解员 · mediators"],
  ["agent1     approver1", "星汇消费金融：专员、审批人 · platform: agent, approver"],
  ["agent2     approver2", "云帆信贷：专员、审批人 · platform: agent, approver"],
  ["lawyer1    lawyer2", "律师 · lawyers"],
] as const;

/** The borrowers whose links are shown come late in the loading. */
const UNFINISHED = [
  "  Loading was interrupted: stop the server and run `npm run demo:reset` to load it anew.",
];

/** The demonstration's ways in, as text for a terminal. */
export function describeSignIns(borrowers: readonly DemoLink[]): string {
  const width = Math.max(...ACCOUNTS.map(([names]) => names.length));
  const staff = ACCOUNTS.map(([names, who]) => `    ${names.padEnd(width)}  ${who}`);
  const links = borrowers.map(
    ({ name, idLastFour, link }) => `    ${link}  ${name}，身份证后四位 ${idLastFour} · last four of the ID`,
  );
  return [
    "",
    `  Demonstration sign-ins; the password is ${DEMO_PASSWORD} for all of them.`,
    ...staff,
    "",
    ...(links.length === 0
      ? UNFINISHED
      : ["  Borrowers come in by a link; the one-time code is in the outbox of admin.", ...links]),
    "",
  ].join("\n");
}
