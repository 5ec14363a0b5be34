import type {
  AdjournReason,
  CancelReason,
  SessionPhase,
  SessionStatus,
} from "../../shared/sessions/lifecycle.ts";

const status: Record<SessionStatus, string> = {
  polling: "正在选时间",
  scheduled: "已定时间",
  lobby: "候会中",
  running: "进行中",
  adjourned: "休会",
  ended: "已结束",
  cancelled: "已取消",
};
const phase: Record<SessionPhase, string> = {
  opening: "开场",
  facts: "核对事实",
  options: "商量办法",
  bargaining: "协商方案",
  closing: "小结",
};
const cancelReason: Record<CancelReason, string> = {
  unavailable: "有人不能参加",
  not_needed: "不需要再开",
  technical: "技术原因",
  not_held: "没有召开",
  case_ended: "案件已不在调解中",
};
const adjournReason: Record<AdjournReason, string> = {
  break: "休息",
  time_up: "时间已到",
  documents: "等待材料",
  technical: "技术原因",
};

/** Live meetings, for staff and borrower alike. */
export const sessions = {
  status,
  phase,
  cancelReason,
  adjournReason,
  rules: { version: "版本 {{version}}", enter: "接受并进入", back: "返回案件" },
  putOff: "（原定 {{from}}）",
  event: {
    offered: "调解员提出 {{times}} 个调解会时间，请各自勾选适合的",
    ticked: "已记下本方适合的 {{times}} 个时间（对方看不到）",
    scheduled: "调解会定于 {{when}}，预计 {{minutes}} 分钟",
    moved: "调解会改到 {{when}}，预计 {{minutes}} 分钟",
    lobbyOpened: "调解会开放候会，可以先进来等候",
    started: "调解会开始",
    phase: "进入“{{phase}}”环节",
    adjourned: "调解会休会：{{reason}}",
    resumesAt: "，{{when}} 继续",
    resumed: "调解会继续",
    ended: "调解会结束，历时 {{duration}} 分钟",
    cancelled: "调解会取消：{{reason}}",
    joined: "{{name}} 到会",
    left: "{{name}} 离会",
    groundRules: "{{name}} 接受了调解守则",
  },
};
