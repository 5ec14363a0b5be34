import Joi from "joi";
import { isRelay, needsCredentials, type IceSettings } from "./iceServers.ts";

const url = Joi.string()
  .pattern(/^(stuns?:[^\s?]+|turns?:[^\s?]+(\?transport=(udp|tcp))?)$/)
  .max(200);
const server = Joi.object({
  urls: Joi.array().items(url).min(1).max(4).single().required(),
  username: Joi.string().max(200),
  credential: Joi.string().max(200),
}).and("username", "credential");
const list = Joi.array().items(server).max(8);

/** The servers of `ICE_SERVERS`: addresses separated by commas, or a JSON list as browsers take it. Null: neither. */
export function parseIceServers(text: string): IceSettings["servers"] | null {
  const { value, error } = list.validate(read(text));
  // Checked by the line above.
  return error ? null : (value as IceSettings["servers"]);
}

/** What is wrong with the settings of calls taken together, or null. */
export function iceFault({ servers, turnSecret, relayOnly }: IceSettings): string | null {
  if (turnSecret === undefined && servers.some(needsCredentials))
    return "The setting ICE_SERVERS has a TURN server without credentials: give them in the list, or set TURN_SECRET.";
  if (relayOnly && !servers.some(isRelay))
    return "The setting ICE_RELAY_ONLY needs a TURN server: add one to ICE_SERVERS.";
  return null;
}

function read(text: string): unknown {
  if (!text.trimStart().startsWith("[")) {
    const urls = text.split(",").map((one) => one.trim());
    return urls.filter((one) => one !== "").map((one) => ({ urls: [one] }));
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
