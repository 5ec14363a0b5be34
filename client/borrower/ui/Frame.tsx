import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../../ui/LanguageSwitch.tsx";
import "../../ui/base.css";
import "./borrower.css";

interface FrameTitle {
  readonly set: (centre: string | undefined) => void;
}

const FrameContext = createContext<FrameTitle>({ set: () => undefined });

/** Puts the centre's name into the header while the calling page is shown. */
export function useCentreName(centre: string | undefined): void {
  const { set } = useContext(FrameContext);
  useEffect(() => {
    set(centre);
    return () => set(undefined);
  }, [centre, set]);
}

/** Header, main and the ground everything of the borrower's entry stands on. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [centre, setCentre] = useState<string>();
  const title = useMemo<FrameTitle>(() => ({ set: setCentre }), []);
  return (
    <FrameContext value={title}>
      <a className="skip-link" href="#content">
        {t("common.skipToContent")}
      </a>
      <header className="b-header">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <div className="b-header-text">
          <strong>{centre ?? t("borrowerShell.service")}</strong>
          <span>{t("borrowerShell.neutral")}</span>
        </div>
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1} className="b-main">
        {children}
      </main>
    </FrameContext>
  );
}
