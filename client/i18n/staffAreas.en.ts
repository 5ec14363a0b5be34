import { common } from "./common.en.ts";
import { errors } from "./errors.en.ts";
import { stage } from "./stage.en.ts";
import { staffShell } from "./staffShell.en.ts";
import type { staffZh } from "./staffAreas.zh.ts";
import type { Translation } from "./translation.ts";

// One line an area; the key is what comes first in t("area.text").
export const staffEn: Translation<typeof staffZh> = {
  common,
  errors,
  stage,
  staffShell,
};
