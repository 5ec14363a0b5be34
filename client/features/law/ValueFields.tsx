import { Form, Input, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LawMatter } from "../../../shared/law/lawRules.ts";
import { COURT_BASES } from "../../../shared/law/judicialConfirmation.ts";
import { LENDER_TYPES } from "../../../shared/law/lenderType.ts";
import { ALLOCATIONS } from "../../../shared/plans/terms.ts";
import type { law } from "../../i18n/law.zh.ts";

type FieldName = keyof (typeof law)["field"];

/** What each matter asks for. */
export function ValueFields({ matter }: { readonly matter: LawMatter }) {
  switch (matter) {
    case "cap":
      return <CapFields />;
    case "credit_card":
      return (
        <ValueItem name="productWords" wide>
          <Select mode="tags" open={false} suffixIcon={null} />
        </ValueItem>
      );
    case "lpr":
      return (
        <>
          <Typed name="rate" />
          <Typed name="verifiedThrough" type="date" />
        </>
      );
    case "limitation":
      return <Typed name="months" />;
    case "court_fee":
      return <FeeFields />;
    case "small_claims":
      return (
        <>
          <Typed name="province" type="text" />
          <Typed name="averageWageFen" />
        </>
      );
    case "allocation":
      return <OrderField />;
    case "contact_hours":
      return (
        <>
          <Typed name="fromHour" />
          <Typed name="untilHour" />
        </>
      );
    case "contact_counts":
      return (
        <>
          <Typed name="effectiveVoicePerDay" />
          <Typed name="unansweredPerContactPointPerDay" />
        </>
      );
    case "judicial_confirmation":
      return <ConfirmationFields />;
  }
}

function CapFields() {
  const { t } = useTranslation();
  const effects = ["void_above", "reduced_on_request", "judicial_discretion"] as const;
  return (
    <>
      <ValueItem name="lenderTypes" wide>
        <Select
          mode="multiple"
          options={LENDER_TYPES.map((value) => ({ value, label: t(`words.lenderType.${value}`) }))}
        />
      </ValueItem>
      <ValueItem name="limitKind">
        <Select
          options={(["byRate", "byLpr"] as const).map((value) => ({ value, label: t(`law.field.${value}`) }))}
        />
      </ValueItem>
      <Typed name="limit" />
      <ValueItem name="effect" wide>
        <Select options={effects.map((value) => ({ value, label: t(`law.effect.${value}`) }))} />
      </ValueItem>
    </>
  );
}

function FeeFields() {
  const { t } = useTranslation();
  return (
    <>
      <Typed name="flatFen" />
      <Typed name="flatUpToFen" />
      <ValueItem name="bands" wide extra={t("law.field.bandsHint")}>
        <Input.TextArea rows={9} />
      </ValueItem>
    </>
  );
}

function ConfirmationFields() {
  const { t } = useTranslation();
  return (
    <>
      <Typed name="days" />
      <ValueItem name="courts" wide>
        <Select
          mode="multiple"
          options={COURT_BASES.map((value) => ({ value, label: t(`confirmations.basis.${value}`) }))}
        />
      </ValueItem>
    </>
  );
}

function OrderField() {
  const { t } = useTranslation();
  return (
    <ValueItem name="order" wide>
      <Select options={ALLOCATIONS.map((value) => ({ value, label: t(`law.orders.${value}`) }))} />
    </ValueItem>
  );
}

function Typed({ name, type }: { readonly name: FieldName; readonly type?: "date" | "text" }) {
  return (
    <ValueItem name={name}>
      {type === "date" ? <Input type="date" /> : <Input {...(type ? {} : { inputMode: "decimal" })} />}
    </ValueItem>
  );
}

interface ValueItemProps {
  readonly name: FieldName;
  readonly wide?: boolean;
  readonly extra?: string;
  readonly children: ReactNode;
}

function ValueItem({ name, wide = false, extra, children }: ValueItemProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={["value", name]}
      label={t(`law.field.${name}`)}
      className={wide ? "law-wide" : ""}
      {...(extra === undefined ? {} : { extra })}
    >
      {children}
    </Form.Item>
  );
}
