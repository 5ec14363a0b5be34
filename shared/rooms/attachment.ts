import type { Disclosure } from "../journal/audience.ts";

/** A document shown in the room, as the message that shows it names it. `bytes` is the size of the file. */
export type Attachment = {
  exhibitId: string;
  name: string;
  fileName: string;
  bytes: number;
  pageCount: number;
  disclosure: Disclosure;
};
