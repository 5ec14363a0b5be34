import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { REPRESENTATION_SCOPES } from "../../../shared/api/roles.ts";
import { addDays, type LocalDate } from "../../../shared/calendar/localDate.ts";
import { shanghaiDateOf } from "../../../shared/calendar/shanghai.ts";
import { REPRESENTATIVE_KINDS } from "../../../shared/representatives/representativeView.ts";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Field } from "../../borrower/ui/Field.tsx";
import { focusFault } from "../../borrower/ui/focusFault.ts";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { RadioList } from "../../borrower/ui/RadioList.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { nameRepresentative, type NewRepresentative } from "./api.ts";
import { faultsOf } from "./representativeFaults.ts";

const YEAR_DAYS = 365;

function blank(today: LocalDate): NewRepresentative {
  return {
    name: "",
    kind: "relative",
    standing: "",
    idNumber: "",
    phone: "",
    scope: "general",
    grantedOn: today,
    endsOn: addDays(today, YEAR_DAYS),
  };
}

/** Naming somebody: who they are, what they may do and until when, and the paper that says so. */
export function RepresentativeForm({
  caseId,
  onClose,
}: {
  readonly caseId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [today] = useState(() => shanghaiDateOf(new Date()));
  const [given, setGiven] = useState(() => blank(today));
  const [file, setFile] = useState<File>();
  const [checked, setChecked] = useState(false);
  const [fraction, setFraction] = useState(0);
  const naming = useSend({
    run: (input: { given: NewRepresentative; file: File }, key) =>
      nameRepresentative(caseId, input.given, input.file, {
        key,
        words: { paper: t("representatives.paper"), source: t("representatives.paperSource") },
        onProgress: setFraction,
      }),
    done: t("representatives.done"),
    onDone: onClose,
  });
  const faults = faultsOf(given, today);
  const change = (part: Partial<NewRepresentative>) => setGiven((before) => ({ ...before, ...part }));
  const text = (key: "name" | "standing" | "idNumber" | "phone" | "grantedOn" | "endsOn") => {
    const fault = checked ? faults[key] : undefined;
    return {
      value: given[key],
      maxLength: 50,
      onChange: (event: { target: { value: string } }) => change({ [key]: event.target.value }),
      ...(fault === undefined ? {} : { error: t(`representatives.${fault}`) }),
    };
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    setFraction(0);
    if (file && Object.keys(faults).length === 0) naming.mutate({ given: trimmed(given), file });
    else focusFault(event.currentTarget);
  };
  return (
    <Card title={t("representatives.add")}>
      <form className="b-stack" onSubmit={submit} noValidate>
        <RadioList
          legend={t("representatives.kindLegend")}
          inline
          value={given.kind}
          onChange={(kind) => change({ kind })}
          choices={REPRESENTATIVE_KINDS.map((value) => ({
            value,
            label: t(`representatives.kind.${value}`),
          }))}
        />
        <Field label={t("representatives.name")} autoComplete="off" {...text("name")} />
        <Field
          label={t(`representatives.standing.${given.kind}`)}
          hint={t(`representatives.standingHint.${given.kind}`)}
          autoComplete="off"
          {...text("standing")}
        />
        <Field
          label={t("representatives.idNumber")}
          hint={t("representatives.idHint")}
          autoComplete="off"
          {...text("idNumber")}
        />
        <Field
          label={t("representatives.phone")}
          hint={t("representatives.phoneHint")}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          {...text("phone")}
        />
        <RadioList
          legend={t("representatives.scopeLegend")}
          value={given.scope}
          onChange={(scope) => change({ scope })}
          choices={REPRESENTATION_SCOPES.map((value) => ({
            value,
            label: t(`representatives.scope.${value}`),
            text: t(`representatives.scopeText.${value}`),
          }))}
        />
        <Field label={t("representatives.grantedOn")} type="date" {...text("grantedOn")} />
        <Field label={t("representatives.endsOn")} type="date" {...text("endsOn")} />
        <PaperField file={file} missing={checked && !file} onChoose={setFile} />
        {naming.error && <Problem error={naming.error} />}
        <Button type="submit" wide busy={naming.isPending}>
          {naming.isPending
            ? t("representatives.submitting", { percent: Math.round(fraction * 100) })
            : t("representatives.submit")}
        </Button>
        <Button wide tone="plain" disabled={naming.isPending} onClick={onClose}>
          {t("representatives.cancel")}
        </Button>
      </form>
    </Card>
  );
}

interface PaperFieldProps {
  readonly file: File | undefined;
  readonly missing: boolean;
  readonly onChoose: (file: File | undefined) => void;
}

function PaperField({ file, missing, onChoose }: PaperFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="b-field b-file">
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-describedby={`${id}-hint`}
        aria-invalid={missing}
        onChange={(event) => onChoose(event.target.files?.[0])}
      />
      <label htmlFor={id} className="b-button b-button-plain">
        {t(file ? "representatives.paperChange" : "representatives.paperChoose")}
      </label>
      <span id={`${id}-hint`} className="b-hint">
        {file ? t("representatives.paperChosen", { name: file.name }) : t("representatives.paperHint")}
      </span>
      {missing && (
        <span className="b-error" role="alert">
          {t("representatives.paperNeeded")}
        </span>
      )}
    </div>
  );
}

function trimmed(given: NewRepresentative): NewRepresentative {
  const { name, standing, idNumber, phone } = given;
  return {
    ...given,
    name: name.trim(),
    standing: standing.trim(),
    idNumber: idNumber.trim().toUpperCase(),
    phone: phone.trim(),
  };
}
