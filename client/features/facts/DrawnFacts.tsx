import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { DrawnFact } from "../../../shared/facts/drawnFacts.ts";
import { useCommand } from "../../api/useCommand.ts";
import { proposeFact } from "./api.ts";

interface DrawnFactsProps {
  readonly caseId: string;
  readonly drawn: readonly DrawnFact[];
}

/** What the data of the case says and nobody has put yet. */
export function DrawnFacts({ caseId, drawn }: DrawnFactsProps) {
  const { t } = useTranslation();
  const putting = useCommand({
    run: (dataKey: string, key) => proposeFact(caseId, { dataKey }, key),
    done: t("facts.put"),
  });
  return (
    <details className="facts-drawn">
      <summary>{t("facts.drawn", { count: drawn.length })}</summary>
      <ul>
        {drawn.map(({ key, text }) => (
          <li key={key}>
            <span lang="zh-CN">{text}</span>
            <Button
              size="small"
              aria-label={`${t("facts.take")}：${text}`}
              loading={putting.isPending && putting.variables === key}
              disabled={putting.isPending}
              onClick={() => putting.mutate(key)}
            >
              {t("facts.take")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
