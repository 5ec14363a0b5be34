import type { LawRule } from "../../../shared/law/lawRules.ts";
import { formatDate, formatFen, formatRate } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { lookUp } from "../../i18n/text.ts";

/** What a rule says, in one line. */
export function valueText(rule: LawRule, language: Language): string {
  const say = (key: string, values: Record<string, string | number> = {}) =>
    lookUp(`law.${key}`, values) ?? "";
  switch (rule.matter) {
    case "cap": {
      const { lenderTypes, limit, effect } = rule.value;
      const lenders = lenderTypes.map((type) => lookUp(`words.lenderType.${type}`) ?? type);
      const cap =
        "annualRate" in limit
          ? formatRate(limit.annualRate)
          : say("lprTimes", { times: limit.multipleOfLpr });
      return [lenders.join(language === "en" ? ", " : "、"), cap, say(`effect.${effect}`)].join(" · ");
    }
    case "credit_card":
      return rule.value.productWords.join(language === "en" ? ", " : "、");
    case "lpr":
      return say("lprValue", {
        percent: formatRate(rule.value.rate),
        date: formatDate(rule.value.verifiedThrough, language),
      });
    case "limitation":
      return say("monthsValue", { months: rule.value.months });
    case "court_fee":
      return say("feeValue", {
        upTo: formatFen(rule.value.flatUpToFen),
        flat: formatFen(rule.value.flatFen),
        count: rule.value.bands.length,
      });
    case "small_claims":
      return say("wageValue", {
        province: rule.value.province,
        wage: formatFen(rule.value.averageWageFen),
      });
    case "allocation":
      return say(`orders.${rule.value.order}`);
    case "contact_hours":
      return say("hoursValue", { from: rule.value.fromHour, until: rule.value.untilHour });
    case "contact_counts":
      return say("countsValue", {
        voice: rule.value.effectiveVoicePerDay,
        unanswered: rule.value.unansweredPerContactPointPerDay,
      });
    case "judicial_confirmation": {
      const courts = rule.value.courts.map((basis) => lookUp(`confirmations.basis.${basis}`) ?? basis);
      return say("confirmationValue", {
        days: rule.value.days,
        courts: courts.join(language === "en" ? ", " : "、"),
      });
    }
  }
}
