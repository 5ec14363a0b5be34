import { DownOutlined, LogoutOutlined, SafetyOutlined, UserOutlined } from "@ant-design/icons";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { inLanguage, type StaffUser, useSession } from "../api/me.ts";
import { useLanguage } from "../i18n/index.ts";
import { errorText } from "../i18n/text.ts";

export function AccountMenu({ user }: { readonly user: StaffUser }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const session = useSession();
  const { message, modal } = App.useApp();
  const leave = async (how: () => Promise<void>) => {
    try {
      await how();
      await navigate("/");
    } catch (error) {
      void message.error(errorText(error));
    }
  };
  const act: Record<string, () => void> = {
    account: () => void navigate("/account"),
    signOut: () => void leave(session.signOut),
    everywhere: () =>
      void modal.confirm({
        title: t("staffShell.signOutEverywhere"),
        content: t("staffShell.signOutEverywhereAsk"),
        onOk: () => leave(session.signOutEverywhere),
      }),
  };
  return (
    <Dropdown
      trigger={["click"]}
      getPopupContainer={(button) => button.parentElement ?? document.body}
      menu={{
        items: [
          { key: "account", icon: <UserOutlined />, label: t("staffShell.account") },
          { type: "divider" },
          { key: "signOut", icon: <LogoutOutlined />, label: t("staffShell.signOut") },
          { key: "everywhere", icon: <SafetyOutlined />, label: t("staffShell.signOutEverywhere") },
        ],
        onClick: ({ key }) => act[key]?.(),
      }}
    >
      <Button type="text" className="account-button">
        <span className="account-name">{inLanguage(user, language)}</span>
        <span className="account-role">{t(`staffShell.role.${user.role}`)}</span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
