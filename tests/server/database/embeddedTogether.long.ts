import { expect } from "chai";
import { HolderFailed, startHolder, type Holder } from "../../support/holder.ts";
import { makeTestDataDir } from "../../support/postgresServer.ts";

describe("embedded PostgreSQL started many times at once", function () {
  this.timeout(300_000);

  it("runs one and refuses the others, fresh and over a killed one, ten times", async () => {
    const { dataDir, remove } = makeTestDataDir();
    try {
      for (let round = 0; round < 10; round += 1) {
        const outcomes = await Promise.all(
          Array.from({ length: 4 }, () => startHolder(dataDir).catch((error: unknown) => error)),
        );
        const running = outcomes.filter((outcome): outcome is Holder => !(outcome instanceof Error));
        const refused = outcomes.filter(
          (outcome): outcome is HolderFailed => outcome instanceof HolderFailed,
        );
        expect(running).to.have.length(1);
        expect(refused.map((failure) => failure.code)).to.deep.equal([1, 1, 1]);
        for (const failure of refused) expect(failure.message).to.include("another Parley");
        await running[0]?.end(round === 9 ? "SIGTERM" : "SIGKILL");
      }
    } finally {
      remove();
    }
  });
});
