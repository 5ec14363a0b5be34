import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { apiFetch } from "../../api/fetch.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { useMay, useSwitchBorrower } from "../../borrower/session.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { sayDone } from "../../borrower/ui/done.ts";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Steps } from "../../borrower/ui/Steps.tsx";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { usePauseEnd } from "./borrowerApi.ts";
import { BorrowerFactsHint } from "../facts/BorrowerFactsHint.tsx";
import { ActingFor } from "../representatives/ActingFor.tsx";
import { BorrowerMinutesHint } from "../minutes/BorrowerMinutesHint.tsx";
import { LeaveSheet } from "./BorrowerLeave.tsx";
import { BorrowerNext } from "./BorrowerNext.tsx";
import { progressOf } from "./borrowerStep.ts";
import { BorrowerSessionCard } from "../sessions/BorrowerSessionCard.tsx";
import { BorrowerTiles } from "./BorrowerTiles.tsx";
import type { CaseFile } from "./types.ts";

/** Where the case stands, the one thing to do next, and the way to everything else. */
export function BorrowerHome() {
  return <InCase>{(file) => <Home file={file} />}</InCase>;
}

function Home({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  const mayAct = useMay("case:respond");
  const progress = progressOf(file.stage);
  const names = (["join", "check", "negotiate", "sign", "repay"] as const).map((step) =>
    t(`myCase.steps.${step}`),
  );
  return (
    <Page title={t("myCase.title")} lead={t("myCase.number", { number: file.number })}>
      {progress !== null && <Steps names={names} current={progress} />}
      <ActingFor />
      {file.paused && <Paused caseId={file.id} />}
      {mayAct && <BorrowerNext file={file} />}
      <BorrowerSessionCard caseId={file.id} />
      <BorrowerFactsHint caseId={file.id} stage={file.stage} />
      <BorrowerMinutesHint caseId={file.id} stage={file.stage} />
      <BorrowerTiles file={file} />
      <People file={file} />
      <div className="b-row b-row-apart">
        {file.abilities.includes("withdraw") && (
          <Button tone="quiet" onClick={() => setLeaving(true)}>
            {t("myCase.tile.leave")}
          </Button>
        )}
        <SignOut />
      </div>
      <LeaveSheet caseId={file.id} how="leave" open={leaving} onClose={() => setLeaving(false)} />
    </Page>
  );
}

function Paused({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const until = usePauseEnd(caseId, true);
  return (
    <Notice tone="info" title={t("myCase.paused")}>
      <p>{t("myCase.pausedText")}</p>
      {typeof until.data === "string" && (
        <p>
          {t("myCase.pausedUntil")} <DateText value={until.data} />
        </p>
      )}
    </Notice>
  );
}

function People({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const { centre, mediator, platform, coMediators } = file;
  return (
    <Card title={t("myCase.tile.people")}>
      <DataList
        items={[
          ...(mediator === null ? [] : [{ label: t("myCase.people.mediator"), value: mediator.name }]),
          ...coMediators.map(({ name }) => ({ label: t("representatives.co.title"), value: name })),
          { label: t("myCase.people.platform"), value: platform.name },
          { label: t("myCase.people.centre"), value: centre.name },
          { label: t("myCase.people.phone"), value: <a href={`tel:${centre.phone}`}>{centre.phone}</a> },
        ]}
      />
    </Card>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const become = useSwitchBorrower();
  const out = useMutation({
    mutationFn: () => apiFetch<void>("POST", "/api/auth/sign-out"),
    onSettled: () => {
      become(null);
      sayDone(t("myCase.signedOut"));
    },
  });
  return (
    <Button tone="quiet" busy={out.isPending} onClick={() => out.mutate()}>
      {t("myCase.signOut")}
    </Button>
  );
}
