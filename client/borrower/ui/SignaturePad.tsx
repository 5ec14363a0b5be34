import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type InkTools, SignatureCanvas } from "../../ui/SignatureCanvas.tsx";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";

/** Either ink as a PNG data URL, or the typed name. */
export type Signature =
  { readonly kind: "drawn"; readonly png: string } | { readonly kind: "typed"; readonly name: string };

interface SignaturePadProps {
  /** `undefined` while there is nothing that could count as a signature. */
  readonly onChange: (signature: Signature | undefined) => void;
}

/** Signing by hand, or by typing the name for those who cannot draw. */
export function SignaturePad({ onChange }: SignaturePadProps) {
  const { t } = useTranslation();
  const [typing, setTyping] = useState(false);
  const [name, setName] = useState("");
  const swap = () => {
    setTyping(!typing);
    setName("");
    onChange(undefined);
  };
  const type = (value: string) => {
    setName(value);
    const trimmed = value.trim();
    onChange(trimmed === "" ? undefined : { kind: "typed", name: trimmed });
  };
  return (
    <div className="b-stack">
      {typing ? (
        <Field
          label={t("borrowerShell.signature.typedName")}
          value={name}
          autoComplete="name"
          onChange={(event) => type(event.target.value)}
        />
      ) : (
        <SignatureCanvas
          className="b-signature"
          label={t("borrowerShell.signature.label")}
          hint={t("borrowerShell.signature.hint")}
          onChange={(png) => onChange(png === undefined ? undefined : { kind: "drawn", png })}
          Tools={Tools}
        />
      )}
      <Button tone="quiet" onClick={swap}>
        {t(typing ? "borrowerShell.signature.drawInstead" : "borrowerShell.signature.typeInstead")}
      </Button>
    </div>
  );
}

function Tools({ empty, undo, clear }: InkTools) {
  const { t } = useTranslation();
  return (
    <div className="b-row">
      <Button tone="plain" disabled={empty} onClick={undo}>
        {t("borrowerShell.signature.undo")}
      </Button>
      <Button tone="plain" disabled={empty} onClick={clear}>
        {t("borrowerShell.signature.clear")}
      </Button>
    </div>
  );
}
