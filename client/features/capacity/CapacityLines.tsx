import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Section, sectionOf, SECTIONS } from "../../../shared/capacity/lines.ts";
import { monthlyAverage } from "../../../shared/capacity/monthly.ts";
import type { Evidence, SubmittedLine } from "../../../shared/capacity/statement.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import type { CapacityView } from "./api.ts";
import { LineDialog } from "./LineDialog.tsx";

type Submitted = NonNullable<CapacityView["submitted"]>;

const COLOURS: Record<Evidence, string> = { stated: "default", evidenced: "processing", verified: "success" };

/** What was filled in, section by section, with how well each line is known. */
export function CapacityLines({
  view,
  submitted,
}: {
  readonly view: CapacityView;
  readonly submitted: Submitted;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<SubmittedLine>();
  const { lines, sections } = submitted.statement;
  const mayVerify = view.abilities.includes("verify");
  return (
    <>
      {SECTIONS.map((section) => {
        const own = lines.filter((line) => sectionOf(line.key) === section);
        return (
          <Panel
            key={section}
            className="capacity-lines"
            title={t(`capacity.section.${section}`)}
            actions={
              sections[section] !== "answered" && (
                <Tag color="warning">
                  {t(sections[section] === "skipped" ? "capacity.skipped" : "capacity.open")}
                </Tag>
              )
            }
          >
            {own.length === 0 ? (
              <p className="hint">
                <Money fen={0} />
              </p>
            ) : (
              <SectionTable section={section} lines={own} {...(mayVerify ? { onVerify: setChosen } : {})} />
            )}
          </Panel>
        );
      })}
      {chosen !== undefined && (
        <LineDialog
          caseId={view.caseId}
          version={submitted.version}
          line={chosen}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

interface SectionTableProps {
  readonly section: Section;
  readonly lines: readonly SubmittedLine[];
  readonly onVerify?: (line: SubmittedLine) => void;
}

function SectionTable({ section, lines, onVerify }: SectionTableProps) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t(`capacity.section.${section}`)}
      columns={useColumns(onVerify)}
      rows={lines}
      rowKey={(line) => line.key}
      foot={
        <tr>
          <th scope="row" colSpan={2}>
            {t("words.total")}
          </th>
          <td className="right">
            <Money fen={monthlyAverage(lines)} />
          </td>
          <td colSpan={onVerify ? 2 : 1} />
        </tr>
      }
    />
  );
}

function useColumns(onVerify: SectionTableProps["onVerify"]): Column<SubmittedLine>[] {
  const { t } = useTranslation();
  const columns: Column<SubmittedLine>[] = [
    { key: "item", title: t("capacity.item"), leads: true, render: (line) => <Item line={line} /> },
    { key: "typed", title: t("capacity.typed"), align: "right", render: (line) => <Typed line={line} /> },
    {
      key: "monthly",
      title: t("capacity.monthly"),
      align: "right",
      render: (line) => <Money fen={monthlyAverage([line])} />,
    },
    {
      key: "state",
      title: t("capacity.state"),
      render: (line) => (
        <span>
          <Tag color={COLOURS[line.evidence]}>{t(`capacity.evidence.${line.evidence}`)}</Tag>
          {line.remark !== null && <span className="sub">{line.remark}</span>}
        </span>
      ),
    },
  ];
  if (!onVerify) return columns;
  const verify: Column<SubmittedLine> = {
    key: "verify",
    title: t("capacity.verify"),
    render: (line) => (
      <Button
        aria-label={t("capacity.verifyTitle", { line: t(`capacity.line.${line.key}`) })}
        onClick={() => onVerify(line)}
      >
        {t("capacity.verify")}
      </Button>
    ),
  };
  return [...columns, verify];
}

function Item({ line }: { readonly line: SubmittedLine }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`capacity.line.${line.key}`)} {line.unsure && <Tag color="warning">{t("capacity.unsure")}</Tag>}
      {line.months !== null && (
        <span className="sub">{t("capacity.onlyMonths", { months: line.months.join(" ") })}</span>
      )}
      {line.note !== null && <span className="sub">{line.note}</span>}
    </>
  );
}

function Typed({ line }: { readonly line: SubmittedLine }) {
  const { t } = useTranslation();
  if (line.amountFen === null) return t("capacity.notKnown");
  return (
    <span>
      <Money fen={line.amountFen} /> {t(`capacity.period.${line.period}`)}
    </span>
  );
}
