import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import {
  CONTACT_OUTCOMES,
  type ContactOutcome,
  type ContactPoint,
} from "../../../shared/outreach/contactLimits.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { useLanguage } from "../../i18n/index.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import { beginCall, type Contacts, endCall, useContacts } from "./staffApi.ts";
import "./calls.css";

interface CallDialogProps {
  readonly caseId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Calling the borrower: whether it may be done now, and how the calls of the day ended. */
export function CallDialog({ caseId, open, onClose }: CallDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={t("debts.call.title")}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      width={560}
    >
      <Calls caseId={caseId} />
    </Modal>
  );
}

function Calls({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const contacts = useContacts(caseId);
  return (
    <Loaded of={contacts}>
      {(data) => (
        <div className="calls">
          <p className="dialog-text">
            {t("debts.call.text", {
              voice: data.limits.effectiveVoicePerDay,
              attempts: data.limits.unansweredPerContactPointPerDay,
            })}
          </p>
          {data.points.map((point) => (
            <Point key={point.point} caseId={caseId} point={point} limits={data.limits} />
          ))}
          <Made items={data.items} />
        </div>
      )}
    </Loaded>
  );
}

interface PointProps {
  readonly caseId: string;
  readonly point: Contacts["points"][number];
  readonly limits: Contacts["limits"];
}

function Point({ caseId, point: { point, number, today, refusal }, limits }: PointProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const begin = useCommand<ContactPoint>({
    run: (which, key) => beginCall(caseId, which, key),
    done: t("debts.call.begun"),
  });
  return (
    <section className="call-point">
      <div>
        <strong>{t(`words.contactPoint.${point}`)}</strong> <span className="tabular">{number}</span>
        <p className="hint">
          {t("debts.call.today", {
            effective: today.effective,
            voice: limits.effectiveVoicePerDay,
            attempts: today.attempts,
            most: limits.unansweredPerContactPointPerDay,
          })}
        </p>
        {refusal && (
          <p className="call-not-now">
            {t(`debts.call.refusal.${refusal.reason}`, { at: formatDateTime(refusal.nextAt, language) })}
          </p>
        )}
      </div>
      <Button disabled={refusal !== null} loading={begin.isPending} onClick={() => begin.mutate(point)}>
        {t("debts.call.begin")}
      </Button>
    </section>
  );
}

function Made({ items }: { readonly items: Contacts["items"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const end = useCommand<{ id: string; outcome: ContactOutcome }>({
    run: ({ id, outcome }, key) => endCall(id, outcome, key),
    done: t("debts.call.ended"),
  });
  if (items.length === 0) return <p className="hint">{t("debts.call.none")}</p>;
  return (
    <ul className="call-list">
      {items.map(({ id, point, begunAt, byName, outcome }) => (
        <li key={id}>
          <span>
            {formatDateTime(begunAt, language)} · {t(`words.contactPoint.${point}`)} · {byName}
          </span>
          {outcome === null ? (
            <span className="call-outcome">
              {CONTACT_OUTCOMES.map((each) => (
                <Button key={each} size="small" onClick={() => end.mutate({ id, outcome: each })}>
                  {t(`words.contactOutcome.${each}`)}
                </Button>
              ))}
            </span>
          ) : (
            <ToneTag tone={outcome === "answered" ? "good" : "ended"}>
              {t(`words.contactOutcome.${outcome}`)}
            </ToneTag>
          )}
        </li>
      ))}
    </ul>
  );
}
