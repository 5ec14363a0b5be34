import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useMediators } from "../cases/api.ts";
import type { Mediator } from "../cases/types.ts";

export function MediatorsPage() {
  const { t } = useTranslation();
  const mediators = useMediators(null);
  const columns: readonly Column<Mediator>[] = [
    {
      key: "name",
      title: t("appointments.mediatorName"),
      leads: true,
      render: (row) => <strong>{row.name}</strong>,
    },
    {
      key: "load",
      title: t("appointments.load"),
      align: "right",
      render: (row) => <span className="tabular">{row.openCases}</span>,
    },
    {
      key: "accepting",
      title: t("appointments.accepting"),
      render: (row) =>
        row.acceptingCases ? (
          t("appointments.acceptingYes")
        ) : (
          <span className="faint">{t("appointments.notAccepting")}</span>
        ),
    },
  ];
  return (
    <>
      <PageHeader title={t("appointments.mediatorsTitle")} description={t("appointments.mediatorsIntro")} />
      <Loaded of={mediators}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <EmptyState title={t("appointments.noMediators")} />
            </Panel>
          ) : (
            <DataTable
              caption={t("appointments.mediatorsTitle")}
              columns={columns}
              rows={rows.toSorted((a, b) => a.openCases - b.openCases)}
              rowKey={(row) => row.id}
            />
          )
        }
      </Loaded>
    </>
  );
}
