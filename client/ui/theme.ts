import type { ThemeConfig } from "antd";
import { palette } from "./palette.ts";

const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", ' +
  '"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';

/** antd, themed once. Text and control colours keep at least 4.5 to 1 against every surface they are used on. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.primary,
    // What is pointed at gets darker: lighter, as antd would have it, is too faint on white.
    colorPrimaryHover: palette.primaryDeep,
    colorLink: palette.primary,
    colorLinkHover: palette.primaryDeep,
    colorErrorHover: palette.bad,
    colorSuccess: palette.good,
    colorWarning: palette.warn,
    colorError: palette.bad,
    colorErrorBg: palette.badSoft,
    colorWarningBg: palette.warnSoft,
    colorSuccessBg: palette.goodSoft,
    colorInfoBg: palette.jointSoft,
    colorInfo: palette.joint,
    colorText: palette.ink,
    colorTextSecondary: palette.inkSoft,
    colorTextTertiary: palette.inkFaint,
    colorTextDescription: palette.inkSoft,
    colorTextPlaceholder: palette.inkFaint,
    colorTextDisabled: palette.inkFaint,
    colorBorder: "#8a95a5",
    colorBorderSecondary: palette.lineSoft,
    colorBgLayout: palette.page,
    colorSplit: palette.lineSoft,
    borderRadius: 6,
    fontFamily: FONT,
    fontSize: 14,
    lineHeight: 1.6,
    controlHeight: 36,
  },
  components: {
    Layout: { siderBg: palette.surface, headerBg: palette.surface, bodyBg: palette.page, headerHeight: 56 },
    Menu: { itemHeight: 42, itemSelectedBg: palette.primarySoft, itemSelectedColor: palette.primaryDeep },
    Table: { headerBg: palette.page, headerColor: palette.inkSoft },
    Card: { headerFontSize: 16 },
  },
};
