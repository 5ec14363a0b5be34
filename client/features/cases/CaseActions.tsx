import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseAbility } from "../../../shared/cases/abilities.ts";
import { ROOM_STAGES } from "../../../shared/cases/lifecycle.ts";
import { roleMay } from "../../../shared/api/permissions.ts";
import { useMe } from "../../api/me.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { LinkButton } from "../../ui/LinkButton.tsx";
import { CaseDialogs, type DialogName } from "./CaseDialogs.tsx";
import type { CaseFile } from "./types.ts";
import { useCaseSteps } from "./useCaseSteps.ts";

/** The buttons this person has on this case now; the step that carries it on stands first, the end last. */
export function CaseActions({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [dialog, setDialog] = useState<DialogName>();
  const steps = useCaseSteps(theCase.id);
  const able = (ability: CaseAbility) => theCase.abilities.includes(ability);
  const entersRoom = me !== undefined && me !== null && roleMay(me.role, "room:join");
  const room = entersRoom && ROOM_STAGES.includes(theCase.stage);
  const centre = me?.role === "centre_admin";
  return (
    <>
      {able("accept") && (
        <Button type="primary" loading={steps.accept.isPending} onClick={() => steps.accept.mutate()}>
          {t("cases.accept")}
        </Button>
      )}
      {able("appoint") && (
        <Button type="primary" onClick={() => setDialog("appoint")}>
          {t("cases.appoint")}
        </Button>
      )}
      {able("consent") && (
        <ConfirmButton
          type="primary"
          ask={t("cases.consentAsk")}
          onConfirm={() => steps.consent.mutateAsync().then(noResult, noResult)}
        >
          {t("cases.consent")}
        </ConfirmButton>
      )}
      {able("openOffers") && (
        <ConfirmButton
          type="primary"
          ask={t("cases.openOffersAsk")}
          onConfirm={() => steps.openOffers.mutateAsync().then(noResult, noResult)}
        >
          {t("cases.openOffers")}
        </ConfirmButton>
      )}
      {able("resume") && (
        <Button type="primary" loading={steps.resume.isPending} onClick={() => steps.resume.mutate()}>
          {t("cases.resume")}
        </Button>
      )}
      {room && (
        <LinkButton
          to={`/cases/${theCase.id}/room`}
          primary={theCase.stage === "negotiating" && !theCase.paused}
        >
          {t("words.enterRoom")}
        </LinkButton>
      )}
      {able("resendInvitation") && <Button onClick={() => setDialog("qr")}>{t("cases.qr")}</Button>}
      {able("call") && <Button onClick={() => setDialog("call")}>{t("debts.call.action")}</Button>}
      {able("readCertificate") && (
        <Button href={`/api/cases/${theCase.id}/certificate.pdf`}>{t("cases.certificate")}</Button>
      )}
      {able("pause") && <Button onClick={() => setDialog("pause")}>{t("cases.pause")}</Button>}
      {able("decline") && (
        <Button danger onClick={() => setDialog(centre ? "decline" : "leave")}>
          {t(centre ? "cases.decline" : "cases.declineMediation")}
        </Button>
      )}
      {able("close") && (
        <ConfirmButton
          ask={t("cases.closeAsk")}
          onConfirm={() => steps.close.mutateAsync().then(noResult, noResult)}
        >
          {t("cases.close")}
        </ConfirmButton>
      )}
      {able("withdraw") && (
        <Button danger onClick={() => setDialog("leave")}>
          {t("cases.withdraw")}
        </Button>
      )}
      {able("terminate") && (
        <Button danger onClick={() => setDialog("terminate")}>
          {t("cases.terminate")}
        </Button>
      )}
      <CaseDialogs theCase={theCase} shown={dialog} onClose={() => setDialog(undefined)} />
    </>
  );
}

/** A refusal has been said already; the button only has to come to rest. */
function noResult(): void {}
