import { common } from "./common.zh.ts";
import { errors } from "./errors.zh.ts";
import { stage } from "./stage.zh.ts";
import { borrowerShell } from "./borrowerShell.zh.ts";
import { lawNotice } from "./law.zh.ts";
import { arrive } from "./arrive.zh.ts";
import { representatives } from "./representatives.zh.ts";

/** The words of the first screens, which come with the entry: the link, the code, the way in. One line an area. */
export const borrowerDoorZh = {
  common,
  errors,
  stage,
  borrowerShell,
  lawNotice,
  arrive,
  representatives,
};
