import type { LawMatter, LawRule } from "../../../shared/law/lawRules.ts";
import { percentText, shareOf } from "../../ui/percent.ts";
import { fenOf, yuanText } from "../../ui/yuan.ts";

/** The value of a rule as fields hold it: text as typed, several choices as a list. */
export type TypedValue = Readonly<Record<string, string | readonly string[] | undefined>>;

const BAND = /^(\S+)\s+(\d+)$/;

/** A rule's value as its form begins with it. */
export function typedOf(rule: LawRule): TypedValue {
  switch (rule.matter) {
    case "cap": {
      const { lenderTypes, limit, effect } = rule.value;
      const byRate = "annualRate" in limit;
      return {
        lenderTypes,
        limitKind: byRate ? "byRate" : "byLpr",
        limit: byRate ? percentText(limit.annualRate) : String(limit.multipleOfLpr),
        effect,
      };
    }
    case "credit_card":
      return { productWords: rule.value.productWords };
    case "lpr":
      return { rate: percentText(rule.value.rate), verifiedThrough: rule.value.verifiedThrough };
    case "limitation":
      return { months: String(rule.value.months) };
    case "court_fee": {
      const { flatFen, flatUpToFen, bands } = rule.value;
      const lines = bands.map(
        ({ upToFen, perMille }) => `${upToFen === null ? "*" : upToFen / 100} ${perMille}`,
      );
      return { flatFen: yuanText(flatFen), flatUpToFen: yuanText(flatUpToFen), bands: lines.join("\n") };
    }
    case "small_claims":
      return { province: rule.value.province, averageWageFen: yuanText(rule.value.averageWageFen) };
    case "allocation":
      return { order: rule.value.order };
    case "contact_hours":
      return { fromHour: String(rule.value.fromHour), untilHour: String(rule.value.untilHour) };
    case "contact_counts":
      return {
        effectiveVoicePerDay: String(rule.value.effectiveVoicePerDay),
        unansweredPerContactPointPerDay: String(rule.value.unansweredPerContactPointPerDay),
      };
    case "judicial_confirmation":
      return { days: String(rule.value.days), courts: rule.value.courts };
  }
}

/** What was typed as a rule's value. It may be wrong in any way: `newVersionProblems` says how. */
export function valueOf(matter: LawMatter, typed: TypedValue): object {
  const text = (name: string) => String(typed[name] ?? "").trim();
  const whole = (name: string) => (/^\d+$/.test(text(name)) ? Number(text(name)) : Number.NaN);
  const amount = (name: string) => fenOf(text(name)) ?? Number.NaN;
  switch (matter) {
    case "cap": {
      const byLpr = typed["limitKind"] === "byLpr";
      const limit = byLpr ? { multipleOfLpr: whole("limit") } : { annualRate: shareOf(text("limit")) };
      return { lenderTypes: typed["lenderTypes"] ?? [], limit, effect: typed["effect"] };
    }
    case "credit_card":
      return { productWords: typed["productWords"] ?? [] };
    case "lpr":
      return { rate: shareOf(text("rate")), verifiedThrough: text("verifiedThrough") };
    case "limitation":
      return { months: whole("months") };
    case "court_fee":
      return {
        flatFen: amount("flatFen"),
        flatUpToFen: amount("flatUpToFen"),
        bands: bandsOf(text("bands")),
      };
    case "small_claims":
      return { province: text("province"), averageWageFen: amount("averageWageFen") };
    case "allocation":
      return { order: typed["order"] };
    case "contact_hours":
      return { fromHour: whole("fromHour"), untilHour: whole("untilHour") };
    case "contact_counts":
      return {
        effectiveVoicePerDay: whole("effectiveVoicePerDay"),
        unansweredPerContactPointPerDay: whole("unansweredPerContactPointPerDay"),
      };
    case "judicial_confirmation":
      return { days: whole("days"), courts: typed["courts"] ?? [] };
  }
}

/** One band a line: its end in yuan, or "*" for none, and per mille. */
function bandsOf(text: string): object[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [, end = "", perMille = ""] = BAND.exec(line.trim()) ?? [];
    const upToFen = end === "*" ? null : (fenOf(end) ?? Number.NaN);
    return { upToFen, perMille: perMille === "" ? Number.NaN : Number(perMille) };
  });
}

/** The form's field a problem's pointer belongs to, by the name its label has. */
export function fieldOfPointer(pointer: string): string {
  const [, first = "", second = ""] = pointer.split("/");
  if (first !== "value") return first;
  return second === "" ? "value" : second;
}
