import { Alert, Button, Input, Select } from "antd";
import { memo, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import { MAX_NOTE_LENGTH, type OfferView } from "../../../shared/offers/offerView.ts";
import { useMe } from "../../api/me.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { errorText } from "../../i18n/text.ts";
import { EvidenceChoice } from "../exhibits/EvidenceChoice.tsx";
import { type Paper, paperId } from "../exhibits/paper.ts";
import { useLegalChecks } from "../law/api.ts";
import { type NewOffer, putOffer } from "./api.ts";
import type { CheckedClaim } from "./capWarnings.ts";
import { DraftResult } from "./DraftResult.tsx";
import { Field } from "./Field.tsx";
import { ScheduleFields } from "./ScheduleFields.tsx";
import { SuggestionPanel } from "./SuggestionPanel.tsx";
import { useOfferDraft } from "./useOfferDraft.ts";
import { type DebtName, WaiverFields } from "./WaiverFields.tsx";

type Drawn = Pick<NewOffer, "terms" | "note"> & { readonly openDays: number };

/** Where what the mediator draws up goes instead of to the other side, and the words for it. */
export interface DraftPurpose {
  readonly title: string;
  readonly submit: string;
  readonly saved: string;
  readonly note: string;
  /** Whether it is asked how long the offer will stand. */
  readonly asksDays: boolean;
  readonly save: (drawn: Drawn, key: string) => Promise<unknown>;
}

interface OfferFormProps {
  readonly caseId: string;
  readonly basis: TermsBasis;
  readonly debts: readonly DebtName[];
  readonly counters: OfferView | null;
  readonly compareWith: OfferView | null;
  readonly start: Pick<OfferView, "terms"> | null;
  readonly purpose?: DraftPurpose;
  readonly onChanged: (changed: boolean) => void;
  readonly onDone: () => void;
}

const OPEN_DAYS = [1, 3, 7, 14, 30] as const;
const DAY_MS = 86_400_000;
const UNCHECKED: readonly CheckedClaim[] = [];

/** The terms on one side, what follows from them on the other, and the command to put them below. */
export function OfferForm(props: OfferFormProps) {
  const { caseId, basis, debts, counters, compareWith, start, purpose, onChanged, onDone } = props;
  const { t } = useTranslation();
  const { data: me } = useMe();
  const draft = useOfferDraft(basis, start);
  const checks = useLegalChecks(caseId);
  const [note, setNote] = useState(purpose?.note ?? "");
  const [paper, setPaper] = useState<Paper>(null);
  const [days, setDays] = useState<number>(7);
  const [openedAt] = useState(() => Date.now());
  const [failure, setFailure] = useState<Error>();
  const changed = draft?.changed === true || note !== (purpose?.note ?? "") || paper !== null;
  useEffect(() => onChanged(changed), [onChanged, changed]);
  const put = useCommand<Omit<NewOffer, "exhibitId"> & { paper: Paper }, string>({
    run: async ({ paper: shown, ...offer }, key) => {
      if (purpose) {
        await purpose.save({ terms: offer.terms, note: offer.note, openDays: days }, key);
        return purpose.saved;
      }
      const exhibitId = await paperId(caseId, shown, t("offers.document"), key);
      const { status } = await putOffer(caseId, { ...offer, exhibitId }, key);
      return t(status === "open" ? "offers.done.put" : "offers.done.awaiting");
    },
    done: (said) => said,
    onDone,
    onFail: setFailure,
  });
  if (draft === null) return null;
  const decidesAlone = me?.role === "platform_approver";
  const needsApproval = draft.breaches.length > 0 && !decidesAlone;
  const submit = () => {
    setFailure(undefined);
    const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
    const said = { terms: draft.terms, note: note.trim() || null };
    put.mutate({ ...said, expiresAt, counters: counters?.id ?? null, paper });
  };
  return (
    <div className="offer-form">
      <SuggestionPanel caseId={caseId} update={draft.update} />
      <div className="offer-form-terms">
        <h3>{t("offers.editor.schedule")}</h3>
        <ScheduleFields draft={draft} />
        <h3>{t("offers.editor.waivers")}</h3>
        <WaiverFields
          waivers={draft.terms.waivers}
          problems={draft.problems}
          update={draft.update}
          basis={basis}
          debts={debts}
        />
        <h3>{t("offers.editor.message")}</h3>
        <MessageFields
          note={note}
          days={days}
          openedAt={openedAt}
          onNote={setNote}
          onDays={purpose?.asksDays === false ? null : setDays}
        />
        {!purpose && <EvidenceChoice caseId={caseId} paper={paper} onChange={setPaper} />}
      </div>
      <section className="offer-form-result" aria-label={t("offers.editor.result")}>
        <DraftResult
          draft={draft}
          basis={basis}
          checked={checks.data?.contracts ?? UNCHECKED}
          compareWith={compareWith}
          policy={basis.policy ? (decidesAlone ? "own_decision" : "binding") : "hidden"}
        />
      </section>
      <footer className="offer-form-foot">
        {failure && <Failure error={failure} />}
        <Button
          type="primary"
          size="large"
          loading={put.isPending}
          disabled={draft.schedule === null}
          onClick={submit}
        >
          {purpose?.submit ?? t(needsApproval ? "offers.editor.submitForApproval" : "offers.editor.submit")}
        </Button>
      </footer>
    </div>
  );
}

interface MessageFieldsProps {
  readonly note: string;
  readonly days: number;
  readonly openedAt: number;
  readonly onNote: (note: string) => void;
  /** Null where the end is set another time. */
  readonly onDays: ((days: number) => void) | null;
}

/** What goes with the terms: a note, and how long the offer stands. */
const MessageFields = memo(function MessageFields(props: MessageFieldsProps) {
  const { note, days, openedAt, onNote, onDays } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Field id="offer-note" label={t("offers.editor.noteLabel")}>
        <Input.TextArea
          id="offer-note"
          value={note}
          maxLength={MAX_NOTE_LENGTH}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder={t("offers.editor.notePlaceholder")}
          onChange={(event) => onNote(event.target.value)}
        />
      </Field>
      {onDays && (
        <Field
          id="offer-expiry"
          label={t("offers.editor.expiry")}
          hint={t("offers.editor.expiryUntil", {
            instant: formatDateTime(new Date(openedAt + days * DAY_MS), language),
          })}
        >
          <Select
            id="offer-expiry"
            value={days}
            options={OPEN_DAYS.map((count) => ({ value: count, label: t("common.days", { count }) }))}
            onChange={onDays}
          />
        </Field>
      )}
    </>
  );
});

function Failure({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const traceId = error instanceof ApiProblem ? error.traceId : undefined;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={errorText(error)}
      {...(traceId === undefined ? {} : { description: `${t("common.traceId")} ${traceId}` })}
    />
  );
}
