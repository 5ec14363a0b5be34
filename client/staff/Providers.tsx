import { App, ConfigProvider } from "antd";
import enGB from "antd/locale/en_GB";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { type ReactNode, useEffect } from "react";
import { useLanguage } from "../i18n/index.ts";
import { grantToNewStyles, styleNonce } from "../ui/nonce.ts";
import { theme } from "../ui/theme.ts";

const nonce = styleNonce();
if (nonce !== undefined) grantToNewStyles(nonce);

/** Somebody asked their system for less motion: antd must not wait for the end of what the style sheet leaves out. */
const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const themed = still ? { ...theme, token: { ...theme.token, motion: false } } : theme;

/** antd with our theme, the chosen language, and the nonce its style elements need under the content policy. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  useEffect(() => {
    dayjs.locale(language === "zh" ? "zh-cn" : "en");
  }, [language]);
  return (
    <ConfigProvider
      theme={themed}
      locale={language === "zh" ? zhCN : enGB}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
