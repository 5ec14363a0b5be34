import type { RefusalCode } from "../../shared/api/refusal.ts";

/** What only the browser can find wrong. */
type LocalCode = "network" | "no_answer";

/** One sentence for each stable refusal code; a new code without a sentence does not compile. */
export const errors: Record<RefusalCode | LocalCode, string> = {
  network: "网络连接不上，请检查网络后重试。",
  no_answer: "没有收到回应，可能没有送达。",
  validation_failed: "填写的内容有误，请检查标出的地方。",
  malformed_json: "发送的内容不完整，请刷新后重试。",
  not_signed_in: "登录已失效，请重新登录。",
  credentials_wrong: "用户名或密码不对。",
  code_wrong: "验证信息不对，请再核对一次。",
  forbidden: "您没有权限做这件事。",
  csrf_invalid: "页面放置太久，请刷新后重试。",
  origin_refused: "请求的来源不被接受，请从本站页面操作。",
  not_found: "没有找到，或者您无权查看。",
  version_conflict: "别人刚刚改过这项内容，请刷新后再改。",
  stage_forbids: "案件目前的阶段不能做这一步。",
  already_done: "这一步已经做过了。",
  already_answered: "已经答复过了，不能再改。",
  case_paused: "案件处于暂停期，暂时不能操作。",
  conflict_of_interest: "存在利益冲突，不能担任本案调解员。",
  approval_needed: "超出平台授权范围，需要审批人先批准。",
  offer_not_open: "这个方案已经不能答复了。",
  own_offer_open: "己方已有一份未答复的方案，请先撤回再提出新方案。",
  terms_changed: "条款已有变化，请重新核对。",
  not_a_member: "您不在这个调解室里。",
  not_everyone_signed: "还有人没有签署。",
  invitation_expired: "邀请已过期，请联系调解组织重新发送。",
  file_too_large: "文件太大了。",
  file_kind_refused: "不支持这种文件。",
  unprocessable: "内容无法处理，请核对后再试。",
  idempotency_mismatch: "同一操作提交了两次不同的内容，请刷新后重试。",
  terms_invalid: "方案条款不成立，请检查数字和日期。",
  document_incomplete: "资料还不齐，暂时不能生成文件。",
  too_many_tries: "尝试次数太多，请过一会儿再试。",
  rate_limited: "操作太频繁，请过一会儿再试。",
  internal: "系统出了问题，我们已经记录下来。请稍后再试。",
  unavailable: "系统暂时不可用，请稍后再试。",
};
