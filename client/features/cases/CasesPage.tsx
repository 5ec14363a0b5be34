import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { roleMay } from "../../../shared/api/permissions.ts";
import { CASE_STAGES, type CaseStage } from "../../../shared/cases/lifecycle.ts";
import { useMe } from "../../api/me.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type CaseFilter, useCases } from "./api.ts";
import { BulkBar } from "./BulkBar.tsx";
import { CaseTable } from "./CaseTable.tsx";

export function CasesPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useFilter();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { data: me } = useMe();
  const decides = me ? roleMay(me.role, "case:accept") : false;
  const cases = useCases(filter);
  const change = (next: CaseFilter) => {
    setSelected(new Set());
    setFilter(next);
  };
  return (
    <>
      <PageHeader title={t("cases.title")} />
      <FilterBar key={filter.q} filter={filter} onChange={change} />
      <Loaded of={cases}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <NoCases
                filtered={filter.q !== undefined || filter.stage !== undefined}
                onClear={() => change({})}
              />
            </Panel>
          ) : (
            <>
              {decides && selected.size > 0 && (
                <BulkBar chosen={rows.filter((row) => selected.has(row.id))} onChange={setSelected} />
              )}
              <CaseTable
                rows={rows}
                {...(decides ? { selection: { selected, onChange: setSelected } } : {})}
              />
              <MoreButton list={cases} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** The filter lives in the address, so that a list can be linked to and the way back keeps it. */
function useFilter(): [CaseFilter, (next: CaseFilter) => void] {
  const [params, setParams] = useSearchParams();
  const stage = CASE_STAGES.find((known) => known === params.get("stage"));
  const q = params.get("q") ?? undefined;
  const filter: CaseFilter = { ...(stage === undefined ? {} : { stage }), ...(q === undefined ? {} : { q }) };
  return [filter, (next) => setParams({ ...next }, { replace: true })];
}

interface FilterBarProps {
  readonly filter: CaseFilter;
  readonly onChange: (filter: CaseFilter) => void;
}

function FilterBar({ filter, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(filter.q ?? "");
  const search = (text: string) => {
    const q = text.trim();
    const { q: _before, ...rest } = filter;
    onChange(q === "" ? rest : { ...rest, q });
  };
  const choose = (stage: CaseStage | "all") => {
    const { stage: _before, ...rest } = filter;
    onChange(stage === "all" ? rest : { ...rest, stage });
  };
  return (
    <search className="toolbar">
      <Input.Search
        allowClear
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={search}
        placeholder={t("cases.searchHint")}
        aria-label={t("cases.searchHint")}
        style={{ width: 320, maxWidth: "100%" }}
      />
      <Select<CaseStage | "all">
        value={filter.stage ?? "all"}
        onChange={choose}
        aria-label={t("cases.stageFilter")}
        style={{ width: 180 }}
        options={[
          { value: "all", label: t("cases.allStages") },
          ...CASE_STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
        ]}
      />
    </search>
  );
}

function NoCases({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useTranslation();
  if (!filtered) return <EmptyState title={t("cases.empty")} />;
  return (
    <EmptyState
      title={t("cases.emptyFiltered")}
      action={<Button onClick={onClear}>{t("cases.clearFilter")}</Button>}
    >
      {t("cases.emptyFilteredText")}
    </EmptyState>
  );
}
