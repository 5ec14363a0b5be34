import { Button, Checkbox } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import {
  shareOfLine,
  type TermsBasis,
  waivableLines,
  type WaivableLine,
  waivedOf,
  withWaiver,
} from "../../../shared/offers/draftTerms.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import type { TermsProblem } from "../../../shared/plans/termsProblem.ts";
import { Money } from "../../ui/Money.tsx";
import { isOf, withTypedWaiver } from "./plan/typedWaiver.ts";
import type { OfferDraft, UpdateTerms } from "./useOfferDraft.ts";
import { YuanInput } from "./YuanInput.tsx";

export interface DebtName {
  readonly id: string;
  readonly contractNumber: string;
  readonly product: string | null;
}

interface WaiverFieldsProps {
  readonly waivers: Terms["waivers"];
  readonly problems: OfferDraft["problems"];
  readonly update: UpdateTerms;
  readonly basis: TermsBasis;
  readonly debts: readonly DebtName[];
}

/** What is given up of each component of each debt; drawn again only when that changes, for it is most of the form. */
export const WaiverFields = memo(function WaiverFields(props: WaiverFieldsProps) {
  const { waivers, problems, update, basis, debts } = props;
  const { t } = useTranslation();
  const lines = waivableLines(basis);
  const general = problems.find(({ pointer }) => pointer === "/waivers");
  const waiveAll = (wanted: readonly WaivableLine[]) =>
    update((terms) =>
      wanted.reduce((next, line) => withWaiver(next, line, line.fen, waivedOf(next, line).when), terms),
    );
  const sideLines = lines.filter(({ component }) => component === "penalty" || component === "fee");
  const debtIds = [...new Set(lines.map((line) => line.debtId))];
  return (
    <>
      <div className="offer-shortcuts">
        {sideLines.length > 0 && (
          <Button size="small" onClick={() => waiveAll(sideLines)}>
            {t("offers.editor.waivePenaltiesAndFees")}
          </Button>
        )}
        <Button
          size="small"
          disabled={waivers.length === 0}
          onClick={() => update((terms) => ({ ...terms, waivers: [] }))}
        >
          {t("offers.editor.waiveNothing")}
        </Button>
      </div>
      {debtIds.map((debtId) => {
        const debt = debts.find(({ id }) => id === debtId);
        return (
          <fieldset key={debtId} className="waiver-debt">
            <legend>
              {debt?.product ?? ""} <span className="tabular">{debt?.contractNumber ?? ""}</span>
            </legend>
            {lines
              .filter((line) => line.debtId === debtId)
              .map((line) => (
                <WaiverLine
                  key={line.component}
                  line={line}
                  waived={waivedOf({ waivers }, line)}
                  problem={problemOf(line, waivers, problems)}
                  update={update}
                />
              ))}
          </fieldset>
        );
      })}
      {general && (
        <p className="offer-problem" role="alert">
          {t(`planForm.problem.${general.code}`, general.params)}
        </p>
      )}
    </>
  );
});

const SHARES = [0, 25, 50, 75, 100] as const;

/** What is wrong with what is given up of this very line. */
function problemOf(
  line: WaivableLine,
  waivers: Terms["waivers"],
  problems: OfferDraft["problems"],
): TermsProblem | undefined {
  const at = waivers.findIndex((waiver) => isOf(waiver, line));
  if (at < 0) return undefined;
  return problems.find(
    ({ pointer }) => pointer === `/waivers/${at}` || pointer.startsWith(`/waivers/${at}/`),
  );
}

interface WaiverLineProps extends Pick<WaiverFieldsProps, "update"> {
  readonly line: WaivableLine;
  readonly waived: ReturnType<typeof waivedOf>;
  readonly problem: TermsProblem | undefined;
}

function WaiverLine({ line, waived, problem, update }: WaiverLineProps) {
  const { t } = useTranslation();
  const id = `waive-${line.debtId}-${line.component}`;
  const component = t(`words.component.${line.component}`);
  const waive = (fen: number, when = waived.when) =>
    update((terms) => withTypedWaiver(terms, line, fen, when));
  return (
    <div className="waiver-line">
      <div className="waiver-name">
        {component}
        <small>
          <Money fen={line.fen} />
        </small>
      </div>
      <YuanInput
        {...(problem && { status: "error", "aria-invalid": true, "aria-describedby": `${id}-problem` })}
        id={id}
        label={t("offers.editor.waiverOf", { component })}
        fen={waived.fen}
        onChange={(fen) => waive(fen)}
      />
      <div className="waiver-shares">
        {SHARES.map((percent) => {
          const fen = shareOfLine(line, percent);
          return (
            <button
              key={percent}
              type="button"
              aria-pressed={waived.fen === fen}
              aria-label={t("offers.editor.share", { percent, component })}
              onClick={() => waive(fen)}
            >
              {percent}%
            </button>
          );
        })}
      </div>
      {problem && (
        <small id={`${id}-problem`} className="plan-problem waiver-problem" role="alert">
          {t(`planForm.problem.${problem.code}`, problem.params)}
        </small>
      )}
      {waived.fen > 0 && (
        <Checkbox
          className="waiver-when"
          checked={waived.when === "on_completion"}
          onChange={(event) => waive(waived.fen, event.target.checked ? "on_completion" : "at_signing")}
        >
          {t("offers.editor.onCompletion")}
        </Checkbox>
      )}
    </div>
  );
}
