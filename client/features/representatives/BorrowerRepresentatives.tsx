import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RepresentativeView } from "../../../shared/representatives/representativeView.ts";
import { InCase } from "../../borrower/InCase.tsx";
import { BackLink } from "../../borrower/ui/BackLink.tsx";
import { Button } from "../../borrower/ui/Button.tsx";
import { Card } from "../../borrower/ui/Card.tsx";
import { Confirm } from "../../borrower/ui/Confirm.tsx";
import { Loaded } from "../../borrower/ui/Loaded.tsx";
import { Notice } from "../../borrower/ui/Notice.tsx";
import { Page } from "../../borrower/ui/Page.tsx";
import { Problem } from "../../borrower/ui/Problem.tsx";
import { useSend } from "../../borrower/useSend.ts";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { endRepresentative, inviteRepresentative, useRepresentatives } from "./api.ts";
import { RepresentativeForm } from "./BorrowerRepresentativeForm.tsx";

/** Who acts for the borrower: named, seen as it stands, and ended by the borrower at any time. */
export function BorrowerRepresentatives() {
  const { t } = useTranslation();
  return (
    <InCase>
      {(file) => (
        <Page title={t("representatives.title")} lead={t("representatives.lead")} above={<BackLink />}>
          <Everybody caseId={file.id} />
        </Page>
      )}
    </InCase>
  );
}

function Everybody({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const list = useRepresentatives(caseId);
  const [naming, setNaming] = useState(false);
  const [ending, setEnding] = useState<RepresentativeView>();
  return (
    <Loaded of={list}>
      {({ items, mayName }) => (
        <>
          {items.length === 0 && !naming && <p className="b-hint">{t("representatives.none")}</p>}
          {items.toReversed().map((one) => (
            <Person key={one.id} one={one} onEnd={() => setEnding(one)} />
          ))}
          {naming ? (
            <RepresentativeForm caseId={caseId} onClose={() => setNaming(false)} />
          ) : (
            mayName && (
              <Button wide onClick={() => setNaming(true)}>
                {t("representatives.add")}
              </Button>
            )
          )}
          <EndSheet one={ending} onClose={() => setEnding(undefined)} />
        </>
      )}
    </Loaded>
  );
}

function Person({ one, onEnd }: { readonly one: RepresentativeView; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const { name, kind, scope, status, endsOn, own, abilities } = one;
  const inviting = useSend({
    run: (_: void, key) => inviteRepresentative(one.id, key),
    done: t("representatives.invited"),
  });
  const chip = (
    <span className={status === "accepted" ? "b-chip b-chip-open" : "b-chip"}>
      {t(`representatives.status.${status}`)}
    </span>
  );
  return (
    <Card title={name} aside={chip}>
      <DataList
        items={[
          {
            label: t("representatives.kindLabel"),
            value: own
              ? `${t(`representatives.kind.${kind}`)} · ${own.standing}`
              : t(`representatives.kind.${kind}`),
          },
          { label: t("representatives.scopeLegend"), value: t(`representatives.scope.${scope}`) },
          { label: t("representatives.until"), value: <DateText value={endsOn} /> },
          ...(own && own.phone !== "" ? [{ label: t("representatives.phone"), value: own.phone }] : []),
          ...(own && status === "accepted"
            ? [
                {
                  label: t("representatives.arrived"),
                  value:
                    own.arrivedAt === null ? (
                      t("representatives.notArrived")
                    ) : (
                      <DateText value={own.arrivedAt} precision="minute" />
                    ),
                },
              ]
            : []),
        ]}
      />
      {own?.refusalReason && (
        <Notice tone="warn">{t("representatives.refusedBecause", { reason: own.refusalReason })}</Notice>
      )}
      {own?.endReason && <p className="b-hint">{t(`representatives.endReason.${own.endReason}`)}</p>}
      {inviting.error && <Problem error={inviting.error} />}
      {abilities.length > 0 && (
        <div className="b-row">
          {abilities.includes("invite") && (
            <Button
              tone="plain"
              aria-label={t("representatives.inviteOf", { name })}
              busy={inviting.isPending}
              onClick={() => inviting.mutate()}
            >
              {t("representatives.invite")}
            </Button>
          )}
          {abilities.includes("end") && (
            <Button tone="plain" aria-label={t("representatives.endOf", { name })} onClick={onEnd}>
              {t("representatives.end")}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

interface EndSheetProps {
  readonly one: RepresentativeView | undefined;
  readonly onClose: () => void;
}

function EndSheet({ one, onClose }: EndSheetProps) {
  const { t } = useTranslation();
  const ending = useSend({
    run: (id: string, key) => endRepresentative(id, key),
    done: t("representatives.ended"),
    onDone: onClose,
  });
  return (
    <Confirm
      open={one !== undefined}
      title={t("representatives.endTitle", { name: one?.name ?? "" })}
      sure={t("representatives.endSure")}
      keep={t("representatives.keep")}
      tone="bad"
      busy={ending.isPending}
      error={ending.error}
      onSure={() => one && ending.mutate(one.id)}
      onClose={onClose}
    >
      <p>{t("representatives.endText")}</p>
    </Confirm>
  );
}
