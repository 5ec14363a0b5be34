import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { BORROWER_REPORTS, type BorrowerReport } from "../../../shared/journal/events.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { useCentreName } from "../../borrower/ui/Frame.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { RadioList } from "../../borrower/ui/RadioList.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { type Report, reportAsStranger, reportInCase, useLanding } from "./borrowerApi.ts";

/** Before identity: whoever holds the link can say that something is wrong with it. */
export function StrangerReport() {
  const { t } = useTranslation();
  const { code = "" } = useParams();
  const landing = useLanding(code);
  return (
    <ReportPage
      lead={t("arrive.report.lead")}
      back={`/${code}`}
      backLabel={t("common.back")}
      centre={landing.data?.centre.name}
      phone={landing.data?.centre.phone}
      send={(body, key) => reportAsStranger(code, body, key)}
    />
  );
}

/** The same from inside the case. */
export function CaseReport() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <ReportPage
          lead={t("arrive.report.leadInside")}
          back="/case"
          backLabel={t("myCase.back")}
          centre={file.centre.name}
          phone={file.centre.phone}
          send={(body, key) => reportInCase(file.id, body, key)}
        />
      )}
    </InCase>
  );
}

interface ReportPageProps {
  readonly lead: string;
  readonly back: string;
  readonly backLabel: string;
  readonly centre: string | undefined;
  readonly phone: string | undefined;
  readonly send: (body: Report, idempotencyKey: string) => Promise<void>;
}

function ReportPage({ lead, back, backLabel, centre, phone, send }: ReportPageProps) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  useCentreName(centre);
  const [report, setReport] = useState<BorrowerReport>(() => asked(search.get("report")));
  const [note, setNote] = useState("");
  const sending = useSend<Report, void>({ run: send });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate({ report, note });
  };
  if (sending.isSuccess)
    return (
      <Page title={t("arrive.report.doneTitle")}>
        <Notice tone="good">
          {t(report === "need_help" ? "arrive.report.doneHelp" : "arrive.report.done")}
        </Notice>
        <Call phone={phone} />
        <ButtonLink to={back} tone="plain">
          {backLabel}
        </ButtonLink>
      </Page>
    );
  return (
    <Page title={t("arrive.report.title")} lead={lead} above={<BackLink to={back} label={backLabel} />}>
      <form className="b-stack" onSubmit={submit}>
        <RadioList
          legend={t("arrive.report.which")}
          value={report}
          onChange={setReport}
          choices={BORROWER_REPORTS.map((value) => ({
            value,
            label: t(`arrive.report.${value}`),
            text: t(`arrive.report.${value}Text`),
          }))}
        />
        <TextField
          label={t("arrive.report.note")}
          hint={t("arrive.report.noteHint")}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
        />
        {sending.error && <Problem error={sending.error} />}
        <Button type="submit" wide busy={sending.isPending}>
          {t("arrive.report.submit")}
        </Button>
      </form>
      <Call phone={phone} />
    </Page>
  );
}

function Call({ phone }: { readonly phone: string | undefined }) {
  const { t } = useTranslation();
  if (phone === undefined) return null;
  return (
    <p className="b-hint">
      {t("arrive.report.call")} <a href={`tel:${phone}`}>{phone}</a>
    </p>
  );
}

function asked(value: string | null): BorrowerReport {
  return BORROWER_REPORTS.find((report) => report === value) ?? "need_help";
}
