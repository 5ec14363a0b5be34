import { useLanguage } from "../../i18n/index.ts";
import { PLACEHOLDER_NAMES } from "./clauseNames.ts";

/** A clause with its placeholders shown as what will stand there. */
export function ClauseWords({ text }: { readonly text: string }) {
  const language = useLanguage();
  const names: Readonly<Record<string, string>> = PLACEHOLDER_NAMES[language];
  const parts = text.split(/(\{\w+\})/);
  return (
    <p className="clause-words">
      {parts.map((part, index) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        // The parts of one text never change places.
        // oxlint-disable-next-line react/no-array-index-key
        return name === undefined ? part : <mark key={index}>{names[name] ?? part}</mark>;
      })}
    </p>
  );
}
