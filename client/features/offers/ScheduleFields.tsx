import { DatePicker, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { addDays, type LocalDate } from "../../../shared/calendar/localDate.ts";
import { rateOfPercent, withDownPayment } from "../../../shared/offers/draftTerms.ts";
import { withCount, withFamily, withSchedule } from "../../../shared/offers/planShape.ts";
import { SCHEDULE_FAMILIES, type ScheduleParameters } from "../../../shared/plans/terms.ts";
import { bearsInterest } from "../../../shared/plans/validateFamily.ts";
import { Field } from "./Field.tsx";
import { problemAt, problemIn } from "./plan/draft.ts";
import { MorePlan } from "./plan/MorePlan.tsx";
import { ShapeFields } from "./plan/ShapeFields.tsx";
import type { OfferDraft, UpdateTerms } from "./useOfferDraft.ts";
import { YuanInput } from "./YuanInput.tsx";

const DOWN_PAYMENT_DAYS = 7;

interface ScheduleFieldsProps {
  readonly draft: OfferDraft;
}

/** How the settled sum is paid: kind of plan, how often, when, what comes first, and further conditions on demand. */
export function ScheduleFields({ draft }: ScheduleFieldsProps) {
  const { t } = useTranslation();
  const { terms, change, financed } = draft;
  const { family } = terms.schedule;
  return (
    <>
      <div className="offer-fields">
        <Field
          id="offer-family"
          label={t("offers.editor.family")}
          problem={problemAt(draft, "/schedule") ?? problemAt(draft, "/schedule/family")}
        >
          <Select
            id="offer-family"
            value={family}
            options={SCHEDULE_FAMILIES.map((value) => ({ value, label: t(`words.family.${value}`) }))}
            onChange={(value) => change(withFamily(terms, value, financed))}
          />
        </Field>
        <Instalments draft={draft} />
        <Beginning
          firstDue={terms.schedule.firstDue}
          listed={family === "irregular"}
          deferralMonths={terms.deferralMonths}
          downFen={terms.downPaymentFen}
          downDue={terms.downPaymentDue}
          today={draft.today}
          problems={draft.problems}
          update={draft.update}
        />
      </div>
      <ShapeFields draft={draft} />
      <MorePlan draft={draft} />
    </>
  );
}

/** How many, how far apart, at which rate. */
function Instalments({ draft }: ScheduleFieldsProps) {
  const { t } = useTranslation();
  const { terms, change } = draft;
  const { family, count, every, annualRate } = terms.schedule;
  const set = (patch: Partial<ScheduleParameters>) => change(withSchedule(terms, patch));
  const isDays = "days" in every;
  return (
    <>
      {family !== "lump_sum" && (
        <Field
          id="offer-count"
          label={t("offers.editor.count")}
          problem={problemAt(draft, "/schedule/count")}
        >
          <InputNumber
            id="offer-count"
            min={1}
            max={360}
            precision={0}
            value={count}
            onChange={(value) => change(withCount(terms, value ?? 0))}
          />
        </Field>
      )}
      {family !== "lump_sum" && family !== "irregular" && (
        <Field
          id="offer-every"
          label={t(isDays ? "offers.editor.everyDays" : "offers.editor.every")}
          problem={problemIn(draft, "/schedule/every")}
        >
          <InputNumber
            id="offer-every"
            precision={0}
            value={"days" in every ? every.days : every.months}
            onChange={(value) => set({ every: isDays ? { days: value ?? 0 } : { months: value ?? 0 } })}
          />
        </Field>
      )}
      {bearsInterest(family) && (
        <Field
          id="offer-rate"
          label={t("offers.editor.rate")}
          problem={problemAt(draft, "/schedule/annualRate")}
        >
          <InputNumber
            id="offer-rate"
            min={0}
            max={100}
            precision={4}
            value={Number((Number(annualRate) * 100).toFixed(4))}
            onChange={(percent) => set({ annualRate: rateOfPercent(percent ?? 0) })}
          />
        </Field>
      )}
    </>
  );
}

interface BeginningProps {
  readonly firstDue: LocalDate;
  readonly listed: boolean;
  readonly deferralMonths: number;
  readonly downFen: number;
  readonly downDue: LocalDate | null;
  readonly today: LocalDate;
  readonly problems: OfferDraft["problems"];
  readonly update: UpdateTerms;
}

/** When it begins, and what is paid before. */
const Beginning = memo(function Beginning(props: BeginningProps) {
  const { firstDue, listed, deferralMonths, downFen, downDue, today, problems, update } = props;
  const { t } = useTranslation();
  return (
    <>
      {!listed && (
        <>
          <Field
            id="offer-first-due"
            label={t("offers.editor.firstDue")}
            problem={problemAt({ problems }, "/schedule/firstDue")}
          >
            <DayPicker
              id="offer-first-due"
              value={firstDue}
              earliest={today}
              onChange={(date) => update((terms) => withSchedule(terms, { firstDue: date }))}
            />
          </Field>
          <Field
            id="offer-deferral"
            label={t("offers.editor.deferral")}
            hint={t("offers.editor.deferralHint")}
            problem={problemAt({ problems }, "/deferralMonths")}
          >
            <InputNumber
              id="offer-deferral"
              min={0}
              precision={0}
              value={deferralMonths}
              onChange={(months) => update((terms) => ({ ...terms, deferralMonths: months ?? 0 }))}
            />
          </Field>
        </>
      )}
      <Field
        id="offer-down"
        label={t("offers.editor.downPayment")}
        problem={problemAt({ problems }, "/downPaymentFen")}
      >
        <YuanInput
          id="offer-down"
          fen={downFen}
          onChange={(fen) =>
            update((terms) => withDownPayment(terms, fen, addDays(today, DOWN_PAYMENT_DAYS)))
          }
        />
      </Field>
      {downDue !== null && (
        <Field
          id="offer-down-due"
          label={t("offers.editor.downPaymentDue")}
          problem={problemAt({ problems }, "/downPaymentDue")}
        >
          <DayPicker
            id="offer-down-due"
            value={downDue}
            earliest={today}
            onChange={(date) => update((terms) => ({ ...terms, downPaymentDue: date }))}
          />
        </Field>
      )}
    </>
  );
});

interface DayPickerProps {
  readonly id: string;
  readonly value: LocalDate;
  readonly earliest: LocalDate;
  readonly onChange: (date: LocalDate) => void;
}

function DayPicker({ id, value, earliest, onChange }: DayPickerProps) {
  return (
    <DatePicker
      id={id}
      value={dayjs(value)}
      allowClear={false}
      minDate={dayjs(earliest)}
      onChange={(date) => date && onChange(date.format("YYYY-MM-DD"))}
    />
  );
}
