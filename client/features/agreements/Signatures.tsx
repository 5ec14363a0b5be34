import { CheckCircleFilled, ClockCircleOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { PARTIES } from "../../../shared/journal/audience.ts";
import { DateText } from "../../ui/DateText.tsx";
import { usePartyList } from "../cases/usePartyList.ts";
import type { Agreement } from "./api.ts";
import { lastMinuteOf } from "./lastMinute.ts";

export function Signatures({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const list = usePartyList();
  const { signatures, facts, inTurn: awaiting, order, deadline, status } = agreement;
  const names = { borrower: facts.borrower, platform: facts.signatory, mediator: facts.mediator };
  return (
    <>
      <ul className="signatures">
        {PARTIES.map((party) => {
          const given = signatures.find((signature) => signature.party === party);
          return (
            <li key={party}>
              {given ? (
                <CheckCircleFilled className="signature-given" aria-hidden />
              ) : (
                <ClockCircleOutlined className="faint" aria-hidden />
              )}
              <span>
                {t(`words.party.${party}`)}　<strong>{given?.signerName ?? names[party]}</strong>
                <span className="sub faint">
                  {given ? (
                    <>
                      {t(`agreements.${given.method}`)} <DateText value={given.signedAt} precision="minute" />
                    </>
                  ) : (
                    t("agreements.notSigned")
                  )}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {status === "signing" && (
        <p className="hint">
          {t("agreements.order", { order: order.map(list).join(t("agreements.then")) })}
          {deadline !== null && (
            <>
              <br />
              {t("agreements.deadline")} <DateText value={lastMinuteOf(deadline)} precision="minute" />
            </>
          )}
        </p>
      )}
      {awaiting.length > 0 && (
        <p className="hint">{t("agreements.waitingFor", { parties: list(awaiting) })}</p>
      )}
    </>
  );
}
