import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_REMARK_LENGTH } from "../../../shared/minutes/lifecycle.ts";
import type { MinutesView } from "../../../shared/minutes/minutesView.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { Sheet } from "../../borrower/ui/Sheet.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { answerMinutes, minutesUrl, type Said, useMinutes } from "./api.ts";
import { MinutesText, MinutesWords, useSubject } from "./MinutesText.tsx";
import "./minutes.css";

/** The minutes on the phone: read in full, then confirmed or not. */
export function BorrowerMinutes() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page title={t("minutes.title")} lead={t("minutes.lead")} above={<BackLink />}>
          <OfCase caseId={file.id} />
        </Page>
      )}
    </InCase>
  );
}

function OfCase({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const minutes = useMinutes(caseId);
  return (
    <Loaded of={minutes}>
      {({ items }) =>
        items.length === 0 ? (
          <Card>
            <p>{t("minutes.none")}</p>
          </Card>
        ) : (
          <>
            {items.map((one) => (
              <MinutesCard key={one.id} minutes={one} />
            ))}
          </>
        )
      }
    </Loaded>
  );
}

function MinutesCard({ minutes }: { readonly minutes: MinutesView }) {
  const { t } = useTranslation();
  const subject = useSubject(minutes);
  const open = minutes.abilities.includes("answer");
  return (
    <Card
      title={subject}
      aside={
        <span className={open ? "b-chip b-chip-open" : "b-chip"}>
          {t(`minutes.status.${minutes.status}`)}
        </span>
      }
    >
      <MinutesText minutes={minutes} />
      <MinutesWords minutes={minutes} />
      <a className="b-button b-button-plain" href={minutesUrl(minutes)}>
        {t("minutes.pdf")}
      </a>
      {open && <Answer minutes={minutes} />}
    </Card>
  );
}

function Answer({ minutes }: { readonly minutes: MinutesView }) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState(false);
  const [remark, setRemark] = useState("");
  const [asked, setAsked] = useState(false);
  const own = minutes.answers.find(({ personId }) => personId === minutes.ownId)?.answer ?? null;
  const answering = useSend({
    run: (said: Said, key) => answerMinutes(minutes, said, key),
    done: t("minutes.answered"),
    onDone: () => setRefusing(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (remark.trim() !== "") answering.mutate({ answer: "refused", remark: remark.trim() });
  };
  return (
    <>
      {answering.error && !refusing && <Problem error={answering.error} />}
      <div className="minutes-choice" role="group" aria-label={t("minutes.words")}>
        <Button
          wide
          tone={own === "confirmed" ? "primary" : "plain"}
          aria-pressed={own === "confirmed"}
          disabled={answering.isPending}
          onClick={() => answering.mutate({ answer: "confirmed" })}
        >
          {t("minutes.confirm")}
        </Button>
        <Button
          wide
          tone={own === "refused" ? "primary" : "plain"}
          aria-pressed={own === "refused"}
          disabled={answering.isPending}
          onClick={() => setRefusing(true)}
        >
          {t("minutes.refuse")}
        </Button>
      </div>
      <Sheet open={refusing} title={t("minutes.refuseTitle")} onClose={() => setRefusing(false)}>
        <form className="b-stack" onSubmit={submit} noValidate>
          <TextField
            label={t("minutes.refuseLabel")}
            {...(asked && remark.trim() === "" ? { error: t("minutes.refuseNeeded") } : {})}
            value={remark}
            maxLength={MAX_REMARK_LENGTH}
            onChange={(event) => setRemark(event.target.value)}
          />
          {answering.error && <Problem error={answering.error} />}
          <Button type="submit" wide busy={answering.isPending}>
            {t("minutes.refuseSend")}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
