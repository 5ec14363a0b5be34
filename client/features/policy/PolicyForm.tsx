import { Alert, Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyTrialAnswer } from "../../../shared/offers/policyTrial.ts";
import { policyTableProblems } from "../../../shared/plans/policyTable.ts";
import { useCommand } from "../../api/useCommand.ts";
import { errorText } from "../../i18n/text.ts";
import { type PlatformPolicy, setPolicy, tryPolicy } from "./api.ts";
import { FIRST_RULE, type GivenTable, shownTable, tableFrom } from "./policyUnits.ts";
import { RuleFields } from "./RuleFields.tsx";
import { TrialResult } from "./TrialResult.tsx";
import "./policy.css";

interface PolicyFormProps {
  readonly policy: PlatformPolicy;
  readonly editable: boolean;
}

/** The limits rule by rule, read from top to bottom; they can be tried on past offers before they are kept. */
export function PolicyForm({ policy, editable }: PolicyFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<GivenTable>();
  const [tried, setTried] = useState<PolicyTrialAnswer>();
  const [failure, setFailure] = useState<Error>();
  const save = useCommand<PlatformPolicy>({
    run: setPolicy,
    done: t("concessions.saved"),
    onFail: setFailure,
  });
  const trial = useCommand<PlatformPolicy["limits"], PolicyTrialAnswer>({
    run: tryPolicy,
    onDone: setTried,
    onFail: setFailure,
  });
  const withTable = async (use: (limits: PlatformPolicy["limits"]) => void) => {
    setFailure(undefined);
    const given = await form.validateFields().catch(() => null);
    if (given === null) return;
    const table = tableFrom(given);
    const problems = policyTableProblems(table);
    if (problems.length === 0) use(table);
    form.setFields(
      problems.map(({ pointer }) => ({
        name: ["rules", Number(pointer.split("/")[2]), "days"],
        errors: [t("concessions.neverApplies")],
      })),
    );
  };
  return (
    <Form<GivenTable>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!editable}
      initialValues={shownTable(policy.limits)}
      onValuesChange={() => setTried(undefined)}
      onFinish={() => void withTable((limits) => save.mutate({ version: policy.version, limits }))}
    >
      <Rules editable={editable} />
      {failure && <Alert role="alert" type="error" showIcon title={errorText(failure)} />}
      {editable && (
        <div className="policy-actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("common.save")}
          </Button>
          <Button loading={trial.isPending} onClick={() => void withTable((limits) => trial.mutate(limits))}>
            {t("concessions.try")}
          </Button>
        </div>
      )}
      {tried && <TrialResult answer={tried} />}
    </Form>
  );
}

function Rules({ editable }: { readonly editable: boolean }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<GivenTable>();
  const copyOfFirst = () => form.getFieldsValue().rules[0] ?? FIRST_RULE;
  return (
    <Form.List name="rules">
      {(fields, { add, remove, move }) => (
        <ol className="policy-rules">
          {editable && (
            <li className="policy-add">
              <Button type="dashed" onClick={() => add(copyOfFirst(), 0)}>
                {t("concessions.addRule")}
              </Button>
            </li>
          )}
          {fields.map(({ key, name }) => (
            <li key={key}>
              <div className="policy-rule-head">
                <h3>{t("concessions.rule", { number: name + 1 })}</h3>
                {editable && fields.length > 1 && (
                  <span>
                    <Button
                      size="small"
                      disabled={name === 0}
                      aria-label={t("concessions.moveUp", { number: name + 1 })}
                      onClick={() => move(name, name - 1)}
                    >
                      ↑
                    </Button>
                    <Button
                      size="small"
                      danger
                      aria-label={t("concessions.removeRule", { number: name + 1 })}
                      onClick={() => remove(name)}
                    >
                      {t("concessions.remove")}
                    </Button>
                  </span>
                )}
              </div>
              <RuleFields name={name} />
            </li>
          ))}
        </ol>
      )}
    </Form.List>
  );
}
