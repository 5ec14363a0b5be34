import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { ApiProblem } from "../../api/problem.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { useMay } from "../../borrower/session.ts";
import { ButtonLink } from "../../borrower/ui/ButtonLink.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Confirm } from "../../borrower/ui/Confirm.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { formatFen } from "../../i18n/format.ts";
import type { CaseFile } from "../cases/types.ts";
import { useIsRoundOpen } from "../proposals/api.ts";
import { BorrowerProposals } from "../proposals/BorrowerProposals.tsx";
import { acceptOffer, endOffer, useBorrowerOffers } from "./borrowerApi.ts";
import { BorrowerOfferDrafts } from "./BorrowerOfferDrafts.tsx";
import { type OfferAct, OfferCard } from "./BorrowerOfferCard.tsx";

/** What lies on the table, the newest first, and what was said before. */
export function BorrowerOffers() {
  return <InCase>{(file) => <Offers file={file} />}</InCase>;
}

interface Chosen {
  readonly act: OfferAct;
  readonly offer: OfferView;
}

function Offers({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation();
  const offers = useBorrowerOffers(file.id);
  const [chosen, setChosen] = useState<Chosen>();
  return (
    <Page title={t("myOffers.title")} lead={t("myOffers.lead")} above={<BackLink />}>
      <Loaded of={offers}>
        {(found) => (
          <>
            <BorrowerProposals caseId={file.id} />
            <BorrowerOfferDrafts caseId={file.id} />
            <OfferList file={file} offers={found} onAct={(act, offer) => setChosen({ act, offer })} />
            <Decision file={file} chosen={chosen} onClose={() => setChosen(undefined)} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface OfferListProps {
  readonly file: CaseFile;
  readonly offers: readonly OfferView[];
  readonly onAct: (act: OfferAct, offer: OfferView) => void;
}

function OfferList({ file, offers, onAct }: OfferListProps) {
  const { t } = useTranslation();
  const current = offers.filter((offer) => offer.status === "open" || offer.status === "accepted");
  const earlier = offers.filter((offer) => !current.includes(offer));
  const round = useIsRoundOpen(file.id);
  const mayPut = useMay("offer:put");
  const bargaining = file.stage === "negotiating" && !file.paused;
  const ownOpen = offers.some((offer) => offer.by === "borrower" && offer.status === "open");
  const theirs = offers.some((offer) => offer.abilities.includes("counter"));
  return (
    <>
      {current.length === 0 && !round && (
        <Card title={t("myOffers.none")}>
          <p>{t(bargaining ? "myOffers.noneText" : "myOffers.notYet")}</p>
        </Card>
      )}
      {current.map((offer) => (
        <OfferCard key={offer.id} offer={offer} onAct={onAct} />
      ))}
      {bargaining && mayPut && !round && !ownOpen && !theirs && (
        <ButtonLink to="/case/offers/new">{t("myOffers.put")}</ButtonLink>
      )}
      {offers.length > 1 && (
        <ButtonLink to="/case/offers/compare" tone="plain">
          {t("plans.compare")}
        </ButtonLink>
      )}
      {bargaining && (
        <ButtonLink to="/case/talk?with=caucus" tone="quiet">
          {t("myOffers.askFirst")}
        </ButtonLink>
      )}
      {earlier.length > 0 && (
        <details className="b-details">
          <summary>{t("myOffers.history", { count: earlier.length })}</summary>
          <div className="b-stack">
            {earlier.map((offer) => (
              <OfferCard key={offer.id} offer={offer} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

interface DecisionProps {
  readonly file: CaseFile;
  readonly chosen: Chosen | undefined;
  readonly onClose: () => void;
}

/** Accepting, declining, withdrawing: each asked once more with what follows from it. */
function Decision({ chosen, onClose }: DecisionProps) {
  const { t } = useTranslation();
  const act = chosen?.act ?? "accept";
  const done = { accept: "accepted", decline: "declined", withdraw: "withdrawn" } as const;
  const deciding = useSend({
    run: ({ act: how, offer }: Chosen, key) =>
      how === "accept" ? acceptOffer(offer, key) : endOffer(offer.id, how, key),
    done: t(`myOffers.${done[act]}`),
    onDone: onClose,
  });
  const close = () => {
    deciding.reset();
    onClose();
  };
  const stale = deciding.error instanceof ApiProblem && deciding.error.code === "terms_changed";
  return (
    <Confirm
      open={chosen !== undefined}
      title={t(`myOffers.${act}Title`)}
      sure={t(`myOffers.${act}Sure`)}
      keep={t("myOffers.keep")}
      busy={deciding.isPending}
      error={stale ? null : deciding.error}
      onSure={() => chosen && deciding.mutate(chosen)}
      onClose={close}
    >
      {chosen && act === "accept" && <Recap offer={chosen.offer} />}
      <p>{t(`myOffers.${act}Text`)}</p>
      {stale && <Notice tone="warn">{t("myOffers.changedMeanwhile")}</Notice>}
    </Confirm>
  );
}

function Recap({ offer: { schedule, totals } }: { readonly offer: OfferView }) {
  const { t } = useTranslation();
  const count = schedule.rows.filter((row) => row.kind === "instalment").length;
  return (
    <p className="b-recap">
      {t("myOffers.total")} <strong className="money">{formatFen(totals.totalFen)}</strong> ·{" "}
      {t("myOffers.monthly")} <strong className="money">{formatFen(schedule.peakFen)}</strong> ·{" "}
      {t("myOffers.months")} {t("myOffers.monthsValue", { count })}
    </p>
  );
}
