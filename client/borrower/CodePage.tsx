import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { normaliseInvitationCode, showInvitationCode } from "../../shared/outreach/invitationCode.ts";
import { Button } from "./ui/Button.tsx";
import { Card } from "./ui/Card.tsx";
import { Field } from "./ui/Field.tsx";
import { Notice } from "./ui/Notice.tsx";
import { Page } from "./ui/Page.tsx";

/** For somebody who came without the link: the code printed in the notice leads to the same place. */
export function CodePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string>();
  const open = (event: FormEvent) => {
    event.preventDefault();
    const code = normaliseInvitationCode(typed);
    if (code !== null) void navigate(`/${showInvitationCode(code)}`);
    else setFault(typed.trim() === "" ? t("borrowerShell.codeNeeded") : t("arrive.codeShape"));
  };
  return (
    <Page title={t("borrowerShell.openLinkTitle")} lead={t("borrowerShell.openLinkText")}>
      <Card>
        <form className="b-stack" onSubmit={open} noValidate>
          <Field
            label={t("borrowerShell.code")}
            hint={t("borrowerShell.codeHint")}
            {...(fault === undefined ? {} : { error: fault })}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="XXXX-XXXX-XXXX"
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
      <a className="b-button b-button-quiet" href="/verify-mediator">
        {t("borrowerShell.verify")}
      </a>
    </Page>
  );
}
