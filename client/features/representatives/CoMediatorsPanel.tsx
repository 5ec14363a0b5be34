import { App, Button, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ToneTag } from "../../ui/ToneTag.tsx";
import { askCoMediator, type CoMediatorList, endCoMediator, useCoMediators } from "./api.ts";
import "./representatives.css";

interface CoMediatorsPanelProps {
  readonly caseId: string;
  /** Whether this person chooses the people of the case: its centre, or the mediator who leads it. */
  readonly chooses: boolean;
}

/** Who mediates beside the mediator. */
export function CoMediatorsPanel({ caseId, chooses }: CoMediatorsPanelProps) {
  const { t } = useTranslation();
  const list = useCoMediators(caseId);
  const [asking, setAsking] = useState(false);
  return (
    <Panel title={t("representatives.co.title")}>
      <Loaded of={list}>
        {(found) => (
          <>
            <p className="faint">{t("representatives.co.lead")}</p>
            {found.items.length + found.asked.length === 0 && (
              <p className="representative-none">{t("representatives.co.none")}</p>
            )}
            <ul className="representatives">
              {found.items.map((one) => (
                <Beside key={one.id} caseId={caseId} one={one} chooses={chooses} />
              ))}
              {found.asked.map(({ id, name }) => (
                <li key={id}>{t("representatives.co.asked", { name })}</li>
              ))}
            </ul>
            {found.mayAdd && <Button onClick={() => setAsking(true)}>{t("representatives.co.add")}</Button>}
            <AskDialog caseId={caseId} list={found} open={asking} onClose={() => setAsking(false)} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

interface BesideProps {
  readonly caseId: string;
  readonly one: { readonly id: string; readonly name: string };
  readonly chooses: boolean;
}

function Beside({ caseId, one, chooses }: BesideProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { id, name } = one;
  const end = useCommand({
    run: (_: void, key) => endCoMediator(caseId, id, key),
    done: t("representatives.co.ended"),
  });
  const ask = () =>
    void modal.confirm({
      title: t("representatives.co.endTitle", { name }),
      content: t("representatives.co.endText"),
      okText: t("representatives.co.end"),
      okButtonProps: { danger: true },
      onOk: () => end.mutateAsync().catch(() => undefined),
    });
  return (
    <li className="representative-row">
      <strong>{name}</strong>
      {chooses && (
        <Button size="small" aria-label={t("representatives.co.endTitle", { name })} onClick={ask}>
          {t("representatives.co.end")}
        </Button>
      )}
    </li>
  );
}

interface AskDialogProps {
  readonly caseId: string;
  readonly list: CoMediatorList;
  readonly open: boolean;
  readonly onClose: () => void;
}

function AskDialog({ caseId, list, open, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  const ask = useCommand({
    run: (mediatorId: string, key) => askCoMediator(caseId, mediatorId, key),
    done: t("representatives.co.sent"),
    onDone: onClose,
  });
  return (
    <Modal
      open={open}
      title={t("representatives.co.choose")}
      okText={t("representatives.co.submit")}
      okButtonProps={{ disabled: chosen === undefined }}
      confirmLoading={ask.isPending}
      onCancel={onClose}
      onOk={() => chosen !== undefined && ask.mutate(chosen)}
      destroyOnHidden
    >
      <Radio.Group
        className="representative-choice"
        aria-label={t("representatives.co.choose")}
        value={chosen}
        onChange={(event) => setChosen(String(event.target.value))}
        options={list.candidates.map(({ id, name, openCases, declaredConflictWithPlatform }) => ({
          value: id,
          label: (
            <>
              {name} <span className="faint">{t("representatives.co.load", { count: openCases })}</span>{" "}
              {declaredConflictWithPlatform && (
                <ToneTag tone="waiting">{t("representatives.co.conflicted")}</ToneTag>
              )}
            </>
          ),
        }))}
      />
    </Modal>
  );
}
