import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { startEmbeddedPostgres } from "../../server/database/embedded.ts";
import { createLog } from "../../server/log.ts";
import { startTestApp } from "../../tests/support/app.ts";
import { stopTestDatabases } from "../../tests/support/database.ts";
import { makeTestDataDir } from "../../tests/support/postgresServer.ts";
import { quote, type QuoteRequest } from "../../shared/plans/quote.ts";
import { report } from "../report.ts";

const SECONDS = 5;
const AT_ONCE = 16;
const ROUNDS = 3;

const question: QuoteRequest = {
  asOf: "2026-11-01",
  principalFen: 1_200_000,
  interestFen: 0,
  penaltyFen: 0,
  feeFen: 0,
  waivers: [{ component: "penalty", fen: 0, when: "at_signing" }],
  downPaymentFen: 0,
  deferralMonths: 0,
  schedule: {
    family: "equal_instalment",
    count: 12,
    every: { months: 1 },
    firstDue: "2026-12-01",
    annualRate: "0.12",
    dayCount: "30/360",
  },
  discountRate: "0.06",
};

/**
 * A public quote over HTTP, from the program's question to its answer, against a route of the same framework that reads
 * the same body and sends back a constant of the same size. Floor and quote take turns.
 */
export async function benchQuotes(): Promise<void> {
  const { dataDir, remove } = makeTestDataDir();
  const postgres = await startEmbeddedPostgres({ dataDir, log: createLog("silent"), durable: true });
  process.env["TEST_DATABASE_URL"] = postgres.url;
  const app = await startTestApp();
  const floor = await startConstant();
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const totals = { ours: 0, floor: 0 };
  const body = JSON.stringify(question);
  await perSecond(agent, `${app.url}/api/quotes`, body, 1);
  await perSecond(agent, floor.url, body, 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    totals.floor += await perSecond(agent, floor.url, body, SECONDS);
    totals.ours += await perSecond(agent, `${app.url}/api/quotes`, body, SECONDS);
  }
  report("quotes: over HTTP", "quotes/s", { ours: totals.ours / ROUNDS, floor: totals.floor / ROUNDS });
  report("quotes: the engine alone, against that route", "quotes/s", {
    ours: enginePerSecond(),
    floor: totals.floor / ROUNDS,
  });
  agent.destroy();
  floor.close();
  await app.close();
  await stopTestDatabases();
  await postgres.stop();
  remove();
}

async function startConstant(): Promise<{ url: string; close: () => void }> {
  const constant = quote(question);
  const app = express();
  app.post("/", express.json(), (_req, res) => {
    res.json(constant);
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Listening on a port, a server has an address with one.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function perSecond(agent: Agent, url: string, body: string, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < end) {
        await ask(agent, url, body);
        answered += 1;
      }
    }),
  );
  return answered / seconds;
}

function ask(agent: Agent, url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`answered ${answer.statusCode}`));
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

function enginePerSecond(): number {
  const begun = performance.now();
  let computed = 0;
  while (performance.now() - begun < 1000) {
    if (!quote(question).ok) throw new Error("the question is sound");
    computed += 1;
  }
  return computed / ((performance.now() - begun) / 1000);
}
