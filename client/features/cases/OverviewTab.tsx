import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { roleMay } from "../../../shared/api/permissions.ts";
import { useMe } from "../../api/me.ts";
import { type DataItem, DataList } from "../../ui/DataList.tsx";
import { CoMediatorsPanel } from "../representatives/CoMediatorsPanel.tsx";
import { RepresentativesPanel } from "../representatives/RepresentativesPanel.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Money } from "../../ui/Money.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ParticipationSteps } from "./ParticipationSteps.tsx";
import type { CaseFile } from "./types.ts";

export function OverviewTab({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  return (
    <div className="panels">
      <AppointmentNote theCase={theCase} />
      <Panel title={t("cases.progress")}>
        <ParticipationSteps participation={theCase.participation} />
      </Panel>
      <div className="two-columns">
        <Panel title={t("cases.people")}>
          <People theCase={theCase} />
        </Panel>
        <Panel title={t("cases.dates")}>
          <DataList
            items={[
              {
                label: t("cases.claimed"),
                value: (
                  <>
                    <Money fen={theCase.claimedFen} strong />{" "}
                    <span className="faint">{t("words.debts", { count: theCase.debtCount })}</span>
                  </>
                ),
              },
              { label: t("cases.asOf"), value: <DateText value={theCase.statement.asOf} /> },
              { label: t("cases.created"), value: <DateText value={theCase.createdAt} /> },
              { label: t("cases.stageSince"), value: <DateText value={theCase.stageSince} /> },
            ]}
          />
        </Panel>
      </div>
      <PeopleBeside theCase={theCase} />
    </div>
  );
}

/** Who acts beside or for a party. */
function PeopleBeside({ theCase }: { readonly theCase: CaseFile }) {
  const { data: me } = useMe();
  if (!me || theCase.stage === "intake") return null;
  const chooses = me.role === "centre_admin" || me.id === theCase.mediator?.id;
  return (
    <div className="two-columns">
      {roleMay(me.role, "representative:read") && <RepresentativesPanel caseId={theCase.id} />}
      {roleMay(me.role, "case:assist") && <CoMediatorsPanel caseId={theCase.id} chooses={chooses} />}
    </div>
  );
}

/** What the office and the mediator should know of an appointment that is not settled. */
function AppointmentNote({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  const { appointment, stage } = theCase;
  if (appointment === null || stage !== "intake" || appointment.status === "appointed") return null;
  const name = appointment.mediatorName;
  return appointment.status === "proposed" ? (
    <Alert type="info" showIcon title={t("appointments.waiting", { name })} />
  ) : (
    <Alert
      type="warning"
      showIcon
      title={t("appointments.conflicted", { name })}
      description={appointment.statement ?? undefined}
    />
  );
}

function People({ theCase }: { readonly theCase: CaseFile }) {
  const { t } = useTranslation();
  const { borrower, centre } = theCase;
  const items: DataItem[] = [
    { label: t("words.borrower"), value: <strong>{borrower.name}</strong> },
    { label: t("cases.idNumber"), value: <span className="tabular">{borrower.idNumberMasked}</span> },
    { label: t("cases.phone"), value: <span className="tabular">{borrower.phone}</span> },
  ];
  if (borrower.email !== null) items.push({ label: t("cases.email"), value: borrower.email });
  if (borrower.registeredAddress !== null)
    items.push({ label: t("cases.registeredAddress"), value: borrower.registeredAddress });
  if (borrower.residentialAddress !== null)
    items.push({ label: t("cases.residentialAddress"), value: borrower.residentialAddress });
  items.push(
    { label: t("words.platform"), value: theCase.platform.name },
    { label: t("words.mediator"), value: theCase.mediator?.name ?? t("cases.noMediator") },
    { label: t("cases.centre"), value: `${centre.name}　${centre.phone}` },
  );
  return <DataList items={items} />;
}
