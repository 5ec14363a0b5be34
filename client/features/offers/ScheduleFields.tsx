import { DatePicker, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { addDays, type LocalDate } from "../../../shared/calendar/localDate.ts";
import type { Fen } from "../../../shared/money/fen.ts";
import type { Rate as YearlyRate } from "../../../shared/money/rate.ts";
import { rateOfPercent, withDownPayment } from "../../../shared/offers/draftTerms.ts";
import { withCount, withFamily, withSchedule } from "../../../shared/offers/planShape.ts";
import {
  SCHEDULE_FAMILIES,
  type ScheduleFamily,
  type ScheduleParameters,
} from "../../../shared/plans/terms.ts";
import type { TermsProblem } from "../../../shared/plans/termsProblem.ts";
import { bearsInterest } from "../../../shared/plans/validateFamily.ts";
import { Field, type FieldControl } from "./Field.tsx";
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
  const { terms, financed, update } = draft;
  const { family, count, every, annualRate } = terms.schedule;
  return (
    <>
      <div className="offer-fields">
        <Family
          family={family}
          financed={financed}
          problem={problemAt(draft, "/schedule") ?? problemAt(draft, "/schedule/family")}
          update={update}
        />
        {family !== "lump_sum" && (
          <Count count={count} problem={problemAt(draft, "/schedule/count")} update={update} />
        )}
        {family !== "lump_sum" && family !== "irregular" && (
          <Interval every={every} problem={problemIn(draft, "/schedule/every")} update={update} />
        )}
        {bearsInterest(family) && (
          <Rate annualRate={annualRate} problem={problemAt(draft, "/schedule/annualRate")} update={update} />
        )}
        <Beginning
          firstDue={terms.schedule.firstDue}
          listed={family === "irregular"}
          deferralMonths={terms.deferralMonths}
          downFen={terms.downPaymentFen}
          downDue={terms.downPaymentDue}
          today={draft.today}
          problems={draft.problems}
          update={update}
        />
      </div>
      <ShapeFields draft={draft} />
      <MorePlan draft={draft} />
    </>
  );
}

// One field each, drawn again only when its own value changes: a control of the library costs as much as the whole schedule.

interface PartProps {
  readonly problem: TermsProblem | undefined;
  readonly update: UpdateTerms;
}

type FamilyProps = PartProps & { readonly family: ScheduleFamily; readonly financed: Fen };

const Family = memo(function Family({ family, financed, problem, update }: FamilyProps) {
  const { t } = useTranslation();
  return (
    <Field wide id="offer-family" label={t("offers.editor.family")} problem={problem}>
      <Select
        id="offer-family"
        value={family}
        options={SCHEDULE_FAMILIES.map((value) => ({ value, label: t(`words.family.${value}`) }))}
        onChange={(value) => update((terms) => withFamily(terms, value, financed))}
      />
    </Field>
  );
});

const Count = memo(function Count({ count, problem, update }: PartProps & { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <Field id="offer-count" label={t("offers.editor.count")} problem={problem}>
      <InputNumber
        id="offer-count"
        min={1}
        max={360}
        precision={0}
        value={count}
        onChange={(value) => update((terms) => withCount(terms, value ?? 0))}
      />
    </Field>
  );
});

type IntervalProps = PartProps & { readonly every: ScheduleParameters["every"] };

const Interval = memo(function Interval({ every, problem, update }: IntervalProps) {
  const { t } = useTranslation();
  const inDays = "days" in every;
  const set = (value: number) =>
    update((terms) => withSchedule(terms, { every: inDays ? { days: value } : { months: value } }));
  return (
    <Field
      id="offer-every"
      label={t(inDays ? "offers.editor.everyDays" : "offers.editor.every")}
      problem={problem}
    >
      <InputNumber
        id="offer-every"
        precision={0}
        value={inDays ? every.days : every.months}
        onChange={(value) => set(value ?? 0)}
      />
    </Field>
  );
});

type RateProps = PartProps & { readonly annualRate: YearlyRate };

const Rate = memo(function Rate({ annualRate, problem, update }: RateProps) {
  const { t } = useTranslation();
  return (
    <Field id="offer-rate" label={t("offers.editor.rate")} problem={problem}>
      <InputNumber
        id="offer-rate"
        min={0}
        max={100}
        precision={4}
        formatter={plainNumber}
        value={Number((Number(annualRate) * 100).toFixed(4))}
        onChange={(percent) =>
          update((terms) => withSchedule(terms, { annualRate: rateOfPercent(percent ?? 0) }))
        }
      />
    </Field>
  );
});

/** Four decimals are possible, but nobody writes 12 % as 12.0000. */
function plainNumber(
  value: number | undefined,
  { userTyping, input }: { userTyping: boolean; input: string },
): string {
  if (userTyping) return input;
  return value === undefined ? "" : String(value);
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

interface DayPickerProps extends FieldControl {
  readonly id: string;
  readonly value: LocalDate;
  readonly earliest: LocalDate;
  readonly onChange: (date: LocalDate) => void;
}

function DayPicker({ id, value, earliest, onChange, ...control }: DayPickerProps) {
  return (
    <DatePicker
      {...control}
      id={id}
      value={dayjs(value)}
      allowClear={false}
      minDate={dayjs(earliest)}
      onChange={(date) => date && onChange(date.format("YYYY-MM-DD"))}
    />
  );
}
