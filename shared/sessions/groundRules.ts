/** The version of the ground rules in force. Other words are another version, and everybody is asked again. */
export const GROUND_RULES = "2026-11";

export type GroundRule = { title: string; text: string };
export type GroundRulesText = { title: string; lead: string; rules: readonly GroundRule[]; accept: string };

/**
 * What everybody keeps to who enters the room, word for word as accepted. A private platform stands outside the texts
 * that keep offers out of court (民诉法解释 107, 在线调解规则 18), so the second rule is also an agreement between the two sides.
 */
export const GROUND_RULES_TEXT: Record<"zh" | "en", GroundRulesText> = {
  zh: {
    title: "调解守则",
    lead: "进入调解室之前，请每一位参加的人先阅读并接受以下守则。",
    rules: [
      {
        title: "保密",
        text: "调解中说的话、看到的材料，只用于这次调解，不告诉与调解无关的人，不录音录像，不截图外传。单方会谈的内容，未经同意不转告另一方。",
      },
      {
        title: "说出来的让步不作为证据",
        text: "为了达成协议而承认的事实、提出或拒绝的方案，任何一方以后都不在诉讼或其他程序中拿来对付另一方。双方另行签字确认的无争议事实除外。",
      },
      {
        title: "自愿",
        text: "参加与否、接受与否，都由您自己决定。可以随时要求休息、要求单独和调解员谈，也可以随时退出，退出不会因此受到不利对待。",
      },
      {
        title: "互相尊重",
        text: "不辱骂、不威胁、不施压，让对方把话说完。调解员是中立的，不替任何一方催收，也不替任何一方做决定。有人违反时，调解员可以暂停调解或请其离开。",
      },
    ],
    accept: "我已阅读并接受以上守则",
  },
  en: {
    title: "Ground rules",
    lead: "Before entering the room, everybody who takes part reads and accepts these rules.",
    rules: [
      {
        title: "Confidential",
        text: "What is said and shown here is for this mediation only: not for people outside it, not recorded, not passed on as a picture. What is said to the mediator alone is not told to the other side without consent.",
      },
      {
        title: "Without prejudice",
        text: "What somebody admits, offers or refuses in order to settle is never used against them by the other side, in court or elsewhere. Undisputed facts that both sides sign separately are the exception.",
      },
      {
        title: "Voluntary",
        text: "Whether you take part and what you accept is yours to decide. You can ask for a break, ask for the mediator alone, or leave at any time, and it will not be held against you.",
      },
      {
        title: "Respect",
        text: "No insults, no threats, no pressure; everybody may finish speaking. The mediator is neutral, collects for nobody and decides for nobody, and may pause the talk or ask somebody to leave who breaks these rules.",
      },
    ],
    accept: "I have read and accept these rules",
  },
};
