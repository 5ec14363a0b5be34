import { expect } from "chai";
import { RoomMemory } from "../../../client/features/room/roomMemory.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe("what the browser remembers of a room", () => {
  it("keeps a draft for each channel until it is emptied", () => {
    const store = storage();
    const memory = new RoomMemory(store, "u", "c");
    memory.keepDraft("joint", "大家好");
    memory.keepDraft("caucus_borrower", "只对您说");
    const later = new RoomMemory(store, "u", "c");
    expect(later.draft("joint")).to.equal("大家好");
    expect(later.draft("caucus_borrower")).to.equal("只对您说");
    later.keepDraft("joint", "");
    later.keepDraft("caucus_borrower", "");
    expect(store.kept.size).to.equal(0);
  });

  it("never shows one person's draft to another, nor one case's in another", () => {
    const store = storage();
    new RoomMemory(store, "u", "c").keepDraft("mediator_notes", "底线");
    expect(new RoomMemory(store, "other", "c").draft("mediator_notes")).to.equal("");
    expect(new RoomMemory(store, "u", "other").draft("mediator_notes")).to.equal("");
  });

  it("only ever reads on", () => {
    const memory = new RoomMemory(storage(), "u", "c");
    expect(memory.readUpTo("joint")).to.equal(0);
    memory.markRead("joint", 7);
    memory.markRead("joint", 3);
    expect(memory.readUpTo("joint")).to.equal(7);
    expect(memory.readUpTo("caucus_platform")).to.equal(0);
  });

  it("goes on without a store that is forbidden", () => {
    const forbidden = () => {
      throw new Error("denied");
    };
    const memory = new RoomMemory(
      { getItem: forbidden, setItem: forbidden, removeItem: forbidden },
      "u",
      "c",
    );
    memory.keepDraft("joint", "x");
    memory.markRead("joint", 1);
    expect(memory.draft("joint")).to.equal("");
    expect(memory.readUpTo("joint")).to.equal(0);
  });
});
