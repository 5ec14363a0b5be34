import { App, Button, Card, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/problem.ts";
import { inLanguage, useMe, useSession } from "../api/me.ts";
import { useLanguage } from "../i18n/index.ts";
import { errorText } from "../i18n/text.ts";
import { ConfirmButton } from "../ui/ConfirmButton.tsx";
import { DataList } from "../ui/DataList.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";

const SHORTEST_PASSWORD = 10;

export function AccountPage() {
  const { t } = useTranslation();
  const { data: user } = useMe();
  const language = useLanguage();
  const session = useSession();
  const { message } = App.useApp();
  const leaveEverywhere = async () => {
    try {
      await session.signOutEverywhere();
    } catch (error) {
      void message.error(errorText(error));
    }
  };
  return (
    <>
      <PageHeader title={t("staffShell.accountPage.title")} />
      <div className="stack">
        {user && (
          <Card title={t("staffShell.accountPage.profile")}>
            <DataList
              items={[
                { label: t("staffShell.accountPage.name"), value: inLanguage(user, language) },
                {
                  label: t("staffShell.accountPage.organisation"),
                  value: inLanguage(user.organisation, language),
                },
                { label: t("staffShell.accountPage.role"), value: t(`staffShell.role.${user.role}`) },
              ]}
            />
          </Card>
        )}
        <Card title={t("staffShell.accountPage.changePassword")}>
          <PasswordForm />
        </Card>
        <Card title={t("staffShell.accountPage.sessions")}>
          <p className="card-note">{t("staffShell.accountPage.sessionsNote")}</p>
          <ConfirmButton danger ask={t("staffShell.signOutEverywhereAsk")} onConfirm={leaveEverywhere}>
            {t("staffShell.signOutEverywhere")}
          </ConfirmButton>
        </Card>
      </div>
    </>
  );
}

interface Passwords {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeated: string;
}

function PasswordForm() {
  const { t } = useTranslation();
  const session = useSession();
  const { message } = App.useApp();
  const [form] = Form.useForm<Passwords>();
  const [busy, setBusy] = useState(false);
  const needed = { required: true, message: t("staffShell.accountPage.needed") };
  const submit = async (values: Passwords) => {
    setBusy(true);
    try {
      await session.changePassword(values.currentPassword, values.newPassword);
      void message.success(t("staffShell.accountPage.changed"));
      session.restart();
    } catch (error) {
      const wrong = error instanceof ApiProblem && error.code === "credentials_wrong";
      form.setFields([
        {
          name: "currentPassword",
          errors: [wrong ? t("staffShell.accountPage.wrongPassword") : errorText(error)],
        },
      ]);
      setBusy(false);
    }
  };
  return (
    <Form<Passwords>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="narrow"
      onFinish={(values) => void submit(values)}
    >
      <Form.Item name="currentPassword" label={t("staffShell.accountPage.currentPassword")} rules={[needed]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t("staffShell.accountPage.newPassword")}
        extra={t("staffShell.accountPage.passwordRule")}
        rules={[needed, { min: SHORTEST_PASSWORD, message: t("staffShell.accountPage.tooShort") }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t("staffShell.accountPage.repeatPassword")}
        dependencies={["newPassword"]}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_rule, value: unknown) =>
              value === undefined || value === getFieldValue("newPassword")
                ? Promise.resolve()
                : Promise.reject(new Error(t("staffShell.accountPage.notSame"))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("staffShell.accountPage.changePassword")}
      </Button>
    </Form>
  );
}
