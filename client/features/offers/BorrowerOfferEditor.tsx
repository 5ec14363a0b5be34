import { type FormEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { isRate } from "../../../shared/money/rate.ts";
import type { PayeeAccount, Terms } from "../../../shared/plans/terms.ts";
import type { TermsProblem } from "../../../shared/plans/termsProblem.ts";
import { validateTerms } from "../../../shared/plans/validateTerms.ts";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import { financedFen } from "../../../shared/offers/planShape.ts";
import { MAX_NOTE_LENGTH, type OfferView } from "../../../shared/offers/offerView.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Confirm } from "../../borrower/ui/Confirm.tsx";
import { TextField } from "../../borrower/ui/Field.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { RadioList } from "../../borrower/ui/RadioList.tsx";
import { useSend } from "../../borrower/useSend.ts";
import type { CaseFile } from "../cases/types.ts";
import { PaperChoice } from "../exhibits/BorrowerPaper.tsx";
import { type Paper, paperId } from "../exhibits/paper.ts";
import { type NewOffer, putOffer, useBorrowerOffers, useTermsBasis } from "./borrowerApi.ts";
import { BorrowerSuggestions } from "./BorrowerSuggestions.tsx";
import { draftAfter, draftFrom, type OfferDraft, startDraft, termsOfDraft } from "./borrowerTerms.ts";
import { DraftFields } from "./BorrowerDraftFields.tsx";
import { BorrowerDraftResult } from "./BorrowerDraftResult.tsx";
import type { PlanDraft } from "./plan/draft.ts";
import { LineWaivers } from "./plan/LineWaivers.tsx";
import { MorePlan, Section } from "./plan/MorePlan.tsx";
import { useAnswering } from "./useAnswering.ts";
import { useRecompute } from "./plan/useRecompute.ts";

const DAYS = ["3", "7", "14"] as const;
const DAY_MS = 86_400_000;

/** The borrower's own offer: a few sliders, and the whole schedule computed while they move. */
export function BorrowerOfferEditor() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page
          title={t("myOffers.editor.title")}
          lead={t("myOffers.editor.lead")}
          above={<BackLink to="/case/offers" label={t("myOffers.title")} />}
        >
          <WithBasis caseId={file.id} debts={file.debts} />
        </Page>
      )}
    </InCase>
  );
}

type Debts = CaseFile["debts"];

function WithBasis({ caseId, debts }: { readonly caseId: string; readonly debts: Debts }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const basis = useTermsBasis(caseId);
  const offers = useBorrowerOffers(caseId);
  const counters = search.get("counters");
  return (
    <Loaded of={basis}>
      {(found) => (
        <Loaded of={offers}>
          {(all) => {
            if (all.some((offer) => offer.by === "borrower" && offer.status === "open"))
              return <Notice tone="info">{t("myOffers.editor.ownOpen")}</Notice>;
            if (found.payeeAccount === null)
              return <Notice tone="warn">{t("myOffers.editor.noAccount")}</Notice>;
            const countered = all.find(
              (offer) => offer.id === counters && offer.abilities.includes("counter"),
            );
            return (
              <Editor
                caseId={caseId}
                debts={debts}
                basis={found}
                payee={found.payeeAccount}
                countered={countered ?? null}
              />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

interface EditorProps {
  readonly caseId: string;
  readonly debts: Debts;
  readonly basis: TermsBasis;
  readonly payee: PayeeAccount;
  readonly countered: OfferView | null;
}

function Editor({ caseId, debts, basis, payee, countered }: EditorProps) {
  const { t } = useTranslation();
  const against = countered?.terms ?? null;
  const [draft, keepDraft] = useState(() => startDraft(basis, against));
  const begin = useRecompute();
  const setDraft = (next: OfferDraft) => {
    begin();
    keepDraft(next);
  };
  const [note, setNote] = useState("");
  const [days, setDays] = useState<(typeof DAYS)[number]>("7");
  const [paper, setPaper] = useState<Paper>(null);
  const [asking, setAsking] = useState(false);
  useAnswering(countered);
  const terms = useMemo(() => termsOfDraft(basis, payee, draft, against), [basis, payee, draft, against]);
  const problems = useMemo(() => validateTerms(basis, terms, basis.today), [basis, terms]);
  const plan: PlanDraft = {
    terms,
    problems,
    today: basis.today,
    financed: useMemo(() => financedFen(basis, terms), [basis, terms]),
    change: (next) => setDraft(draftAfter(next, terms, draft)),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problems.length === 0) setAsking(true);
  };
  return (
    <form className="b-stack" onSubmit={submit} noValidate>
      {countered && (
        <Notice tone="info">{t("myOffers.editor.counters", { number: countered.number })}</Notice>
      )}
      <BorrowerSuggestions
        caseId={caseId}
        annualRate={isRate(draft.shape.annualRate) ? draft.shape.annualRate : "0"}
        onUse={(suggested) => setDraft(draftFrom(suggested, draft))}
      />
      <DraftFields basis={basis} plan={plan} draft={draft} countered={against} onChange={setDraft} />
      <Card title={t("planForm.more")}>
        <MorePlan draft={plan}>
          <Section
            title={t("planForm.waivers")}
            chosen={draft.lineWaivers !== null}
            wrong={problems.some(({ pointer }) => pointer.startsWith("/waivers/"))}
          >
            <LineWaivers draft={plan} basis={basis} debts={debts} />
          </Section>
        </MorePlan>
      </Card>
      <div aria-live="polite">
        <Card title={t("myOffers.editor.result")}>
          {problems.length > 0 ? (
            <Faults problems={problems} />
          ) : (
            <BorrowerDraftResult caseId={caseId} basis={basis} terms={terms} />
          )}
        </Card>
      </div>
      <Card>
        <TextField
          label={t("myOffers.editor.note")}
          hint={t("myOffers.editor.noteHint")}
          value={note}
          maxLength={MAX_NOTE_LENGTH}
          onChange={(event) => setNote(event.target.value)}
        />
        <PaperChoice caseId={caseId} paper={paper} onChange={setPaper} />
        <RadioList
          inline
          legend={t("myOffers.editor.days")}
          value={days}
          onChange={setDays}
          choices={DAYS.map((value) => ({
            value,
            label: t("myOffers.editor.daysValue", { count: Number(value) }),
          }))}
        />
      </Card>
      <Button type="submit" wide disabled={problems.length > 0}>
        {t("myOffers.editor.submit")}
      </Button>
      <Put
        caseId={caseId}
        terms={terms}
        note={note}
        paper={paper}
        days={Number(days)}
        counters={countered?.id ?? null}
        open={asking}
        onClose={() => setAsking(false)}
      />
    </form>
  );
}

/** One sentence for what a person can mend here; a sum of every code would help nobody. */
function Faults({ problems }: { readonly problems: readonly TermsProblem[] }) {
  const { t } = useTranslation();
  const codes = new Set(problems.map((problem) => problem.code));
  const text = codes.has("nothing_left_to_pay")
    ? t("myOffers.editor.nothingLeft")
    : codes.has("not_after_down_payment")
      ? t("myOffers.editor.firstAfterDown")
      : codes.has("in_the_past")
        ? t("myOffers.editor.past")
        : t("myOffers.editor.wrongTerms");
  return <Notice tone="warn">{text}</Notice>;
}

interface PutProps {
  readonly caseId: string;
  readonly terms: Terms;
  readonly note: string;
  readonly paper: Paper;
  readonly days: number;
  readonly counters: string | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

function Put({ caseId, terms, note, paper, days, counters, open, onClose }: PutProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const putting = useSend({
    run: async ({ paper: shown, ...body }: Omit<NewOffer, "exhibitId"> & { paper: Paper }, key) => {
      const exhibitId = await paperId(caseId, shown, t("myOffers.document"), key);
      return await putOffer(caseId, { ...body, exhibitId }, key);
    },
    done: t("myOffers.editor.done"),
    onDone: () => void navigate("/case/offers", { replace: true }),
  });
  const [expiresAt, setExpiresAt] = useState<string>();
  const put = () => {
    // Kept for another try after the network failed: the same intent must be the same words.
    const until = putting.isError && expiresAt !== undefined ? expiresAt : inDays(days);
    setExpiresAt(until);
    putting.mutate({ terms, note: note.trim(), expiresAt: until, counters, paper });
  };
  return (
    <Confirm
      open={open}
      title={t("myOffers.editor.sureTitle")}
      sure={t("myOffers.editor.sure")}
      keep={t("myOffers.keep")}
      busy={putting.isPending}
      error={putting.error}
      onSure={put}
      onClose={onClose}
    >
      <p>{t("myOffers.editor.sureText")}</p>
    </Confirm>
  );
}

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}
