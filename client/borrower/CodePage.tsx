import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Button } from "./ui/Button.tsx";
import { Card } from "./ui/Card.tsx";
import { Field } from "./ui/Field.tsx";
import { Notice } from "./ui/Notice.tsx";
import { Page } from "./ui/Page.tsx";

/** For somebody who came without the link: the code printed in the notice leads to the same place. */
export function CodePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const plain = code.replace(/[\s-]/g, "").toUpperCase();
    setMissing(plain === "");
    if (plain !== "") void navigate(`/${encodeURIComponent(plain)}`);
  };
  return (
    <Page title={t("borrowerShell.openLinkTitle")} lead={t("borrowerShell.openLinkText")}>
      <Card>
        <form className="b-stack" onSubmit={open} noValidate>
          <Field
            label={t("borrowerShell.code")}
            hint={t("borrowerShell.codeHint")}
            {...(missing ? { error: t("borrowerShell.codeNeeded") } : {})}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button type="submit" wide>
            {t("borrowerShell.open")}
          </Button>
        </form>
      </Card>
      <Notice tone="info">{t("borrowerShell.voluntary")}</Notice>
      <a href="/verify-mediator">{t("borrowerShell.verify")}</a>
    </Page>
  );
}
