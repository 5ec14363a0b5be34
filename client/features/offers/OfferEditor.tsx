import { Alert, App, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TermsBasis } from "../../../shared/offers/draftTerms.ts";
import type { OfferView } from "../../../shared/offers/offerView.ts";
import { Loaded } from "../../ui/Loaded.tsx";
import { useCase } from "../cases/api.ts";
import { useTermsBasis } from "./api.ts";
import { type DraftPurpose, OfferForm } from "./OfferForm.tsx";
import { useAnswering } from "./useAnswering.ts";
import type { DebtName } from "./WaiverFields.tsx";
import "./offerEditor.css";

interface OfferEditorProps {
  readonly caseId: string;
  /** The offer this one answers; null for an offer of one's own. */
  readonly counters: OfferView | null;
  readonly compareWith: OfferView | null;
  /** The last offer of this side, to go on from when nothing is countered. */
  readonly previous: Pick<OfferView, "terms"> | null;
  /** What is drawn up is not put to the other side but goes somewhere else: the mediator's drafts. */
  readonly purpose?: DraftPurpose;
  readonly onClose: () => void;
}

const NO_DEBTS: readonly DebtName[] = [];

/** Draws up an offer; closing asks first when something would be lost. */
export function OfferEditor({ caseId, counters, compareWith, previous, purpose, onClose }: OfferEditorProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [open, setOpen] = useState(true);
  const [changed, setChanged] = useState(false);
  useAnswering(counters);
  const basis = useTermsBasis(caseId, true);
  const file = useCase(caseId);
  const close = () => {
    if (!changed) return setOpen(false);
    modal.confirm({
      title: t("offers.editor.discardAsk"),
      okText: t("offers.editor.discard"),
      cancelText: t("offers.editor.keep"),
      onOk: () => setOpen(false),
    });
  };
  const own = purpose?.title ?? t("offers.editor.put");
  const title = counters ? t("offers.editor.counter", { number: counters.number }) : own;
  return (
    <Drawer
      open={open}
      onClose={close}
      afterOpenChange={(isOpen) => !isOpen && onClose()}
      size={1040}
      rootClassName="offer-drawer"
      title={title}
      destroyOnHidden
    >
      <Loaded of={basis}>
        {(found: TermsBasis) =>
          found.payeeAccount === null ? (
            <Alert type="warning" showIcon title={t("offers.editor.noPayee")} />
          ) : (
            <OfferForm
              // A statement restated while the editor is open makes other terms; begin again from it.
              key={found.statementHash}
              caseId={caseId}
              basis={found}
              debts={file.data?.debts ?? NO_DEBTS}
              counters={counters}
              compareWith={compareWith}
              start={counters ?? previous}
              {...(purpose === undefined ? {} : { purpose })}
              onChanged={setChanged}
              onDone={() => setOpen(false)}
            />
          )
        }
      </Loaded>
    </Drawer>
  );
}
