import { expect } from "chai";
import fc from "fast-check";
import { cleanMessageText, MAX_MESSAGE_LENGTH } from "../../../shared/rooms/messageText.ts";

describe("the text of a message", () => {
  const kept = (raw: string) => {
    const result = cleanMessageText(raw);
    return result.ok ? result.text : result.fault;
  };

  it("is trimmed, composed, and has one kind of line end", () => {
    expect(kept("  好的\r\n下月\r还 \u2028")).to.equal("好的\n下月\n还");
    expect(kept("cafe\u0301")).to.equal("caf\u00e9");
    expect(kept("a\tb")).to.equal("a\tb");
  });

  it("is refused when nobody could see it", () => {
    for (const raw of ["", "   ", "\n\n", "\u200b\u200b", "\u3000", "\ufeff"])
      expect(kept(raw)).to.equal("empty");
  });

  it("is refused with control characters, direction overrides or half a character", () => {
    expect(kept("a\u0000b")).to.equal("control_character");
    expect(kept("a\u001b[31mb")).to.equal("control_character");
    expect(kept("a\u0085b")).to.equal("control_character");
    expect(kept("pay \u202e0001")).to.equal("direction_override");
    expect(kept("\u2067x\u2069")).to.equal("direction_override");
    expect(kept("a\ud83d")).to.equal("broken_character");
  });

  it("may have 4000 characters and not one more, counting a rare character once", () => {
    expect(kept("字".repeat(MAX_MESSAGE_LENGTH))).to.have.length(MAX_MESSAGE_LENGTH);
    expect(kept("字".repeat(MAX_MESSAGE_LENGTH + 1))).to.equal("too_long");
    expect(kept("𠮷".repeat(MAX_MESSAGE_LENGTH))).to.have.length(2 * MAX_MESSAGE_LENGTH);
    expect(kept("𠮷".repeat(MAX_MESSAGE_LENGTH + 1))).to.equal("too_long");
    expect(kept(` ${"字".repeat(MAX_MESSAGE_LENGTH)} `)).to.have.length(MAX_MESSAGE_LENGTH);
  });

  it("once kept is kept as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const once = cleanMessageText(raw);
        if (once.ok) expect(cleanMessageText(once.text)).to.deep.equal(once);
      }),
      { numRuns: 2000 },
    );
  });
});
