import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Money } from "../../ui/Money.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { type Proposal, useProposals } from "./api.ts";
import { DeclarationDialog } from "./DeclarationDialog.tsx";
import "./appointments.css";

export function AppointmentsPage() {
  const { t } = useTranslation();
  const proposals = useProposals();
  return (
    <>
      <PageHeader title={t("appointments.title")} description={t("appointments.intro")} />
      <Loaded of={proposals}>
        {(items) =>
          items.length === 0 ? (
            <Panel>
              <EmptyState title={t("appointments.empty")}>{t("appointments.emptyText")}</EmptyState>
            </Panel>
          ) : (
            <div className="panels">
              {items.map((proposal) => (
                <ProposalCard key={proposal.id} proposal={proposal} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function ProposalCard({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const [declaring, setDeclaring] = useState<"conflict" | "none">();
  const { case: theCase, priorCasesWithPlatform: count } = proposal;
  return (
    <Panel className="proposal">
      <div className="proposal-facts">
        <strong className="tabular">{theCase.number}</strong>
        <span>
          {t("words.borrower")} {theCase.borrower.name}
        </span>
        <span>
          {t("words.platform")} {theCase.platform.name}
        </span>
        <Money fen={theCase.claimedFen} />
        <span className="faint">{t("words.debts", { count: theCase.debtCount })}</span>
      </div>
      <p className="proposal-facts">
        <span>{count === 0 ? t("appointments.prior_zero") : t("appointments.prior", { count })}</span>
        <span className="faint">
          {t("appointments.proposedAt")} <DateText value={proposal.proposedAt} />
        </span>
      </p>
      {proposal.abilities.includes("declare") && (
        <div className="button-row">
          <Button type="primary" onClick={() => setDeclaring("none")}>
            {t("appointments.noConflict")}
          </Button>
          <Button onClick={() => setDeclaring("conflict")}>{t("appointments.conflict")}</Button>
        </div>
      )}
      <DeclarationDialog proposal={proposal} declaring={declaring} onClose={() => setDeclaring(undefined)} />
    </Panel>
  );
}
