import { expect } from "chai";
import { TokenBucket } from "../../../server/realtime/tokenBucket.ts";

describe("a token bucket", () => {
  const uses = (bucket: TokenBucket, count: number, nowMs: number) =>
    Array.from({ length: count }, () => bucket.take(nowMs)).filter(Boolean).length;

  it("gives its burst at once and then at its pace", () => {
    const bucket = new TokenBucket({ burst: 5, perSecond: 2 }, 1000);
    expect(uses(bucket, 9, 1000)).to.equal(5);
    expect(uses(bucket, 9, 1499)).to.equal(0);
    expect(uses(bucket, 9, 1500)).to.equal(1);
    expect(uses(bucket, 9, 2500)).to.equal(2);
  });

  it("never saves up more than its burst", () => {
    const bucket = new TokenBucket({ burst: 5, perSecond: 2 }, 0);
    expect(uses(bucket, 9, 3_600_000)).to.equal(5);
  });
});
