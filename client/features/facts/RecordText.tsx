import type { FactRecordText } from "../../../shared/facts/factView.ts";

/** The whole text of a record, word for word as it is signed. */
export function RecordText({ text }: { readonly text: FactRecordText }) {
  return (
    <article className="facts-paper" lang="zh-CN">
      <p className="facts-paper-title">
        <strong>{text.title}</strong> <span>{text.number}</span>
      </p>
      {text.intro.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <ol>
        {text.facts.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ol>
      {text.closing.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </article>
  );
}
