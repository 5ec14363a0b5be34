import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../borrower/ui/Button.tsx";

/** The address of this calculation, for a message to somebody. */
export function ShareLink({ search }: { readonly search: URLSearchParams }) {
  const { t } = useTranslation();
  const [result, setResult] = useState<"copied" | "failed">();
  const copy = async () => {
    try {
      const { origin, pathname } = window.location;
      await navigator.clipboard.writeText(`${origin}${pathname}#${search.toString()}`);
      setResult("copied");
    } catch {
      setResult("failed");
    }
  };
  return (
    <div className="b-acts">
      <Button tone="plain" wide onClick={() => void copy()}>
        {t("calculator.share")}
      </Button>
      <p className="b-hint">{t("calculator.shareHint")}</p>
      <div aria-live="polite" className={result === "failed" ? "b-error" : "b-good"}>
        {result === "copied" && t("calculator.shared")}
        {result === "failed" && t("calculator.shareFailed")}
      </div>
    </div>
  );
}
