import { GROUND_RULES_TEXT } from "../../../shared/sessions/groundRules.ts";
import { useLanguage } from "../../i18n/index.ts";

/** The ground rules word for word, in the reader's language. */
export function GroundRulesText() {
  const { lead, rules } = GROUND_RULES_TEXT[useLanguage()];
  return (
    <>
      <p>{lead}</p>
      <ol className="ground-rules">
        {rules.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
