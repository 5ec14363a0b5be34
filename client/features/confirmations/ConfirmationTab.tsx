import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { roleMay } from "../../../shared/api/permissions.ts";
import { CONFIRMATION_PARTIES, RUNNING_STATUSES } from "../../../shared/confirmations/lifecycle.ts";
import { useMe } from "../../api/me.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDate } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { type DataItem, DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import { CaseFilePanel } from "../caseFile/CaseFilePanel.tsx";
import { type Confirmation, giveUpConfirmation, paperUrl, useConfirmation } from "./api.ts";
import { ApplicationSigningDialog } from "./ApplicationSigningDialog.tsx";
import { CourtDialog } from "./CourtDialog.tsx";
import { FilingDialog } from "./FilingDialog.tsx";
import { RulingDialog } from "./RulingDialog.tsx";
import { TimeLeft } from "./TimeLeft.tsx";
import "./confirmations.css";

const TONES = {
  open: "ended",
  preparing: "waiting",
  signed: "waiting",
  filed: "waiting",
  confirmed: "good",
  refused: "bad",
  withdrawn: "ended",
} as const;

/** Whether a court confirms the agreement, and the file of the case for those who keep it. */
export function ConfirmationTab({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const confirmation = useConfirmation(caseId);
  return (
    <div className="panels">
      <Loaded of={confirmation}>
        {(found) =>
          found === null ? (
            <Panel title={t("confirmations.title")}>
              <EmptyState title={t("confirmations.none")}>{t("confirmations.noneText")}</EmptyState>
            </Panel>
          ) : (
            <OfAgreement confirmation={found} />
          )
        }
      </Loaded>
      {me && roleMay(me.role, "caseFile:read") && <CaseFilePanel caseId={caseId} />}
    </div>
  );
}

function OfAgreement({ confirmation }: { readonly confirmation: Confirmation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, daysLeft, deadline, rule } = confirmation;
  const over = daysLeft < 0 && RUNNING_STATUSES.includes(status);
  return (
    <Panel title={t("confirmations.title")} actions={<Steps confirmation={confirmation} />}>
      <p className="hint">{t("confirmations.intro", { days: rule.days })}</p>
      {over && (
        <Alert
          type="warning"
          showIcon
          title={t("confirmations.overText", { date: formatDate(deadline, language) })}
        />
      )}
      <Facts confirmation={confirmation} />
      <Papers confirmation={confirmation} />
    </Panel>
  );
}

function Facts({ confirmation }: { readonly confirmation: Confirmation }) {
  const { t } = useTranslation();
  const { status, rule, court, courtBasis, filedOn, courtCaseNumber, concludedOn, signatures } = confirmation;
  const items: DataItem[] = [
    {
      label: t("words.status"),
      value: <ToneTag tone={TONES[status]}>{t(`confirmations.status.${status}`)}</ToneTag>,
    },
    {
      label: t("confirmations.agreement"),
      value: <span className="tabular">{confirmation.agreementNumber}</span>,
    },
    { label: t("confirmations.effectiveOn"), value: <DateText value={confirmation.effectiveOn} /> },
    { label: t("confirmations.deadline"), value: <TimeLeft confirmation={confirmation} /> },
    { label: t("confirmations.rule"), value: <span lang="zh-CN">{rule.source}</span> },
  ];
  if (court !== null && courtBasis !== null)
    items.push({
      label: t("confirmations.court"),
      value: (
        <>
          {court}
          <span className="sub faint">{t(`confirmations.basis.${courtBasis}`)}</span>
        </>
      ),
    });
  if (confirmation.contentHash !== null)
    for (const party of CONFIRMATION_PARTIES) {
      const signature = signatures.find((one) => one.party === party);
      items.push({
        label: `${t("confirmations.signatures")} · ${t(`words.party.${party}`)}`,
        value: signature ? (
          <>
            {signature.signerName} <DateText value={signature.signedAt} precision="minute" />
          </>
        ) : (
          <span className="faint">{t("confirmations.notSigned")}</span>
        ),
      });
    }
  if (filedOn !== null)
    items.push(
      { label: t("confirmations.filedOn"), value: <DateText value={filedOn} /> },
      { label: t("confirmations.courtCaseNumber"), value: courtCaseNumber ?? "" },
    );
  if (concludedOn !== null)
    items.push({ label: t("confirmations.concludedOn"), value: <DateText value={concludedOn} /> });
  return <DataList items={items} />;
}

function Papers({ confirmation: { caseId, abilities } }: { readonly confirmation: Confirmation }) {
  const { t } = useTranslation();
  if (!abilities.includes("application")) return null;
  return (
    <div className="button-row papers">
      <Button href={paperUrl(caseId, "application.pdf")}>{t("confirmations.application")}</Button>
      {abilities.includes("bundle") && (
        <Button href={paperUrl(caseId, "bundle.pdf")}>{t("confirmations.bundle")}</Button>
      )}
      {abilities.includes("ruling") && (
        <Button href={paperUrl(caseId, "ruling")}>{t("confirmations.ruling")}</Button>
      )}
    </div>
  );
}

type Dialog = "court" | "sign" | "file" | "ruling";

/** The next step first; what ends the matter last. */
function Steps({ confirmation }: { readonly confirmation: Confirmation }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<Dialog>();
  const { caseId, abilities, status } = confirmation;
  const able = (ability: Confirmation["abilities"][number]) => abilities.includes(ability);
  const giveUp = useCommand({
    run: (_, key) => giveUpConfirmation(caseId, key),
    done: t("confirmations.withdrawn"),
  });
  const close = () => setDialog(undefined);
  const first = status === "open" || status === "withdrawn";
  return (
    <div className="button-row">
      {able("sign") && (
        <Button type="primary" onClick={() => setDialog("sign")}>
          {t("confirmations.sign")}
        </Button>
      )}
      {able("file") && (
        <Button type="primary" onClick={() => setDialog("file")}>
          {t("confirmations.file")}
        </Button>
      )}
      {able("conclude") && (
        <Button type="primary" onClick={() => setDialog("ruling")}>
          {t("confirmations.conclude")}
        </Button>
      )}
      {able("prepare") && (
        <Button type={first ? "primary" : "default"} onClick={() => setDialog("court")}>
          {t(first ? "confirmations.prepare" : "confirmations.prepareAgain")}
        </Button>
      )}
      {able("withdraw") && (
        <ConfirmButton
          ask={t("confirmations.withdrawAsk")}
          onConfirm={() => giveUp.mutateAsync().then(rest, rest)}
        >
          {t("confirmations.withdraw")}
        </ConfirmButton>
      )}
      <CourtDialog confirmation={confirmation} open={dialog === "court"} onClose={close} />
      <FilingDialog caseId={caseId} open={dialog === "file"} onClose={close} />
      <RulingDialog caseId={caseId} open={dialog === "ruling"} onClose={close} />
      <ApplicationSigningDialog confirmation={confirmation} open={dialog === "sign"} onClose={close} />
    </div>
  );
}

/** A refusal has been said already; the button only has to come to rest. */
function rest(): void {}
