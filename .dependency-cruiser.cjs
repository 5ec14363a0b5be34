/** The import rules of the house (ARCHITECTURE.md): everything runs one way. */

// A domain may use those before it in this list, and only through their index.ts.
const DOMAINS = [
  "journal",
  "organisations",
  "apiKeys",
  "law",
  "quotes",
  "parties",
  "debts",
  "cases",
  "representatives",
  "capacity",
  "intake",
  "outreach",
  "rooms",
  "sessions",
  "calls",
  "facts",
  "offers",
  "proposals",
  "templates",
  "agreements",
  "minutes",
  "performance",
  "confirmations",
  "deliveries",
  "escalations",
  "caseFile",
  "insight",
];
const PLATFORM = "^server/(http|auth|realtime|database|jobs|pdf|files|seal)/";
const domain = (names) => `^server/(${names.join("|")})/`;

const rightwards = DOMAINS.map((name, place) => ({
  name: `${name}-uses-only-domains-before-it`,
  severity: "error",
  from: { path: domain([name]) },
  to: { path: domain(DOMAINS.slice(place + 1).concat("none")) },
}));

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: ["\\.d\\.ts$", "^client/vite\\.config\\.ts$"] },
      to: {},
    },
    {
      name: "shared-is-pure",
      comment: "shared/ runs in the browser too: no I/O, no framework, nothing of the server or the client",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: "^(server|client|migrations|scripts|tests)/" },
    },
    {
      name: "shared-uses-few-packages",
      severity: "error",
      from: { path: "^shared/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "core"],
        pathNot: "node_modules/(decimal\\.js|canonicalize|@noble/hashes)/",
      },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      from: { path: PLATFORM },
      to: { path: domain(DOMAINS) },
    },
    {
      name: "domains-meet-at-their-index",
      severity: "error",
      from: { path: "^server/([^/]+)/" },
      to: {
        path: domain(DOMAINS),
        pathNot: ["^server/$1/", "^server/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "only-repositories-touch-typeorm",
      severity: "error",
      from: {
        path: "^server/",
        pathNot: ["^server/database/", "\\.(repository|entity)\\.ts$", "^server/boot\\.ts$"],
      },
      to: { path: "node_modules/typeorm/" },
    },
    {
      name: "migrations-stand-alone",
      severity: "error",
      from: { path: "^migrations/" },
      to: { path: "^(server|shared|client)/" },
    },
    {
      name: "client-uses-only-shared",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^(server|migrations|scripts|tests)/" },
    },
    {
      name: "borrower-entry-stays-light",
      comment: "the phone's first page must not carry the staff workspace's components",
      severity: "error",
      from: { path: "^client/(borrower|verify|calculator)/" },
      to: { path: ["^client/staff/", "node_modules/(antd|echarts|@ant-design)/"] },
    },
    ...rightwards,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
    exclude: { path: ["^client/dist/", "^dist/"] },
  },
};
