import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RepresentativeView } from "../../../shared/representatives/representativeView.ts";
import { useCommand } from "../../api/useCommand.ts";
import { DataList } from "../../ui/DataList.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import { inviteRepresentative, useRepresentatives } from "./api.ts";
import { AcceptDialog, EndDialog, RefuseDialog } from "./RepresentativeDialogs.tsx";
import "./representatives.css";

type Asking = { what: "accept" | "refuse" | "end"; about: RepresentativeView };

/** Who acts for the borrower, for the staff of a case: the mediator checks, the other side sees whom it deals with. */
export function RepresentativesPanel({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const list = useRepresentatives(caseId);
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const about = (what: Asking["what"]) => (asking?.what === what ? asking.about : undefined);
  return (
    <Panel title={t("representatives.staffTitle")}>
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="faint">{t("representatives.noneStaff")}</p>
          ) : (
            <ul className="representatives">
              {items.map((one) => (
                <Person key={one.id} one={one} onAsk={(what) => setAsking({ what, about: one })} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <AcceptDialog one={about("accept")} onClose={close} />
      <RefuseDialog one={about("refuse")} onClose={close} />
      <EndDialog one={about("end")} onClose={close} />
    </Panel>
  );
}

const TONES = { named: "waiting", accepted: "good", refused: "ended", ended: "ended" } as const;

interface PersonProps {
  readonly one: RepresentativeView;
  readonly onAsk: (what: Asking["what"]) => void;
}

function Person({ one, onAsk }: PersonProps) {
  const { t } = useTranslation();
  const { name, status, abilities, own } = one;
  const invite = useCommand({
    run: (_: void, key) => inviteRepresentative(one.id, key),
    done: t("representatives.invited"),
  });
  return (
    <li>
      <p className="representative-head">
        <strong>{name}</strong>{" "}
        <ToneTag tone={TONES[status]}>{t(`representatives.status.${status}`)}</ToneTag>
        {own && <span className="faint">{t(`representatives.namedBy.${own.namedBy}`)}</span>}
      </p>
      <Facts one={one} />
      <div className="button-row">
        {own && status === "named" && (
          <Button href={`/api/exhibits/${own.exhibitId}/file`}>{t("representatives.openPaper")}</Button>
        )}
        {abilities.includes("accept") && (
          <Button type="primary" onClick={() => onAsk("accept")}>
            {t("representatives.accept")}
          </Button>
        )}
        {abilities.includes("refuse") && (
          <Button onClick={() => onAsk("refuse")}>{t("representatives.refuse")}</Button>
        )}
        {abilities.includes("invite") && (
          <Button
            loading={invite.isPending}
            aria-label={t("representatives.inviteOf", { name })}
            onClick={() => invite.mutate()}
          >
            {t("representatives.invite")}
          </Button>
        )}
        {abilities.includes("end") && status === "accepted" && (
          <Button danger aria-label={t("representatives.endOf", { name })} onClick={() => onAsk("end")}>
            {t("representatives.end")}
          </Button>
        )}
      </div>
    </li>
  );
}

function Facts({ one: { kind, scope, endsOn, own, status } }: { readonly one: RepresentativeView }) {
  const { t } = useTranslation();
  const kindText = t(`representatives.kind.${kind}`);
  return (
    <DataList
      items={[
        { label: t("representatives.kindLabel"), value: own ? `${kindText} · ${own.standing}` : kindText },
        { label: t("representatives.scopeLegend"), value: t(`representatives.scope.${scope}`) },
        ...(own ? [{ label: t("representatives.granted"), value: <DateText value={own.grantedOn} /> }] : []),
        { label: t("representatives.until"), value: <DateText value={endsOn} /> },
        ...(own && own.idNumber !== ""
          ? [
              {
                label: t("representatives.idNumber"),
                value: <span className="tabular">{own.idNumber}</span>,
              },
              { label: t("representatives.phone"), value: <span className="tabular">{own.phone}</span> },
            ]
          : []),
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
        ...(own?.refusalReason
          ? [{ label: t("representatives.refuseReason"), value: own.refusalReason }]
          : []),
        ...(own?.endReason
          ? [
              {
                label: t("representatives.status.ended"),
                value: t(`representatives.endReason.${own.endReason}`),
              },
            ]
          : []),
      ]}
    />
  );
}
