import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LawMatter, LawRule } from "../../../shared/law/lawRules.ts";
import { formatDate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { lawText } from "../../i18n/lawRules.en.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import type { LawBookView } from "./api.ts";
import { valueText } from "./valueText.ts";

type Rule = LawBookView["items"][number];

interface MatterPanelProps {
  readonly matter: LawMatter;
  readonly rules: readonly Rule[];
  readonly add?: ReactNode;
  readonly onCorrect?: (rule: LawRule) => void;
}

/** All versions of one matter: what each says, from when, by what, and how sure we are. */
export function MatterPanel({ matter, rules, add, onCorrect }: MatterPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = t(`law.matter.${matter}`);
  const columns: readonly Column<Rule>[] = [
    { key: "value", title: t("law.value"), leads: true, render: (rule) => valueText(rule, language) },
    {
      key: "period",
      title: t("law.period"),
      render: (rule) => (
        <span className="law-period">
          {rule.to === undefined
            ? t("law.onwards", { from: formatDate(rule.from, language) })
            : `${formatDate(rule.from, language)} – ${formatDate(rule.to, language)}`}
        </span>
      ),
    },
    { key: "source", title: t("law.source"), render: (rule) => lawText(rule.source, language) },
    {
      key: "confidence",
      title: t("law.confidenceLabel"),
      render: (rule) => (
        <span>
          {t(`law.confidence.${rule.confidence}`)}{" "}
          {rule.toBeConfirmed && <ToneTag tone="waiting">{t("law.toBeConfirmed")}</ToneTag>}
        </span>
      ),
    },
    ...(onCorrect
      ? [
          {
            key: "actions",
            title: t("words.actions"),
            render: (rule: Rule) => (
              <Button
                type="link"
                size="small"
                aria-label={t("law.correctOf", { rule: name, from: rule.from })}
                onClick={() => onCorrect(rule)}
              >
                {t("law.correct")}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Panel title={name} actions={add}>
      {rules.length === 0 ? (
        <p className="hint">{t("law.empty")}</p>
      ) : (
        <DataTable caption={name} columns={columns} rows={rules} rowKey={(rule) => rule.id} />
      )}
    </Panel>
  );
}
