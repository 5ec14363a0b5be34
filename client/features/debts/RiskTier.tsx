import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_RISK_TIER } from "../../../shared/debts/riskTier.ts";
import { useCommand } from "../../api/useCommand.ts";
import { Panel } from "../../ui/Panel.tsx";
import type { CaseFile } from "../cases/types.ts";
import { setRiskTier } from "./api.ts";

/** The platform's own class of risk, which its limits may depend on. Only its own people get to see this panel. */
export function RiskTier({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ tier?: string }>();
  const setting = useCommand<string | null>({
    run: (tier, key) => setRiskTier(theCase.id, tier, key),
    done: t("debts.tierSaved"),
    onDone: () => setOpen(false),
  });
  const { risk } = theCase;
  if (risk === undefined) return null;
  const several = risk.tier === null && risk.tiers.length > 0;
  return (
    <Panel
      title={t("debts.tier")}
      actions={
        theCase.abilities.includes("setRiskTier") && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t("debts.setTier")}
          </Button>
        )
      }
    >
      <p className="risk-tier">
        <strong>{several ? risk.tiers.join(" / ") : (risk.tier ?? t("words.noTier"))}</strong>
      </p>
      <p className="hint">{t(several ? "debts.tierSeveral" : "debts.tierHint")}</p>
      <Modal
        open={open}
        title={t("debts.setTier")}
        okText={t("common.save")}
        confirmLoading={setting.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={{ tier: risk.tier ?? "" }}
          onFinish={({ tier = "" }) => setting.mutate(tier.trim() === "" ? null : tier.trim())}
        >
          <Form.Item name="tier" label={t("debts.tier")} extra={t("debts.tierEmpty")}>
            <Input maxLength={MAX_RISK_TIER} style={{ maxWidth: 240 }} />
          </Form.Item>
        </Form>
      </Modal>
    </Panel>
  );
}
