import { useTranslation } from "react-i18next";
import type { Party } from "../../../shared/journal/audience.ts";

/** Several parties in words, in the language's own way of listing. */
export function usePartyList(): (parties: readonly Party[]) => string {
  const { t } = useTranslation();
  return (parties) => parties.map((party) => t(`words.party.${party}`)).join(t("journal.listSeparator"));
}
