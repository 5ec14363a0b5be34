import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../api/me.ts";
import { errorText } from "../i18n/text.ts";
import { LanguageSwitch } from "../ui/LanguageSwitch.tsx";
import { usePageHeading } from "../ui/usePageHeading.ts";
import { Brand } from "./Brand.tsx";
import "./signIn.css";

interface Credentials {
  readonly username: string;
  readonly password: string;
}

export function SignInPage() {
  const { t } = useTranslation();
  return (
    <div className="sign-in">
      <header className="sign-in-top">
        <Brand />
        <LanguageSwitch />
      </header>
      <main className="sign-in-main">
        <section className="sign-in-story">
          <p className="sign-in-statement">{t("staffShell.signIn.statement")}</p>
          <ul>
            <li>{t("staffShell.signIn.points.neutral")}</li>
            <li>{t("staffShell.signIn.points.private")}</li>
            <li>{t("staffShell.signIn.points.record")}</li>
          </ul>
        </section>
        <SignInCard />
      </main>
    </div>
  );
}

function SignInCard() {
  const { t } = useTranslation();
  const heading = usePageHeading(t("staffShell.signIn.title"));
  const session = useSession();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ username, password }: Credentials) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await session.signIn(username, password);
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  };
  return (
    <section className="sign-in-card">
      <h1 ref={heading} tabIndex={-1}>
        {t("staffShell.signIn.title")}
      </h1>
      <p className="sign-in-intro">{t("staffShell.signIn.intro")}</p>
      {problem !== undefined && <Alert role="alert" type="error" showIcon title={problem} />}
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        <Form.Item
          name="username"
          label={t("staffShell.signIn.username")}
          rules={[{ required: true, message: t("staffShell.signIn.usernameNeeded") }]}
        >
          <Input size="large" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("staffShell.signIn.password")}
          rules={[{ required: true, message: t("staffShell.signIn.passwordNeeded") }]}
        >
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {t("staffShell.signIn.submit")}
        </Button>
      </Form>
      <p className="sign-in-hint">{t("staffShell.signIn.borrowerHint")}</p>
      <a href="/verify-mediator">{t("staffShell.signIn.verifyMediator")}</a>
    </section>
  );
}
