import { useTranslation } from "react-i18next";
import type { SealChange, SealMark } from "../../shared/seal/report.ts";
import { FAULT_SENTENCES, VERDICT_SENTENCES } from "../../shared/seal/sentences.ts";
import { Card } from "../borrower/ui/Card.tsx";
import { Notice } from "../borrower/ui/Notice.tsx";
import { formatDateTime } from "../i18n/format.ts";
import { useLanguage } from "../i18n/index.ts";
import { DataList } from "../ui/DataList.tsx";
import { DocumentFacts, HashText } from "./DocumentFacts.tsx";
import type { FileCheck } from "./types.ts";

const TONES = { unaltered: "good", altered: "bad", not_ours: "warn", unreadable: "warn" } as const;

/** What was found about one file: the answer first, then what it rests on. */
export function FileReport({ check }: { readonly check: FileCheck }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { verdict, faults, document, marks } = check;
  return (
    <>
      <Notice tone={TONES[verdict]} title={VERDICT_SENTENCES[language][verdict]}>
        {faults.length > 0 && (
          <ul className="v-list">
            {faults.map((fault) => (
              <li key={fault}>{FAULT_SENTENCES[language][fault]}</li>
            ))}
          </ul>
        )}
      </Notice>
      {verdict === "altered" && <Changes check={check} />}
      <Card>
        {document !== null && <DocumentFacts document={document} number={check.number} />}
        {!document?.files.some((file) => file.sha256 === check.sha256) && (
          <DataList items={[{ label: t("verify.doc.yourFile"), value: <HashText value={check.sha256} /> }]} />
        )}
      </Card>
      {marks.length > 0 && <Marks marks={marks} bytes={check.bytes} />}
    </>
  );
}

function Changes({ check }: { readonly check: FileCheck }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { changes, document, claimedChange } = check;
  const sentence = (change: SealChange): string => {
    if (change.kind === "rewritten") return t("verify.doc.rewritten");
    if (change.kind === "appended") return t("verify.doc.appended", { ...change });
    if (change.kind === "cut_off") return t("verify.doc.cutOff", { bytes: change.bytes });
    const place = t(`verify.doc.place.${change.place}`);
    return t("verify.doc.changed", { from: change.from + 1, to: change.to, place });
  };
  if (changes.length === 0 && document === null && claimedChange === null) return null;
  return (
    <Card title={t("verify.doc.whatChanged")}>
      {changes.length > 0 && (
        <ul className="v-list">
          {changes.map((change) => (
            <li key={sentence(change)}>{sentence(change)}</li>
          ))}
        </ul>
      )}
      {document !== null && (
        <p>{t("verify.doc.after", { sealedAt: formatDateTime(document.sealedAt, language) })}</p>
      )}
      {claimedChange !== null && (
        <p>
          {t("verify.doc.claimed")} {formatDateTime(claimedChange, language)}
          <span className="b-hint"> {t("verify.doc.claimedHint")}</span>
        </p>
      )}
    </Card>
  );
}

function Marks({ marks, bytes }: { readonly marks: readonly SealMark[]; readonly bytes: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Card title={t("verify.doc.marks")}>
      <ul className="v-list">
        {marks.map((mark) => {
          const attested = mark.kind === "timestamp" ? mark.at : mark.attestedAt;
          const whole = mark.coversBytes === bytes;
          return (
            <li key={`${mark.kind} ${mark.coversBytes}`}>
              <strong>{t(mark.kind === "seal" ? "verify.doc.seal" : "verify.doc.timestamp")}</strong>{" "}
              {mark.signer}
              <div>{mark.fault === null ? t("verify.doc.holds") : FAULT_SENTENCES[language][mark.fault]}</div>
              <div>
                {whole ? t("verify.doc.covers") : t("verify.doc.coversPart", { bytes: mark.coversBytes })}
              </div>
              {attested !== null && (
                <div>
                  {t("verify.doc.attested")} {formatDateTime(attested, language)}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
