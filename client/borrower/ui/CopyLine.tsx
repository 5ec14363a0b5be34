import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";

/** Something to be typed elsewhere, such as an account number, with a button that copies it as it is. */
export function CopyLine({ label, text }: { readonly label: string; readonly text: string }) {
  const { t } = useTranslation();
  const [result, setResult] = useState<"copied" | "failed">();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setResult("copied");
    } catch {
      setResult("failed");
    }
  };
  return (
    <div className="b-copy">
      <div>
        <span className="b-hint">{label}</span>
        <strong>{text}</strong>
        <span aria-live="polite" className={result === "failed" ? "b-error" : "b-good"}>
          {result === "copied" && t("myPlan.copied")}
          {result === "failed" && t("myPlan.copyFailed")}
        </span>
      </div>
      <Button tone="plain" onClick={() => void copy()} aria-label={t("myPlan.copyOf", { label })}>
        {t("common.copy")}
      </Button>
    </div>
  );
}
