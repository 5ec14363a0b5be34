/** What browsers keep of a room begins with this; see RoomMemory. */
const PREFIX = "parley.room.";

/** Signing out leaves nothing of a conversation behind: the next person at this computer may be the other side. */
export function forgetDrafts(storage: Storage = window.localStorage): void {
  try {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(PREFIX)) storage.removeItem(key);
    }
  } catch {
    // Storage may be forbidden in a private window, and then there is nothing to forget.
  }
}
