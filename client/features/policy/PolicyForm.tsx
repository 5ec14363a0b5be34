import { Button, Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { fen } from "../../../shared/money/fen.ts";
import type { PolicyLimits } from "../../../shared/plans/policy.ts";
import { COMPONENTS, type Component } from "../../../shared/plans/statement.ts";
import { useCommand } from "../../api/useCommand.ts";
import { type PlatformPolicy, setPolicy } from "./api.ts";
import "./policy.css";

/** The limits in the units people think in: percent, months, yuan. */
interface Given {
  readonly waiver: Record<Component, number>;
  readonly count: number;
  readonly deferral: number;
  readonly instalment: number;
  readonly downPayment: number;
}

interface PolicyFormProps {
  readonly policy: PlatformPolicy;
  readonly editable: boolean;
}

export function PolicyForm({ policy, editable }: PolicyFormProps) {
  const { t } = useTranslation();
  const save = useCommand<PlatformPolicy>({ run: setPolicy, done: t("concessions.saved") });
  return (
    <Form<Given>
      layout="vertical"
      requiredMark={false}
      disabled={!editable}
      initialValues={shown(policy.limits)}
      onFinish={(given) => save.mutate({ version: policy.version, limits: limitsOf(given) })}
    >
      <fieldset className="policy-group">
        <legend>{t("concessions.maxWaiver")}</legend>
        {COMPONENTS.map((component) => (
          <NumberItem
            key={component}
            name={["waiver", component]}
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
          name="count"
          label={t("concessions.maxCount")}
          min={1}
          max={360}
          unit={t("concessions.unitInstalments")}
        />
        <NumberItem
          name="deferral"
          label={t("concessions.maxDeferral")}
          min={0}
          max={60}
          unit={t("concessions.unitMonths")}
        />
        <NumberItem
          name="instalment"
          label={t("concessions.minInstalment")}
          min={0.01}
          max={10_000_000}
          decimals={2}
          unit="¥"
        />
        <NumberItem
          name="downPayment"
          label={t("concessions.minDownPayment")}
          min={0}
          max={100}
          decimals={2}
          unit="%"
        />
      </div>
      {editable && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t("common.save")}
        </Button>
      )}
    </Form>
  );
}

interface NumberItemProps {
  readonly name: string | string[];
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
  readonly unit: string;
}

function NumberItem({ name, label, min, max, decimals = 0, unit }: NumberItemProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, type: "number", min, max, message: t("concessions.range", { min, max }) }]}
    >
      <InputNumber precision={decimals} suffix={unit} style={{ width: "100%" }} />
    </Form.Item>
  );
}

function shown(limits: PolicyLimits): Given {
  const { principal, interest, penalty, fee } = limits.maxWaiverBp;
  return {
    waiver: { principal: principal / 100, interest: interest / 100, penalty: penalty / 100, fee: fee / 100 },
    count: limits.maxCount,
    deferral: limits.maxDeferralMonths,
    instalment: limits.minInstalmentFen / 100,
    downPayment: limits.minDownPaymentBp / 100,
  };
}

/** Two decimals in, hundredths out; rounding only undoes what binary fractions do to them. */
function limitsOf({ waiver, count, deferral, instalment, downPayment }: Given): PolicyLimits {
  const hundredths = (value: number) => Math.round(value * 100);
  return {
    maxWaiverBp: {
      principal: hundredths(waiver.principal),
      interest: hundredths(waiver.interest),
      penalty: hundredths(waiver.penalty),
      fee: hundredths(waiver.fee),
    },
    maxCount: count,
    maxDeferralMonths: deferral,
    minInstalmentFen: fen(hundredths(instalment)),
    minDownPaymentBp: hundredths(downPayment),
  };
}
