import { WARNING_TEXT } from "../../../shared/proposals/proposalView.ts";
import { photo } from "../evidence.ts";
import { buildTerms, waive } from "../terms.ts";
import type { Terms } from "../../../shared/plans/terms.ts";
import type { Reply } from "./desk.ts";
import { alone, INSIDERS, PARTY, type Person, type Side } from "./people.ts";
import type { Room } from "./room.ts";
import type { Marked } from "./secrets.ts";
import type { PaperStep, Step } from "./steps.ts";
import { pick } from "./talk.ts";

const HOUR_MS = 3_600_000;
export const ROUND_HOURS = 48;

let picture: Promise<Buffer> | null = null;

/** What is done over HTTP: drafts, facts, documents, offers written for a side, and sealed proposals. */
export class Papers {
  readonly #room: Room;
  readonly #kept = new Map<string, string>();
  readonly #facts: { id: string; version: number }[] = [];
  readonly #drafts: { id: string; termsHash: string; side: Side; note: Marked }[] = [];
  #sealed: { id: string; version: number; termsHash: string; note: Marked; opened: boolean } | null = null;
  readonly exhibitIds: string[] = [];
  /** What each side has said under seal. */
  readonly answers = new Map<Side, Set<string>>();

  constructor(room: Room) {
    this.#room = room;
  }

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case "keepDraft":
        return await this.#keep(step);
      case "fact":
      case "answerFact":
        return await this.#fact(step);
      case "exhibit":
        return await this.#exhibit(step);
      case "draftFor":
        return await this.#draftFor(step);
      case "decideDraft":
        return await this.#decide(step);
      case "seal":
        return await this.#seal();
      case "openSeal":
      case "withdrawSeal":
      case "answerSeal":
      case "leaveSeal":
        return await this.#round(step);
      default:
        throw new Error(`nobody does ${step.do}`);
    }
  }

  async #keep({ who, channel }: Extract<PaperStep, { do: "keepDraft" }>): Promise<void> {
    const text = this.#tell(`what ${who} typed in ${channel}`, [who]);
    const place = `${who} ${channel}`;
    const answer = await this.#put(who, `${this.#path}/room/drafts/${channel}`, {
      text: text.text,
      version: this.#kept.get(place) ?? null,
    });
    if (answer.status === 200) this.#kept.set(place, String(answer.body.version));
    else text.refuse();
  }

  async #fact(step: Extract<PaperStep, { do: "fact" | "answerFact" }>): Promise<void> {
    if (step.do === "fact") {
      const text = this.#tell(`a fact of ${step.who}'s`, INSIDERS);
      const answer = await this.#post(step.who, `${this.#path}/facts`, { text: `事实 ${text.text}` });
      if (answer.status === 201) this.#facts.push({ id: answer.body.id, version: answer.body.version });
      else text.refuse();
      return;
    }
    const fact = pick(this.#facts, step.which);
    if (!fact) return;
    const reason = this.#tell(`why ${step.who} disputes a fact`, INSIDERS);
    const said = step.confirm ? { answer: "confirmed" } : { answer: "disputed", reason: reason.text };
    const answer = await this.#post(step.who, `/api/facts/${fact.id}/answer`, {
      ...said,
      version: fact.version,
    });
    if (answer.status === 200) fact.version = answer.body.version;
    else reason.refuse();
  }

  /** A document for one side and the mediator, shown where it may be and where it may not. */
  async #exhibit({ who, channel }: Extract<PaperStep, { do: "exhibit" }>): Promise<void> {
    const side = PARTY[who] as Side;
    const name = this.#tell(`a document of ${who}'s`, alone(side));
    const fields = {
      name: `证据 ${name.text}`,
      groupNo: "1",
      source: "原件",
      proves: "内容",
      purpose: "目的",
      audience: JSON.stringify([side, "mediator"]),
      disclosure: "without_prejudice",
    };
    const desk = this.#room.deskOf(who);
    const bytes = await (picture ??= photo(77));
    const answer = await desk.upload(`${this.#path}/exhibits`, fields, bytes, "照片.jpg");
    if (answer.status !== 201) return name.refuse();
    const exhibitId = String(answer.body.id);
    this.exhibitIds.push(exhibitId);
    await this.#room.talk.say(who, channel, { exhibitId });
    await this.#room.talk.say("mediator", channel, { exhibitId });
  }

  async #draftFor({ side, beyond }: Extract<PaperStep, { do: "draftFor" }>): Promise<void> {
    const terms = await this.#terms(beyond);
    if (terms === null) return;
    const note = this.#tell(`an offer drafted for the ${side}`, alone(side));
    const body = { for: side, terms, note: note.text, openDays: 5 };
    const answer = await this.#post("mediator", `${this.#path}/offer-drafts`, body);
    if (answer.status !== 201) return note.refuse();
    this.#drafts.push({ id: answer.body.id, termsHash: answer.body.termsHash, side, note });
  }

  async #decide({ who, which, confirm }: Extract<PaperStep, { do: "decideDraft" }>): Promise<void> {
    const draft = pick(this.#drafts, which);
    if (!draft) return;
    const { id, termsHash, side, note } = draft;
    const { secrets } = this.#room.house;
    const what = confirm ? "confirm" : "turn-down";
    const answer = await this.#post(who, `/api/offer-drafts/${id}/${what}`, confirm ? { termsHash } : {});
    if (side !== PARTY[who] && answer.status < 400)
      secrets.wrong(`${who} decided on a draft for the ${side}`);
    // Beyond the agent's limits it waits for the approver, and nobody else hears of it.
    if (confirm && answer.status === 201 && answer.body.status !== "awaiting_approval") note.widen(INSIDERS);
  }

  async #seal(): Promise<void> {
    if (this.#sealed !== null) return;
    const terms = await this.#terms(true);
    if (terms === null) return;
    const note = this.#tell("a proposal nobody was sent", ["mediator"]);
    const answer = await this.#post("mediator", `${this.#path}/proposals`, { terms, note: note.text });
    if (answer.status !== 201) return note.refuse();
    const { id, version, termsHash } = answer.body;
    this.#sealed = { id, version, termsHash, note, opened: false };
  }

  async #round(
    step: Extract<PaperStep, { do: "openSeal" | "withdrawSeal" | "answerSeal" | "leaveSeal" }>,
  ): Promise<void> {
    const sealed = this.#sealed;
    if (sealed === null) return;
    const at = `/api/proposals/${sealed.id}`;
    switch (step.do) {
      case "openSeal": {
        const deadline = new Date(
          this.#room.house.clock.now().getTime() + ROUND_HOURS * HOUR_MS,
        ).toISOString();
        // Before it is sent: others may hear it before the mediator has the answer.
        sealed.note.widen(INSIDERS);
        const { status } = await this.#post("mediator", `${at}/opening`, {
          deadline,
          version: sealed.version,
        });
        if (status === 200) sealed.opened = true;
        if (sealed.opened) sealed.note.widen(INSIDERS);
        else sealed.note.refuse(["mediator"]);
        return;
      }
      case "withdrawSeal":
        await this.#post("mediator", `${at}/withdrawal`);
        return;
      case "answerSeal": {
        const answer = step.yes ? "yes" : "no";
        await this.#post(step.who, `${at}/acknowledgement`, { warning: WARNING_TEXT });
        const side = PARTY[step.who] as Side;
        this.answers.set(side, (this.answers.get(side) ?? new Set()).add(answer));
        await this.#post(step.who, `${at}/answer`, { answer, termsHash: sealed.termsHash });
        return;
      }
      case "leaveSeal":
        await this.#post("approver", `${at}/leave`, { approve: step.give });
    }
  }

  async #terms(beyond: boolean): Promise<Terms | null> {
    const { status, body } = await this.#room.deskOf("mediator").get(`${this.#path}/terms-basis`);
    if (status !== 200) return null;
    return buildTerms(body, beyond ? { waivers: waive(body, "interest") } : {});
  }

  get #path(): string {
    return `/api/cases/${this.#room.caseId}`;
  }
  #tell(what: string, readers: readonly Person[]): Marked {
    return this.#room.house.secrets.add(what, this.#room.caseId, readers);
  }
  async #post(who: Person, path: string, body: object = {}): Promise<Reply> {
    return this.#sent(who, await this.#room.deskOf(who).post(path, body));
  }
  async #put(who: Person, path: string, body: object): Promise<Reply> {
    return this.#sent(who, await this.#room.deskOf(who).put(path, body));
  }
  /** An answer is a way out like any other. */
  #sent(who: Person, reply: Reply): Reply {
    const { secrets } = this.#room.house;
    secrets.look(who, reply.text, this.#room.caseId);
    if (reply.status >= 500) secrets.wrong(`${who}: ${reply.text}`);
    return reply;
  }
}
