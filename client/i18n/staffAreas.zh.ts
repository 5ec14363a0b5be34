import { common } from "./common.zh.ts";
import { errors } from "./errors.zh.ts";
import { stage } from "./stage.zh.ts";
import { staffShell } from "./staffShell.zh.ts";

// One line an area; the key is what comes first in t("area.text").
export const staffZh = {
  common,
  errors,
  stage,
  staffShell,
};
