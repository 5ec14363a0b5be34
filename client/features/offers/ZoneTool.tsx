import { Alert, InputNumber } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { rateOfPercent } from "../../../shared/offers/draftTerms.ts";
import { quoteZone } from "../../../shared/plans/finding/quoteZone.ts";
import { formatFen } from "../../i18n/format.ts";
import { useTermsBasis } from "./api.ts";
import { Field } from "./Field.tsx";
import { YuanInput } from "./YuanInput.tsx";
import "./suggestions.css";

interface Given {
  readonly monthlyFen: number;
  readonly months: number;
  readonly capFen: number;
  readonly floorFen: number;
  readonly percent: number;
}

const FIRST: Given = { monthlyFen: 0, months: 24, capFen: 0, floorFen: 0, percent: 6 };

/** For the mediator, who may have been told both sides' figures: whether there is anything to agree on. Nothing leaves the device. */
export function ZoneTool({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const basis = useTermsBasis(caseId, true);
  const [typed, setTyped] = useState<Partial<Given>>({});
  const known: Partial<Given> = basis.data
    ? {
        monthlyFen: basis.data.capacity?.perMonthFen ?? 0,
        capFen: basis.data.lines.reduce((sum, line) => sum + line.fen, 0),
      }
    : {};
  const given: Given = { ...FIRST, ...known, ...typed };
  const set = (patch: Partial<Given>) => setTyped({ ...typed, ...patch });
  return (
    <details className="zone-tool">
      <summary>{t("plans.zone.title")}</summary>
      <p className="offer-hint">{t("plans.zone.intro")}</p>
      <div className="zone-fields">
        <Field id="zone-monthly" label={t("plans.zone.monthly")}>
          <YuanInput
            id="zone-monthly"
            fen={given.monthlyFen}
            onChange={(monthlyFen) => set({ monthlyFen })}
          />
        </Field>
        <Field id="zone-months" label={t("plans.zone.months")}>
          <InputNumber
            id="zone-months"
            min={1}
            max={360}
            precision={0}
            value={given.months}
            onChange={(months) => set({ months: months ?? 1 })}
          />
        </Field>
        <Field id="zone-cap" label={t("plans.zone.cap")}>
          <YuanInput id="zone-cap" fen={given.capFen} onChange={(capFen) => set({ capFen })} />
        </Field>
        <Field id="zone-floor" label={t("plans.zone.floor")}>
          <YuanInput id="zone-floor" fen={given.floorFen} onChange={(floorFen) => set({ floorFen })} />
        </Field>
        <Field id="zone-rate" label={t("plans.zone.rate")}>
          <InputNumber
            id="zone-rate"
            min={0}
            max={100}
            precision={2}
            value={given.percent}
            onChange={(percent) => set({ percent: percent ?? 0 })}
          />
        </Field>
      </div>
      {given.floorFen > 0 && <Zone given={given} />}
    </details>
  );
}

function Zone({ given }: { readonly given: Given }) {
  const { t } = useTranslation();
  const { monthlyFen, months, capFen, floorFen, percent } = given;
  const answer = useMemo(
    () =>
      quoteZone({
        capacityFen: Array.from({ length: months }, () => monthlyFen),
        discountRate: rateOfPercent(percent),
        debtCapFen: capFen,
        floorNpvFen: floorFen,
      }),
    [monthlyFen, months, capFen, floorFen, percent],
  );
  if (!answer.ok) return <Alert role="status" type="error" showIcon title={t("plans.zone.wrong")} />;
  const { exists, leastTotalFen, scheduleFen } = answer.zone;
  if (!exists || leastTotalFen === null || scheduleFen === null)
    return <Alert role="status" type="warning" showIcon title={t("plans.zone.none")} />;
  const least = formatFen(leastTotalFen);
  const used = scheduleFen.filter((each) => each > 0);
  return (
    <Alert
      role="status"
      type="success"
      showIcon
      title={t("plans.zone.exists", { least, most: formatFen(Math.min(capFen, monthlyFen * months)) })}
      description={t("plans.zone.least", {
        least,
        monthly: formatFen(used[0] ?? 0),
        months: used.length,
      })}
    />
  );
}
