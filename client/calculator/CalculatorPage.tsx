import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { shanghaiDateOf } from "../../shared/calendar/shanghai.ts";
import { Notice } from "../borrower/ui/Notice.tsx";
import { Page } from "../borrower/ui/Page.tsx";
import { calculate, searchOf, startingState, stateOf } from "./calculation.ts";
import { CalculatorForm } from "./CalculatorForm.tsx";
import { CalculatorResult } from "./CalculatorResult.tsx";
import { faultsOf } from "./faults.ts";
import { ShareLink } from "./ShareLink.tsx";
import "./calculator.css";

/** Browsers limit how often a page may change its address. */
const ADDRESS_AFTER_MS = 400;

/**
 * Anybody's calculator: the engine of the rooms in the browser. Its figures stand in the fragment of the address, which
 * browsers send to no server and which so reaches no log; a link that carries them as a query is read too.
 */
export function CalculatorPage() {
  const { t } = useTranslation();
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const [start] = useState(() => startingState(shanghaiDateOf(new Date())));
  const [state, setState] = useState(() =>
    stateOf(new URLSearchParams(hash === "" ? search : hash.slice(1)), start),
  );
  useEffect(() => {
    const timer = setTimeout(
      () => void navigate({ hash: searchOf(state, start).toString() }, { replace: true }),
      ADDRESS_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [state, start, navigate]);
  const shown = useDeferredValue(state);
  const { request, answer } = useMemo(() => calculate(shown), [shown]);
  return (
    <Page title={t("calculator.title")} lead={t("calculator.intro")}>
      <div className="calculator">
        <CalculatorForm
          state={state}
          faults={answer.ok ? {} : faultsOf(answer.problems)}
          onChange={(changes) => setState((before) => ({ ...before, ...changes }))}
        />
        <div className="b-stack">
          {answer.ok ? (
            <CalculatorResult request={request} quote={answer.quote} />
          ) : (
            <Notice tone="warn">{t("calculator.cannot")}</Notice>
          )}
          <ShareLink search={searchOf(state, start)} />
          <p className="b-hint">{t("calculator.note")}</p>
          <p className="b-hint">{t("calculator.program")}</p>
        </div>
      </div>
    </Page>
  );
}
