import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { onUnauthenticated } from "../api/fetch.ts";
import { useCase } from "../features/cases/api.ts";
import type { CaseFile } from "../features/cases/types.ts";
import { BORROWER, rememberedInvitation, useBorrower } from "./session.ts";
import { ButtonLink } from "./ui/ButtonLink.tsx";
import { useCentreName } from "./ui/Frame.tsx";
import { Loaded } from "./ui/Loaded.tsx";
import { Page } from "./ui/Page.tsx";

/** The case of whoever is signed in; otherwise the way back in. */
export function InCase({ children }: { readonly children: (file: CaseFile) => ReactNode }) {
  const queries = useQueryClient();
  const borrower = useBorrower();
  useEffect(() => onUnauthenticated(() => queries.setQueryData(BORROWER, null)), [queries]);
  return (
    <Loaded of={borrower}>
      {(who) => (who === null ? <SignedOut /> : <OfCase caseId={who.caseId}>{children}</OfCase>)}
    </Loaded>
  );
}

function OfCase({
  caseId,
  children,
}: {
  readonly caseId: string;
  readonly children: (file: CaseFile) => ReactNode;
}) {
  const file = useCase(caseId);
  useCentreName(file.data?.centre.name);
  return <Loaded of={file}>{children}</Loaded>;
}

function SignedOut() {
  const { t } = useTranslation();
  const code = rememberedInvitation();
  return (
    <Page title={t("myCase.signedOutTitle")} lead={t("myCase.signedOutText")}>
      <ButtonLink to={code === null ? "/" : `/${code}/identify`}>{t("myCase.signedOutAgain")}</ButtonLink>
    </Page>
  );
}
