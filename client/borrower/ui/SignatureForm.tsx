import { type ComponentProps, type FormEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameName } from "../../../shared/agreements/signing.ts";
import { CodeSender } from "../CodeSender.tsx";
import { Button } from "./Button.tsx";
import { Card } from "./Card.tsx";
import { Checkbox } from "./Checkbox.tsx";
import { Field } from "./Field.tsx";
import { focusFault } from "./focusFault.ts";
import { Notice } from "./Notice.tsx";
import { type Signature, SignaturePad } from "./SignaturePad.tsx";

export interface Signed {
  readonly signature: Signature;
  readonly oneTimeCode: string;
}

interface SignatureFormProps {
  /** The name as it stands in the document. */
  readonly signerName: string | null;
  readonly wording: string;
  readonly submitLabel: string;
  readonly busy: boolean;
  /** What the server said against it. */
  readonly refused: ReactNode;
  readonly above?: ReactNode;
  readonly sendCode: ComponentProps<typeof CodeSender>["send"];
  /** Answers `settled` when it may be sent again. */
  readonly onSign: (signed: Signed, settled: () => void) => void;
}

/** A code to the number on file, a name by hand or by keyboard, and a sentence agreed to. */
export function SignatureForm(props: SignatureFormProps) {
  const { t } = useTranslation();
  const { signerName, onSign } = props;
  const [oneTimeCode, setOneTimeCode] = useState("");
  const [signature, setSignature] = useState<Signature>();
  const [consent, setConsent] = useState(false);
  const [checked, setChecked] = useState(false);
  const codeFits = /^\d{6}$/.test(oneTimeCode);
  const nameFault = faultOfName(signature, signerName);
  // Two taps in one breath come before the button can be seen to be busy.
  const sent = useRef(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sent.current) return;
    setChecked(true);
    if (!codeFits || signature === undefined || nameFault !== undefined || !consent) {
      focusFault(event.currentTarget);
      return;
    }
    sent.current = true;
    onSign({ signature, oneTimeCode }, () => {
      sent.current = false;
    });
  };
  const missing = checked ? missingParts({ codeFits, named: nameFault === undefined, consent }) : [];
  return (
    <form className="b-stack" onSubmit={submit} noValidate>
      {props.above}
      <Card title={t("mySigning.signing.codeTitle")}>
        <CodeSender send={props.sendCode} />
        <Field
          label={t("mySigning.signing.code")}
          {...(checked && !codeFits ? { error: t("mySigning.signing.codeNeeded") } : {})}
          value={oneTimeCode}
          onChange={(event) => setOneTimeCode(event.target.value.replace(/\D/g, "").slice(0, 6))}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </Card>
      <Card title={t("mySigning.signing.nameTitle")}>
        <p className="b-hint">{t("mySigning.signing.typedHint", { name: signerName ?? "" })}</p>
        <SignaturePad onChange={setSignature} />
        {checked && nameFault !== undefined && (
          <p className="b-error" role="alert">
            {t(`mySigning.signing.${nameFault}`)}
          </p>
        )}
      </Card>
      <Card title={t("mySigning.signing.consentTitle")}>
        <Checkbox
          label={<span lang="zh-CN">{props.wording}</span>}
          checked={consent}
          onChange={(event) => setConsent(event.target.checked)}
        />
        {checked && !consent && (
          <p className="b-error" role="alert">
            {t("mySigning.signing.consentNeeded")}
          </p>
        )}
      </Card>
      {missing.length > 0 && (
        <Notice tone="warn">
          {t("mySigning.signing.missing", {
            parts: missing
              .map((part) => t(`mySigning.signing.part.${part}`))
              .join(t("mySigning.signing.and")),
          })}
        </Notice>
      )}
      {props.refused}
      <Button type="submit" wide busy={props.busy}>
        {props.submitLabel}
      </Button>
    </form>
  );
}

/** What still keeps a tap from signing; said beside the button, so that no tap is without an answer. */
function missingParts(given: { codeFits: boolean; named: boolean; consent: boolean }) {
  const parts: ("code" | "name" | "consent")[] = [];
  if (!given.codeFits) parts.push("code");
  if (!given.named) parts.push("name");
  if (!given.consent) parts.push("consent");
  return parts;
}

function faultOfName(
  signature: Signature | undefined,
  onFile: string | null,
): "nameNeeded" | "nameDiffers" | undefined {
  if (signature === undefined) return "nameNeeded";
  const differs = signature.kind === "typed" && onFile !== null && !isSameName(signature.name, onFile);
  return differs ? "nameDiffers" : undefined;
}
