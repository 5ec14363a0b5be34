import { useTranslation } from "react-i18next";
import { Card } from "../borrower/ui/Card.tsx";
import { Notice } from "../borrower/ui/Notice.tsx";
import { useLanguage } from "../i18n/index.ts";
import { DataList } from "../ui/DataList.tsx";

export interface CheckedMediator {
  readonly name: string;
  readonly nameEn?: string | null;
  readonly centre: {
    readonly name: string;
    readonly phone: string;
    readonly address: string;
    readonly registrationNumber: string;
  };
  readonly valid: boolean;
}

export function MediatorCard({ mediator }: { readonly mediator: CheckedMediator }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { centre } = mediator;
  const name = language === "en" && mediator.nameEn ? `${mediator.nameEn} (${mediator.name})` : mediator.name;
  return (
    <Card>
      <Notice tone="good">
        <strong>{t("verify.genuine")}</strong>
      </Notice>
      <DataList
        items={[
          { label: t("verify.name"), value: name },
          { label: t("verify.centre"), value: centre.name },
          { label: t("verify.registration"), value: centre.registrationNumber },
          { label: t("verify.phone"), value: <a href={`tel:${centre.phone}`}>{centre.phone}</a> },
          { label: t("verify.address"), value: centre.address },
        ]}
      />
    </Card>
  );
}
