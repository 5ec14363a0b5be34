import { DatePicker, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { addDays, type LocalDate } from "../../../shared/calendar/localDate.ts";
import { rateOfPercent, withDownPayment, withFamily } from "../../../shared/offers/draftTerms.ts";
import {
  SIMPLE_FAMILIES,
  type ScheduleFamily,
  type ScheduleParameters,
} from "../../../shared/plans/terms.ts";
import { bearsInterest } from "../../../shared/plans/validateFamily.ts";
import { Field } from "./Field.tsx";
import type { OfferDraft } from "./useOfferDraft.ts";
import { YuanInput } from "./YuanInput.tsx";

const DOWN_PAYMENT_DAYS = 7;

/** How the settled sum is paid: kind of plan, how often, when, and what comes first. */
export function ScheduleFields({ draft, today }: { readonly draft: OfferDraft; readonly today: LocalDate }) {
  const { t } = useTranslation();
  const { terms, change, problems } = draft;
  const { schedule } = terms;
  const at = (pointer: string) => problems.find((problem) => problem.pointer.startsWith(pointer));
  const set = (patch: Partial<ScheduleParameters>) =>
    change({ ...terms, schedule: { ...schedule, ...patch } });
  const families: readonly ScheduleFamily[] = SIMPLE_FAMILIES;
  // An offer that is countered may be of a family this form does not make; it can be kept as it is.
  const choices = families.includes(schedule.family) ? families : [schedule.family, ...families];
  const isDays = "days" in schedule.every;
  return (
    <div className="offer-fields">
      <Field
        id="offer-family"
        label={t("offers.editor.family")}
        problem={problems.find((p) => p.pointer === "/schedule")}
      >
        <Select
          id="offer-family"
          value={schedule.family}
          options={choices.map((family) => ({ value: family, label: t(`words.family.${family}`) }))}
          onChange={(family) => change(withFamily(terms, family))}
        />
      </Field>
      {schedule.family !== "lump_sum" && (
        <>
          <Field id="offer-count" label={t("offers.editor.count")} problem={at("/schedule/count")}>
            <InputNumber
              id="offer-count"
              min={1}
              max={360}
              precision={0}
              value={schedule.count}
              onChange={(count) => set({ count: count ?? 0 })}
            />
          </Field>
          <Field
            id="offer-every"
            label={t(isDays ? "offers.editor.everyDays" : "offers.editor.every")}
            problem={at("/schedule/every")}
          >
            <InputNumber
              id="offer-every"
              precision={0}
              value={"days" in schedule.every ? schedule.every.days : schedule.every.months}
              onChange={(value) => set({ every: isDays ? { days: value ?? 0 } : { months: value ?? 0 } })}
            />
          </Field>
        </>
      )}
      {bearsInterest(schedule.family) && (
        <Field id="offer-rate" label={t("offers.editor.rate")} problem={at("/schedule/annualRate")}>
          <InputNumber
            id="offer-rate"
            min={0}
            max={100}
            precision={4}
            value={Number((Number(schedule.annualRate) * 100).toFixed(4))}
            onChange={(percent) => set({ annualRate: rateOfPercent(percent ?? 0) })}
          />
        </Field>
      )}
      <Field id="offer-first-due" label={t("offers.editor.firstDue")} problem={at("/schedule/firstDue")}>
        <DayPicker
          id="offer-first-due"
          value={schedule.firstDue}
          earliest={today}
          onChange={(firstDue) => set({ firstDue })}
        />
      </Field>
      <Field id="offer-down" label={t("offers.editor.downPayment")} problem={at("/downPaymentFen")}>
        <YuanInput
          id="offer-down"
          fen={terms.downPaymentFen}
          onChange={(fen) => change(withDownPayment(terms, fen, addDays(today, DOWN_PAYMENT_DAYS)))}
        />
      </Field>
      {terms.downPaymentDue !== null && (
        <Field id="offer-down-due" label={t("offers.editor.downPaymentDue")} problem={at("/downPaymentDue")}>
          <DayPicker
            id="offer-down-due"
            value={terms.downPaymentDue}
            earliest={today}
            onChange={(downPaymentDue) => change({ ...terms, downPaymentDue })}
          />
        </Field>
      )}
      <Field
        id="offer-deferral"
        label={t("offers.editor.deferral")}
        hint={t("offers.editor.deferralHint")}
        problem={at("/deferralMonths")}
      >
        <InputNumber
          id="offer-deferral"
          min={0}
          precision={0}
          value={terms.deferralMonths}
          onChange={(deferralMonths) => change({ ...terms, deferralMonths: deferralMonths ?? 0 })}
        />
      </Field>
      <Field id="offer-grace" label={t("offers.editor.grace")} problem={at("/graceDays")}>
        <InputNumber
          id="offer-grace"
          min={0}
          precision={0}
          value={terms.graceDays}
          onChange={(graceDays) => change({ ...terms, graceDays: graceDays ?? 0 })}
        />
      </Field>
    </div>
  );
}

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
