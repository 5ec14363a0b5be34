import { Modal } from "antd";
import { Command } from "cmdk";
import { useContext, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ROOM_STAGES } from "../../../shared/cases/lifecycle.ts";
import type { StaffRole } from "../../../shared/api/roles.ts";
import { useCases } from "../../features/cases/api.ts";
import { openTo, staffRoutes } from "../routes.tsx";
import { GoContext } from "./targets.ts";
import "./go.css";

interface GoAnywhereProps {
  readonly role: StaffRole;
  readonly onClose: () => void;
}

/** One field to any page, any case and any part of the page that is open. */
export function GoAnywhere({ role, onClose }: GoAnywhereProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const here = useContext(GoContext).current;
  const [text, setText] = useState("");
  const routes = staffRoutes.filter(openTo(role));
  const hasCases = routes.some(({ path }) => path === "/cases");
  const choose = (go: () => void) => () => {
    onClose();
    // After the dialog has given the focus back.
    window.setTimeout(go);
  };
  return (
    <Modal open footer={null} closable={false} onCancel={onClose} width={560} title={null} className="go">
      <Command label={t("staffShell.go.title")} loop>
        <Command.Input
          ref={(field) => field?.focus()}
          value={text}
          onValueChange={setText}
          placeholder={t("staffShell.go.hint")}
          className="go-input"
        />
        <Command.List className="go-list" label={t("staffShell.go.title")}>
          <Command.Empty className="go-empty">{t("staffShell.go.nothing")}</Command.Empty>
          {here.length > 0 && (
            <Command.Group heading={t("staffShell.go.here")}>
              {here.map(({ key, name, keys, go }) => (
                <Command.Item key={key} value={`${key} ${name}`} onSelect={choose(go)}>
                  {name}
                  {keys !== undefined && <kbd>{keys}</kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {hasCases && text.trim() !== "" && (
            <Cases
              text={text}
              mayEnter={routes.some(({ path }) => path === "/cases/:caseId/room")}
              onChoose={(path) => choose(() => void navigate(path))()}
            />
          )}
          <Command.Group heading={t("staffShell.go.pages")}>
            {routes.flatMap(({ path, nav }) =>
              nav
                ? [
                    <Command.Item
                      key={path}
                      value={`${path} ${t(`staffShell.nav.${nav.key}`)}`}
                      onSelect={choose(() => void navigate(path))}
                    >
                      {nav.icon}
                      {t(`staffShell.nav.${nav.key}`)}
                    </Command.Item>,
                  ]
                : [],
            )}
          </Command.Group>
        </Command.List>
      </Command>
    </Modal>
  );
}

interface CasesProps {
  readonly text: string;
  readonly mayEnter: boolean;
  readonly onChoose: (path: string) => void;
}

const MOST = 6;

/** Cases found by number or name; the server has looked for them, so whatever it found is shown. */
function Cases({ text, mayEnter, onChoose }: CasesProps) {
  const { t } = useTranslation();
  const q = useDeferredValue(text.trim());
  const found = useCases({ q }).data ?? [];
  return (
    <Command.Group heading={t("staffShell.go.cases")}>
      {found.slice(0, MOST).map(({ id, number, stage, borrower, platform }) => {
        const name = `${number} ${borrower.name} · ${platform.name}`;
        const room = mayEnter && ROOM_STAGES.includes(stage);
        return [
          <Command.Item key={id} value={id} keywords={[text]} onSelect={() => onChoose(`/cases/${id}`)}>
            <span className="go-name">{name}</span>
            <small>{t(`stage.${stage}`)}</small>
          </Command.Item>,
          ...(room
            ? [
                <Command.Item
                  key={`${id} room`}
                  value={`${id} room`}
                  keywords={[text]}

                  onSelect={() => onChoose(`/cases/${id}/room`)}
                >
                  <span className="go-name">{name}</span>
                  <small>{t("staffShell.go.room")}</small>
                </Command.Item>,
              ]
            : []),
        ];
      })}
    </Command.Group>
  );
}
