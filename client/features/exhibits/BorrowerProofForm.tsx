import { type ChangeEvent, type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Field } from "../../borrower/ui/Field.tsx";
import { focusFault } from "../../borrower/ui/focusFault.ts";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { RadioList } from "../../borrower/ui/RadioList.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { addExhibit, type EvidenceGroup } from "./api.ts";

const KINDS = ["income", "unemployed", "illness", "family", "repayment", "other"] as const;
type Kind = (typeof KINDS)[number];
type Readers = "mediator" | "both";

/** A payment belongs beside the lender's own account of payments; a person's situation is a group of its own at the end. */
const GROUPS: Record<Kind, EvidenceGroup> = {
  income: 5,
  unemployed: 5,
  illness: 5,
  family: 5,
  repayment: 3,
  other: 5,
};

interface Proof {
  readonly file: File;
  readonly kind: Kind;
  readonly name: string;
  readonly readers: Readers;
}

export function ProofForm({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("income");
  const [typedName, setTypedName] = useState<string>();
  const [readers, setReaders] = useState<Readers>("mediator");
  const [file, setFile] = useState<File>();
  const [checked, setChecked] = useState(false);
  const [fraction, setFraction] = useState(0);
  const name = typedName ?? t(`myPlan.proof.kinds.${kind}`);
  const adding = useSend({
    run: (proof: Proof, key) => {
      const what = t(`myPlan.proof.kinds.${proof.kind}`);
      const given = {
        name: proof.name,
        groupNo: GROUPS[proof.kind],
        source: t("myPlan.proof.source"),
        proves: what,
        purpose: what,
        audience:
          proof.readers === "both"
            ? (["borrower", "platform", "mediator"] as const)
            : (["borrower", "mediator"] as const),
        disclosure: "without_prejudice" as const,
      };
      return addExhibit(caseId, proof.file, given, { idempotencyKey: key, onProgress: setFraction });
    },
    done: t("myPlan.proof.done"),
    onDone: () => {
      setFile(undefined);
      setTypedName(undefined);
      setChecked(false);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    setFraction(0);
    if (file && name.trim() !== "") adding.mutate({ file, kind, name: name.trim(), readers });
    else focusFault(event.currentTarget);
  };
  return (
    <Card>
      <form className="b-stack" onSubmit={submit} noValidate>
        <RadioList
          legend={t("myPlan.proof.kind")}
          inline
          value={kind}
          onChange={setKind}
          choices={KINDS.map((value) => ({ value, label: t(`myPlan.proof.kinds.${value}`) }))}
        />
        <Field
          label={t("myPlan.proof.name")}
          {...(checked && name.trim() === "" ? { error: t("myPlan.proof.nameNeeded") } : {})}
          value={name}
          maxLength={120}
          onChange={(event) => setTypedName(event.target.value)}
        />
        <FileField file={file} missing={checked && !file} onChoose={setFile} />
        <RadioList
          legend={t("myPlan.proof.who")}
          value={readers}
          onChange={setReaders}
          choices={(["mediator", "both"] as const).map((value) => ({
            value,
            label: t(`myPlan.proof.${value}`),
            text: t(`myPlan.proof.${value}Text`),
          }))}
        />
        {adding.error && <Problem error={adding.error} />}
        <Button type="submit" wide busy={adding.isPending}>
          {adding.isPending
            ? t("myPlan.proof.uploading", { percent: Math.round(fraction * 100) })
            : t("myPlan.proof.submit")}
        </Button>
      </form>
    </Card>
  );
}

interface FileFieldProps {
  readonly file: File | undefined;
  readonly missing: boolean;
  readonly onChoose: (file: File | undefined) => void;
}

/** The browser's own file input, the label drawn as a button; the phone offers camera, photos and files. */
function FileField({ file, missing, onChoose }: FileFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>) => onChoose(event.target.files?.[0]);
  return (
    <div className="b-field b-file">
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-describedby={`${id}-hint`}
        aria-invalid={missing}
        onChange={choose}
      />
      <label htmlFor={id} className="b-button b-button-plain">
        {t(file ? "myPlan.proof.change" : "myPlan.proof.file")}
      </label>
      <span id={`${id}-hint`} className="b-hint">
        {file
          ? t("myPlan.proof.chosen", { name: file.name, size: sizeText(file.size) })
          : t("myPlan.proof.fileHint")}
      </span>
      {missing && (
        <span className="b-error" role="alert">
          {t("myPlan.proof.fileNeeded")}
        </span>
      )}
    </div>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(Math.round(bytes / 1000), 1)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
