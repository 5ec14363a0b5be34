import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LAW_MATTERS, type LawMatter, type LawRule } from "../../../shared/law/lawRules.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { type LawBookView, useLawBook } from "./api.ts";
import { MatterPanel } from "./MatterPanel.tsx";
import { VersionDialog } from "./VersionDialog.tsx";
import "./law.css";

/** A new version of a matter, or the correction of one that is there. */
type Entering = { matter: LawMatter; corrected: LawRule | null };

export function LawPage() {
  const { t } = useTranslation();
  const law = useLawBook();
  const [entering, setEntering] = useState<Entering>();
  return (
    <>
      <PageHeader
        title={t("law.title")}
        description={t("law.intro")}
        tags={law.data && <span className="faint">{t("law.version", { version: law.data.version })}</span>}
      />
      <Loaded of={law}>
        {(book) => (
          <div className="panels">
            {LAW_MATTERS.map((matter) => (
              <MatterPanel
                key={matter}
                matter={matter}
                rules={ofMatter(book, matter)}
                {...(book.abilities.includes("add")
                  ? {
                      add: (
                        <Button
                          aria-label={`${t("law.add")}: ${t(`law.matter.${matter}`)}`}
                          onClick={() => setEntering({ matter, corrected: null })}
                        >
                          {t("law.add")}
                        </Button>
                      ),
                      onCorrect: (corrected: LawRule) => setEntering({ matter, corrected }),
                    }
                  : {})}
              />
            ))}
            {entering && <VersionDialog book={book} {...entering} onClose={() => setEntering(undefined)} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

/** The latest first. */
function ofMatter(book: LawBookView, matter: LawMatter): LawBookView["items"] {
  return book.items
    .filter((rule) => rule.matter === matter)
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
}
