import { Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { COMPONENTS } from "../../../shared/plans/statement.ts";

/** The conditions and the limits of one rule of the table. */
export function RuleFields({ name }: { readonly name: number }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="policy-group policy-when">
        <NumberItem
          name={[name, "days"]}
          label={t("concessions.whenDays")}
          min={0}
          max={36_500}
          unit={t("concessions.unitDays")}
          optional
        />
        <Form.Item name={[name, "product"]} label={t("concessions.whenProduct")}>
          <Input maxLength={80} placeholder={t("concessions.whenAny")} />
        </Form.Item>
        <Form.Item name={[name, "riskTier"]} label={t("concessions.whenTier")}>
          <Input maxLength={80} placeholder={t("concessions.whenAny")} />
        </Form.Item>
      </div>
      <fieldset className="policy-group">
        <legend>{t("concessions.maxWaiver")}</legend>
        {COMPONENTS.map((component) => (
          <NumberItem
            key={component}
            name={[name, "waiver", component]}
            label={t(`words.component.${component}`)}
            min={0}
            max={100}
            decimals={2}
            unit="%"
          />
        ))}
      </fieldset>
      <div className="policy-group">
        <NumberItem
          name={[name, "count"]}
          label={t("concessions.maxCount")}
          min={1}
          max={360}
          unit={t("concessions.unitInstalments")}
        />
        <NumberItem
          name={[name, "deferral"]}
          label={t("concessions.maxDeferral")}
          min={0}
          max={60}
          unit={t("concessions.unitMonths")}
        />
        <NumberItem
          name={[name, "instalment"]}
          label={t("concessions.minInstalment")}
          min={0.01}
          max={10_000_000}
          decimals={2}
          unit="¥"
        />
        <NumberItem
          name={[name, "downPayment"]}
          label={t("concessions.minDownPayment")}
          min={0}
          max={100}
          decimals={2}
          unit="%"
        />
      </div>
    </>
  );
}

interface NumberItemProps {
  readonly name: (string | number)[];
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
  readonly unit: string;
  readonly optional?: boolean;
}

function NumberItem({ name, label, min, max, decimals = 0, unit, optional = false }: NumberItemProps) {
  const { t } = useTranslation();
  const message = t("concessions.range", { min, max });
  return (
    <Form.Item name={name} label={label} rules={[{ required: !optional, type: "number", min, max, message }]}>
      <InputNumber
        precision={decimals}
        suffix={unit}
        style={{ width: "100%" }}
        {...(optional ? { placeholder: t("concessions.whenAny") } : {})}
      />
    </Form.Item>
  );
}
