import { useTranslation } from "react-i18next";
import { type DataItem, DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Hash } from "../../ui/Hash.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { COMPONENTS } from "../../../shared/plans/statement.ts";
import type { Escalation, PacketSummary } from "./api.ts";
import { ContractTable, ExhibitTable, FileTable } from "./PacketTables.tsx";
import { Openings } from "./Openings.tsx";

/** What a lawyer looks at before opening the packet. */
export function PacketView({ escalation }: { readonly escalation: Escalation }) {
  const { t } = useTranslation();
  const { summary, manifest, abilities } = escalation;
  return (
    <>
      {summary && (
        <>
          <div className="two-columns">
            <Panel title={t("escalations.cover")}>
              <Cover escalation={escalation} summary={summary} />
            </Panel>
            <Panel title={t("escalations.fee")}>
              <Fees fee={summary.fee} />
            </Panel>
          </div>
          <section>
            <h2 className="section-title">{t("escalations.contracts")}</h2>
            <ContractTable rows={summary.contracts} />
          </section>
          <section>
            <h2 className="section-title">{t("escalations.exhibitList")}</h2>
            {summary.exhibits.length === 0 ? (
              <p className="hint">{t("escalations.noExhibits")}</p>
            ) : (
              <ExhibitTable rows={summary.exhibits} />
            )}
          </section>
        </>
      )}
      {manifest && (
        <section>
          <h2 className="section-title">{t("escalations.manifest")}</h2>
          <FileTable rows={manifest.files} />
          <p className="manifest-root">
            {t("escalations.manifestRoot")} <Hash value={manifest.root} />
          </p>
        </section>
      )}
      {abilities.includes("read_openings") && escalation.sealedAt !== null && (
        <Openings escalationId={escalation.id} />
      )}
    </>
  );
}

function Cover({
  escalation,
  summary,
}: {
  readonly escalation: Escalation;
  readonly summary: PacketSummary;
}) {
  const { t } = useTranslation();
  const items: DataItem[] = [
    { label: t("escalations.claim"), value: <Money fen={summary.claimFen} strong /> },
    ...COMPONENTS.filter((component) => summary.byComponent[component] > 0).map((component) => ({
      label: t(`words.component.${component}`),
      value: <Money fen={summary.byComponent[component]} />,
    })),
    { label: t("cases.asOf"), value: <DateText value={summary.asOf} /> },
  ];
  if (escalation.sealedAt !== null)
    items.push({
      label: t("escalations.sealedAt"),
      value: <DateText value={escalation.sealedAt} precision="minute" />,
    });
  if (escalation.pageCount !== null)
    items.push({ label: t("escalations.pages"), value: escalation.pageCount });
  return <DataList items={items} />;
}

function Fees({ fee }: { readonly fee: PacketSummary["fee"] }) {
  const { t } = useTranslation();
  return (
    <DataList
      items={[
        { label: t("escalations.feeFull"), value: <Money fen={fee.full} /> },
        { label: t("escalations.feeHalf"), value: <Money fen={fee.half} /> },
        { label: t("escalations.feeOrder"), value: <Money fen={fee.paymentOrder} /> },
      ]}
    />
  );
}
