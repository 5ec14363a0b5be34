import { CheckCircleFilled, ClockCircleOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { PARTIES } from "../../../shared/journal/audience.ts";
import { DateText } from "../../ui/DateText.tsx";
import { usePartyList } from "../cases/usePartyList.ts";
import type { Agreement } from "./api.ts";

export function Signatures({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation();
  const list = usePartyList();
  const { signatures, facts, awaiting } = agreement;
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
      {awaiting.length > 0 && (
        <p className="hint">{t("agreements.waitingFor", { parties: list(awaiting) })}</p>
      )}
    </>
  );
}
