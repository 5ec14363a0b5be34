import { expect } from "chai";
import { createLog } from "../../server/log.ts";

describe("log", () => {
  function written(write: (log: ReturnType<typeof createLog>) => void): string {
    let lines = "";
    write(createLog("info", { write: (line: string) => void (lines += line) }));
    return lines;
  }

  it("keeps no message, detail or parameter of an error that may quote data", () => {
    const error = Object.assign(new Error("Key (id_number)=(110101199003070000) already exists"), {
      code: "23505",
      constraint: "party_id_number",
      detail: "Key (id_number)=(110101199003070000)",
      parameters: ["110101199003070000"],
    });
    const line = written((log) => log.error({ err: error }, "failed"));
    expect(line).to.include("23505").and.include("party_id_number").and.include("log.test.ts");
    expect(line).not.to.include("110101199003070000");
  });

  it("keeps the message of an error the engine or the system wrote", () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { syscall: "connect" });
    expect(written((log) => log.error({ err: refused }))).to.include("ECONNREFUSED 127.0.0.1:5432");
    expect(written((log) => log.error({ err: new TypeError("x is not iterable") }))).to.include(
      "not iterable",
    );
  });

  it("keeps a request's method, route pattern and trace id, never its address, headers or body", () => {
    const request = {
      id: "trace-1",
      method: "GET",
      url: "/i/ABCD-2345?q=secret",
      headers: { cookie: "secret" },
      body: { name: "secret" },
      route: { path: "/i/:code" },
    };
    const line = written((log) =>
      log.info({ req: request, res: { statusCode: 200, headers: { a: "secret" } } }),
    );
    expect(JSON.parse(line)).to.deep.include({
      req: { method: "GET", route: "/i/:code", traceId: "trace-1" },
      res: { status: 200 },
    });
    expect(line).not.to.include("secret").and.not.include("ABCD");
  });
});
