import { shanghaiClockOf } from "../calendar/shanghai.ts";
import { showInvitationCode } from "./invitationCode.ts";

export const NOTICE_KINDS = [
  "invitation",
  "one_time_code",
  "room",
  "signing",
  "sealed",
  "terminated",
  "reminder",
  "agreement_changed",
  "completed",
  "session_times",
  "session_invitation",
  "session_cancelled",
  "session_reminder",
  "confirmation_due",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** Bodies of notices: an invitation reads differently to somebody who acts for the person invited. */
export type NoticeBody = Exclude<NoticeKind, "one_time_code"> | "representation";
export type NoticeChannel = "sms" | "email" | "post";

/** Everything a notice may mention. There is no field for a debt, an amount or a lender: others may see a screen. */
export type NoticeFacts = {
  centreName: string;
  centrePhone: string;
  mediatorName: string;
  verificationCode: string | null;
  link: string | null;
  /** When the meeting is that a notice is about. */
  startsAt?: Date;
};

/** The address a person opens; short enough to be typed from a letter. */
export function invitationLink(publicUrl: string, code: string): string {
  return `${publicUrl.replace(/\/$/, "")}/m/${showInvitationCode(code)}`;
}

/**
 * The words of a notice, Chinese first, then English. Polite and plain, without a threat, and without saying
 * what the mediation is about.
 */
export function noticeText(kind: NoticeBody, facts: NoticeFacts): string {
  const { zh, en } = BODIES[kind](facts);
  const link = facts.link === null ? "" : `\n${facts.link}`;
  return `【${facts.centreName}】${zh}${link}\n\n${en}`;
}

/** The words that carry a one-time code of six digits. */
export function oneTimeCodeText(
  purpose: "identify" | "sign",
  facts: { centreName: string; code: string; minutes: number },
): string {
  const { centreName, code, minutes } = facts;
  const [zh, en] =
    purpose === "identify"
      ? ["您正在打开一份调解邀请", "You are opening an invitation to mediation"]
      : ["您正在签署一份调解文件", "You are signing a mediation document"];
  return (
    `【${centreName}】${zh}，验证码 ${code}，${minutes} 分钟内有效。请勿告诉任何人，我们的工作人员也不会向您索要。\n\n` +
    `${en}. Your code is ${code}, good for ${minutes} minutes. Tell nobody; our staff never ask for it.`
  );
}

type Bodies = Record<NoticeBody, (facts: NoticeFacts) => { zh: string; en: string }>;

const BODIES: Bodies = {
  invitation: ({ mediatorName, verificationCode, centrePhone, centreName }) => ({
    zh:
      `您好，您有一份调解邀请。调解员：${mediatorName}${zhCode(verificationCode)}。` +
      `是否参加由您自愿决定，不收取任何费用。请打开下面的链接了解详情；如有疑问，请致电 ${centrePhone}。`,
    en:
      `Hello. You are invited to a mediation by ${centreName}. Mediator: ${mediatorName}${enCode(verificationCode)}. ` +
      `Taking part is voluntary and free. Open the link to learn more, or call ${centrePhone}.`,
  }),
  representation: ({ mediatorName, verificationCode, centrePhone, centreName }) => ({
    zh:
      `您好，您作为代理人的授权已经核对。调解员：${mediatorName}${zhCode(verificationCode)}。` +
      `请打开下面的链接，用发到本手机的验证码进入。如果您没有接受委托，请不必理会；如有疑问，请致电 ${centrePhone}。`,
    en:
      `Hello. Your authority to act for somebody in a mediation by ${centreName} has been checked. Mediator: ` +
      `${mediatorName}${enCode(verificationCode)}. Open the link and enter with the code sent to this phone. If you have ` +
      `not agreed to act for anybody, ignore this; questions: ${centrePhone}.`,
  }),
  room: ({ mediatorName, centrePhone }) => ({
    zh: `您好，调解员${mediatorName}已为您打开调解室，您可以在方便的时候进入查看和留言。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. Mediator ${mediatorName} has opened your mediation room. Come in whenever it suits you. Questions: ${centrePhone}.`,
  }),
  signing: ({ centrePhone }) => ({
    zh: `您好，调解文件已备好，请您仔细阅读后决定是否签署，不必着急。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. Your mediation document is ready. Please read it at your own pace before you decide to sign. Questions: ${centrePhone}.`,
  }),
  sealed: ({ centrePhone }) => ({
    zh: `您好，调解文件已由各方签署并生效，您可以随时打开链接查看和下载。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. The mediation document has been signed by everyone and is in effect. You can read and download it at any time. Questions: ${centrePhone}.`,
  }),
  terminated: ({ centrePhone }) => ({
    zh: `您好，本次调解已经结束，您可以打开链接查看结果证明。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. This mediation has ended. You can open the link to read the certificate. Questions: ${centrePhone}.`,
  }),
  reminder: ({ mediatorName, centrePhone }) => ({
    zh: `您好，调解员${mediatorName}提醒您：调解室中有一项事务在等您处理，方便时请打开链接查看。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. Mediator ${mediatorName} would like to remind you that something is waiting for you in your mediation room. Questions: ${centrePhone}.`,
  }),
  completed: ({ centrePhone }) => ({
    zh: `您好，您参加的调解事项已全部办结，证明文件已备好，您可以随时打开链接查看和下载。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. Everything in your mediation is settled and the certificate is ready. You can read and download it at any time. Questions: ${centrePhone}.`,
  }),
  session_times: ({ mediatorName, centrePhone }) => ({
    zh: `您好，调解员${mediatorName}提出了几个线上会议的时间，请打开链接勾选您方便的。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. Mediator ${mediatorName} offers several times for an online meeting. Please open the link and tick those that suit you. Questions: ${centrePhone}.`,
  }),
  session_invitation: ({ startsAt, centrePhone }) => ({
    zh: `您好，线上会议定于 ${clockOf(startsAt).zh}，请届时打开链接参加。时间不合适，请致电 ${centrePhone}。`,
    en: `Hello. The online meeting is set for ${clockOf(startsAt).en}. Open the link at that time. If it does not suit you, call ${centrePhone}.`,
  }),
  session_cancelled: ({ startsAt, centrePhone }) => ({
    zh: `您好，原定 ${clockOf(startsAt).zh} 的线上会议取消，不需要再参加。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. The online meeting of ${clockOf(startsAt).en} is cancelled. Questions: ${centrePhone}.`,
  }),
  session_reminder: ({ startsAt, centrePhone }) => ({
    zh: `您好，提醒您 ${clockOf(startsAt).zh} 有一场线上会议，请届时打开链接参加。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. A reminder of the online meeting at ${clockOf(startsAt).en}. Open the link at that time. Questions: ${centrePhone}.`,
  }),
  confirmation_due: ({ centrePhone }) => ({
    zh: `您好，为调解文件申请司法确认的期限快要到了，是否申请由您自愿决定，不申请不影响文件的效力。期限和办法请打开链接查看；如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. The time to apply for judicial confirmation of your mediation document is nearly over. Whether to apply is your choice; the document holds without it. Open the link for the last day and how it is done. Questions: ${centrePhone}.`,
  }),
  agreement_changed: ({ centrePhone }) => ({
    zh: `您好，待签署的调解文件有变动，原来的文件和已有的签名不再有效，请打开链接查看最新情况。如有疑问，请致电 ${centrePhone}。`,
    en: `Hello. The document that was to be signed has changed; the earlier text and signatures on it no longer count. Open the link for the latest. Questions: ${centrePhone}.`,
  }),
};

/** A meeting's time on Shanghai's clock, to be read in a text message: 11月25日 10:00 and 25/11 10:00. */
function clockOf(startsAt: Date | undefined): { zh: string; en: string } {
  if (startsAt === undefined) return { zh: "", en: "" };
  const { date, hour, minute } = shanghaiClockOf(startsAt);
  const [, month, day] = date.split("-").map(Number);
  const time = `${hour}:${String(minute).padStart(2, "0")}`;
  return { zh: `${month}月${day}日 ${time}`, en: `${day}/${month} ${time} (Beijing time)` };
}

function zhCode(code: string | null): string {
  return code === null ? "" : `（核验码 ${code}）`;
}

function enCode(code: string | null): string {
  return code === null ? "" : ` (verification code ${code})`;
}
