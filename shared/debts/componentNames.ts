import type { Component } from "../plans/statement.ts";

/** What the components (科目) are called in Chinese documents. */
export const COMPONENT_NAMES: Record<Component, string> = {
  principal: "本金",
  interest: "利息",
  penalty: "违约金（罚息）",
  fee: "费用",
};
