import { useTranslation } from "react-i18next";
import { KIND_WORDS } from "../../shared/seal/sentences.ts";
import { Notice } from "../borrower/ui/Notice.tsx";
import { useLanguage } from "../i18n/index.ts";
import { DataList, type DataItem } from "../ui/DataList.tsx";
import { DateText } from "../ui/DateText.tsx";
import type { SealedDocument } from "./types.ts";

/** What is known of a sealed document without looking into it. */
export function DocumentFacts({
  document,
  number = null,
}: {
  readonly document: SealedDocument;
  readonly number?: string | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { signer, fingerprint, pageCount } = document;
  const files: DataItem[] = document.files.map(({ sha256, level }, place) => ({
    label: t(place > 0 && level === "B-LTA" ? "verify.doc.stampedHash" : "verify.doc.fileHash"),
    value: <HashText value={sha256} />,
  }));
  return (
    <>
      {document.development && <Notice tone="warn">{t("verify.doc.development")}</Notice>}
      {document.superseded && <Notice tone="warn">{t("verify.doc.superseded")}</Notice>}
      <DataList
        items={[
          { label: t("verify.doc.kind"), value: KIND_WORDS[language][document.kind] },
          ...(number === null ? [] : [{ label: t("verify.doc.number"), value: number }]),
          { label: t("verify.doc.issuer"), value: document.issuer },
          {
            label: t("verify.doc.sealedAt"),
            value: <DateText value={document.sealedAt} precision="minute" />,
          },
          { label: t("verify.doc.code"), value: <code>{document.code}</code> },
          ...(pageCount === null
            ? []
            : [{ label: t("verify.doc.pages"), value: t("verify.doc.pageCount", { count: pageCount }) }]),
          ...(signer === null ? [] : [{ label: t("verify.doc.signer"), value: signer }]),
          ...(fingerprint === null
            ? []
            : [{ label: t("verify.doc.fingerprint"), value: <HashText value={fingerprint} /> }]),
          ...files,
        ]}
      />
    </>
  );
}

export function HashText({ value }: { readonly value: string }) {
  return <code className="v-hash">{value}</code>;
}
