import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LivingFloor } from "../../../shared/capacity/livingFloor.ts";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { useLivingFloors } from "./api.ts";
import { LivingFloorDialog } from "./LivingFloorDialog.tsx";

/** What people must keep to live on, as the centre enters it. */
export function LivingFloorsPage() {
  const { t } = useTranslation();
  const floors = useLivingFloors();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t("capacity.floors.add")}
    </Button>
  );
  const columns: Column<LivingFloor>[] = [
    { key: "region", title: t("capacity.floors.region"), leads: true, render: (floor) => floor.region },
    { key: "from", title: t("capacity.floors.from"), render: (floor) => <DateText value={floor.from} /> },
    {
      key: "perPerson",
      title: t("capacity.floors.perPerson"),
      align: "right",
      render: (floor) => <Money fen={floor.perPersonFen} />,
    },
    { key: "source", title: t("capacity.floors.source"), render: (floor) => floor.source },
  ];
  return (
    <>
      <PageHeader title={t("capacity.floors.title")} description={t("capacity.floors.intro")} actions={add} />
      <Loaded of={floors}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t("capacity.floors.empty")}>{t("capacity.floors.emptyText")}</EmptyState>
          ) : (
            <DataTable
              caption={t("capacity.floors.title")}
              columns={columns}
              rows={items}
              rowKey={(floor) => `${floor.region} ${floor.from}`}
            />
          )
        }
      </Loaded>
      {adding && <LivingFloorDialog onClose={() => setAdding(false)} />}
    </>
  );
}
