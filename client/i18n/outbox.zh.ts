import type { NoticeKind } from "../../shared/outreach/noticeText.ts";

const kind: Record<NoticeKind, string> = {
  invitation: "调解邀请",
  one_time_code: "验证码",
  room: "调解室开放",
  signing: "待签署",
  sealed: "协议生效",
  terminated: "调解终止",
  reminder: "提醒",
  agreement_changed: "协议变动",
  completed: "结清证明",
  session_times: "选择会议时间",
  session_invitation: "会议邀请",
  session_cancelled: "会议取消",
  session_reminder: "会议提醒",
  confirmation_due: "司法确认期限",
};

export const outbox = {
  kind,
  title: "发件箱",
  intro: "尚未接入短信或邮件网关，通知停在这里，由工作人员转交。接入网关后会自动发送。",
  empty: "没有通知",
  emptyText: "发出邀请或验证码后，内容会出现在这里。",
  filter: "按种类筛选",
  allKinds: "全部种类",
  to: "收件人",
  copyText: "复制全文",
  copyLink: "复制链接",
  calendar: "下载日历文件（.ics）",
  showQr: "显示二维码",
  qrAlt: "链接的二维码",
  status: {
    waiting: "等待可发送时间",
    ready: "待转交",
    sent: "已发送",
    failed: "发送失败",
    cancelled: "已取消",
  },
  notBefore: "{{time}} 之后可发送",
  channel: { sms: "短信", email: "邮件", post: "邮寄" },
};
