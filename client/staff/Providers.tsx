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

/** antd with our theme, the chosen language, and the nonce its style elements need under the content policy. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  useEffect(() => {
    dayjs.locale(language === "zh" ? "zh-cn" : "en");
  }, [language]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === "zh" ? zhCN : enGB}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
