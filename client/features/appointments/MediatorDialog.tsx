import { Modal, Radio, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../ui/Loaded.tsx";
import { useMediators } from "../cases/api.ts";
import type { Mediator } from "../cases/types.ts";
import "./appointments.css";

interface MediatorDialogProps {
  readonly open: boolean;
  /** One case shows what each mediator has had with its platform; several together cannot. */
  readonly caseId: string | null;
  readonly count: number;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onChosen: (mediatorId: string) => void;
}

/** Choosing a mediator: the free ones first, those with the fewest cases at the top. */
export function MediatorDialog({ open, caseId, count, busy, onClose, onChosen }: MediatorDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string>();
  return (
    <Modal
      open={open}
      title={caseId === null ? t("appointments.dialogMany", { count }) : t("appointments.dialogTitle")}
      okText={t("appointments.propose")}
      okButtonProps={{ disabled: chosen === undefined }}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => chosen !== undefined && onChosen(chosen)}
      afterClose={() => setChosen(undefined)}
      destroyOnHidden
    >
      <p className="dialog-text">{t("appointments.dialogText")}</p>
      <Candidates caseId={caseId} chosen={chosen} onChange={setChosen} />
    </Modal>
  );
}

interface CandidatesProps {
  readonly caseId: string | null;
  readonly chosen: string | undefined;
  readonly onChange: (mediatorId: string) => void;
}

function Candidates({ caseId, chosen, onChange }: CandidatesProps) {
  const { t } = useTranslation();
  const mediators = useMediators(caseId);
  return (
    <Loaded of={mediators}>
      {(items) => (
        <Radio.Group
          className="candidates"
          value={chosen}
          onChange={(event) => onChange(String(event.target.value))}
          aria-label={t("appointments.dialogTitle")}
        >
          {freeFirst(items).map((mediator) => (
            <Radio key={mediator.id} value={mediator.id} disabled={!mediator.acceptingCases}>
              <span className="candidate">
                <strong>{mediator.name}</strong>
                {!mediator.acceptingCases && <Tag>{t("appointments.notAccepting")}</Tag>}
                <span>{t("appointments.openCases", { count: mediator.openCases })}</span>
                {caseId !== null && (
                  <span>
                    {t("appointments.priorWithPlatform", { count: mediator.priorCasesWithPlatform })}
                  </span>
                )}
                {mediator.declaredConflictWithPlatform === true && (
                  <span className="candidate-warn">{t("appointments.hadConflict")}</span>
                )}
              </span>
            </Radio>
          ))}
        </Radio.Group>
      )}
    </Loaded>
  );
}

function freeFirst(mediators: readonly Mediator[]): readonly Mediator[] {
  return mediators.toSorted(
    (a, b) =>
      Number(b.acceptingCases) - Number(a.acceptingCases) ||
      Number(a.declaredConflictWithPlatform === true) - Number(b.declaredConflictWithPlatform === true) ||
      a.openCases - b.openCases ||
      a.priorCasesWithPlatform - b.priorCasesWithPlatform,
  );
}
