import Joi from "joi";
import { PING, WEBHOOK_EVENTS, type MessageType } from "../../shared/deliveries/eventTypes.ts";
import { DELIVERY_STATUSES, type DeliveryStatus } from "../../shared/deliveries/lifecycle.ts";
import type { EndpointInput } from "./endpoint.service.ts";

export const endpointParams = Joi.object<{ endpointId: string }>({
  endpointId: Joi.string().uuid().required(),
});
export const deliveryParams = Joi.object<{ deliveryId: string }>({
  deliveryId: Joi.string().uuid().required(),
});

const ENDPOINT = {
  url: Joi.string().trim().max(500).required(),
  description: Joi.string().trim().max(100).allow("").required(),
  eventTypes: Joi.array()
    .items(Joi.string().valid(...WEBHOOK_EVENTS))
    .min(1)
    .unique()
    .required(),
};
export const newEndpointBody = Joi.object<EndpointInput>(ENDPOINT);
export const endpointBody = Joi.object<EndpointInput & { version: number }>({
  ...ENDPOINT,
  version: Joi.number().integer().min(1).required(),
});

export const logQuery = Joi.object<{
  endpointId?: string;
  status?: DeliveryStatus;
  type?: MessageType;
  cursor?: string;
  limit: number;
}>({
  endpointId: Joi.string().uuid(),
  status: Joi.string().valid(...DELIVERY_STATUSES),
  type: Joi.string().valid(...WEBHOOK_EVENTS, PING),
  cursor: Joi.string().max(200),
  limit: Joi.number().integer().min(1).max(200).default(50),
});
