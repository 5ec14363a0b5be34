/** Reading the text page by page, on the phone and at the desk. */
export const reader = {
  place: "第 {{page}} 页，共 {{pages}} 页",
  asText: "文字版",
  large: "放大",
  progress: "已读页数",
  paper: "协议第 {{page}} 页",
  alt: "协议第 {{page}} 页的原样；可切换“文字版”逐字阅读",
  before: "上一页",
  next: "下一页",
  failed: "这一页没有打开。",
  left_other: "还有 {{count}} 页没有看",
  allRead: "全文各页都已看过",
  open: "阅读全文",
  title: "协议全文",
};
