import { v7 as uuid } from "uuid";
import { Refusal } from "../../shared/api/refusal.ts";
import type { Actor } from "../../shared/api/roles.ts";
import { PING, type WebhookEvent } from "../../shared/deliveries/eventTypes.ts";
import { ENDPOINT_TRANSITIONS, type EndpointCommand } from "../../shared/deliveries/lifecycle.ts";
import { SECRET_OVERLAP_MS } from "../../shared/deliveries/retries.ts";
import type { Tx } from "../database/transaction.ts";
import { onlyStaffOfAPlatform } from "../organisations/index.ts";
import type { WebhookDelivery } from "./delivery.entity.ts";
import { onlyOwnPlatform } from "./delivery.policy.ts";
import type { DeliveryRepository } from "./delivery.repository.ts";
import { WebhookEndpoint } from "./endpoint.entity.ts";
import type { EndpointRepository } from "./endpoint.repository.ts";
import type { UrlCheck } from "./endpointUrl.ts";
import { messageBody } from "./payloads.ts";
import type { SecretBox } from "../secretBox.ts";
import { newSecret } from "./signature.ts";
import { pendingDelivery } from "./writer.ts";

const MAX_ENDPOINTS = 10;

export type EndpointInput = { url: string; description: string; eventTypes: WebhookEvent[] };
/** The secret is readable in this answer alone. */
export type EndpointWithSecret = { endpoint: WebhookEndpoint; secret: string };
type Deps = {
  endpoints: EndpointRepository;
  deliveries: DeliveryRepository;
  checkUrl: UrlCheck;
  secrets: SecretBox;
  wake: () => void;
};

/** Where a platform's systems are told, and with which secret. */
export class EndpointService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  list(tx: Tx, actor: Actor): Promise<WebhookEndpoint[]> {
    return this.#deps.endpoints.ofPlatform(tx, onlyStaffOfAPlatform(actor).organisationId);
  }

  async create(tx: Tx, actor: Actor, input: EndpointInput): Promise<EndpointWithSecret> {
    const { organisationId: platformId, staffId: createdBy } = onlyStaffOfAPlatform(actor);
    const existing = await this.#deps.endpoints.ofPlatform(tx, platformId);
    if (existing.length >= MAX_ENDPOINTS) {
      throw new Refusal("unprocessable", `a platform has at most ${MAX_ENDPOINTS} endpoints`, {
        params: { limit: MAX_ENDPOINTS },
      });
    }
    const [id, secret] = [uuid(), newSecret()];
    const endpoint = Object.assign(new WebhookEndpoint(), {
      ...input,
      url: this.#deps.checkUrl(input.url),
      id,
      platformId,
      status: "active" as const,
      secret: this.#deps.secrets.seal(secret, id),
      previousSecret: null,
      previousUntil: null,
      createdBy,
      createdAt: tx.now,
      version: 1,
    });
    return { endpoint: await this.#deps.endpoints.insert(tx, endpoint), secret };
  }

  async edit(
    tx: Tx,
    actor: Actor,
    endpointId: string,
    { version, ...input }: EndpointInput & { version: number },
  ): Promise<WebhookEndpoint> {
    const endpoint = await this.#lock(tx, actor, endpointId);
    if (endpoint.version !== version) {
      throw new Refusal("version_conflict", "the endpoint was changed meanwhile; look at it again");
    }
    const url = this.#deps.checkUrl(input.url);
    await this.#deps.endpoints.change(tx, endpoint, { ...input, url });
    return endpoint;
  }

  /** A new secret signs at once; the one before it signs as well for a day, so that nothing is lost on the change. */
  async rotateSecret(tx: Tx, actor: Actor, endpointId: string): Promise<EndpointWithSecret> {
    const endpoint = await this.#lock(tx, actor, endpointId);
    const secret = newSecret();
    await this.#deps.endpoints.change(tx, endpoint, {
      secret: this.#deps.secrets.seal(secret, endpointId),
      previousSecret: endpoint.secret,
      previousUntil: new Date(tx.now.getTime() + SECRET_OVERLAP_MS),
    });
    return { endpoint, secret };
  }

  async move(
    tx: Tx,
    actor: Actor,
    endpointId: string,
    command: Exclude<EndpointCommand, "answered_gone">,
  ): Promise<WebhookEndpoint> {
    const endpoint = await this.#lock(tx, actor, endpointId);
    const status = ENDPOINT_TRANSITIONS[endpoint.status][command];
    if (status === null) throw new Refusal("already_done", "the endpoint is in that state already");
    await this.#deps.endpoints.change(tx, endpoint, { status });
    if (command === "resume") tx.afterCommit(() => this.#deps.wake());
    return endpoint;
  }

  /** One message that says nothing, tried once. */
  async ping(tx: Tx, actor: Actor, endpointId: string): Promise<WebhookDelivery> {
    const endpoint = await this.#lock(tx, actor, endpointId);
    if (endpoint.status !== "active") {
      throw new Refusal("unprocessable", "only an endpoint that is active can be tried");
    }
    const body = messageBody(PING, tx.now.toISOString(), {});
    const { platformId } = endpoint;
    const delivery = pendingDelivery(
      { endpointId, platformId, eventId: uuid(), type: PING, caseNumber: null, body },
      tx.now,
      1,
    );
    await this.#deps.deliveries.insert(tx, delivery);
    tx.afterCommit(() => this.#deps.wake());
    return delivery;
  }

  async #lock(tx: Tx, actor: Actor, endpointId: string): Promise<WebhookEndpoint> {
    const { own } = onlyOwnPlatform(actor, await this.#deps.endpoints.lock(tx, endpointId));
    if (own.status === "removed") throw new Refusal("not_found", "no such endpoint or delivery");
    return own;
  }
}
