import { expect } from "chai";
import { RoomMemory } from "../../../client/features/room/roomMemory.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (place: number) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  };
}

describe("what the browser remembers of a room", () => {
  const typed = (text: string, base: string | null = null) => ({ text, base, unkept: true });

  it("keeps a draft for each channel until it is emptied, here and on the server", () => {
    const store = storage();
    const memory = new RoomMemory(store, "u", "c");
    memory.keepDraft("joint", typed("大家好"));
    memory.keepDraft("caucus_borrower", { text: "只对您说", base: "v1", unkept: false });
    const later = new RoomMemory(store, "u", "c");
    expect(later.draft("joint")).to.deep.equal(typed("大家好"));
    expect(later.draft("caucus_borrower")).to.deep.equal({ text: "只对您说", base: "v1", unkept: false });
    later.keepDraft("joint", { text: "", base: null, unkept: false });
    // Sent, but the server has not been told: it must not come back from there.
    later.keepDraft("caucus_borrower", typed("", "v1"));
    expect(new RoomMemory(store, "u", "c").draft("caucus_borrower")).to.deep.equal(typed("", "v1"));
    expect(store.kept.size).to.equal(1);
  });

  it("never shows one person's draft to another, nor one case's in another", () => {
    const store = storage();
    new RoomMemory(store, "u", "c").keepDraft("mediator_notes", typed("底线"));
    expect(new RoomMemory(store, "other", "c").draft("mediator_notes").text).to.equal("");
    expect(new RoomMemory(store, "u", "other").draft("mediator_notes").text).to.equal("");
  });

  it("takes a draft of an earlier version, and anything else it finds there, as text", () => {
    const store = storage();
    for (const text of ["大家好", "12", '{"text":1}']) {
      store.setItem("parley.room.u.c.draft.joint", text);
      expect(new RoomMemory(store, "u", "c").draft("joint")).to.deep.equal(typed(text));
    }
  });

  it("keeps what was not answered in the order it was written, for one person in one case", () => {
    const store = storage();
    const memory = new RoomMemory(store, "u", "c");
    const unsent = (id: string) => ({
      command: { id, caseId: "c", type: "message.post", payload: { channel: "joint", text: id } },
      writtenAt: 1,
    });
    for (const id of ["2", "1", "3"]) memory.keepUnsent(unsent(id));
    memory.forgetUnsent("3");
    store.setItem("parley.room.u.c.unsent.0", "not what was kept");
    expect(memory.unsent()).to.deep.equal([unsent("1"), unsent("2")]);
    expect(new RoomMemory(store, "other", "c").unsent()).to.deep.equal([]);
    expect(new RoomMemory(store, "u", "other").unsent()).to.deep.equal([]);
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
      { getItem: forbidden, setItem: forbidden, removeItem: forbidden, key: forbidden, length: 1 },
      "u",
      "c",
    );
    memory.keepDraft("joint", typed("x"));
    memory.markRead("joint", 1);
    expect(memory.draft("joint").text).to.equal("");
    expect(memory.unsent()).to.deep.equal([]);
    expect(memory.readUpTo("joint")).to.equal(0);
  });
});
