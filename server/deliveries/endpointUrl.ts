import { Refusal } from "../../shared/api/refusal.ts";
import { createPrivacyCheck } from "./privateAddresses.ts";

/** The address as it is kept, or a refusal that says what is wrong with it. */
export type UrlCheck = (text: string) => string;

/**
 * An address that may be asked for. Where a name leads is looked at when a message is sent, every time. Without TLS only
 * inside a network the operator has allowed.
 */
export function createUrlCheck(allowPrivate: readonly string[]): UrlCheck {
  const isPrivate = createPrivacyCheck(allowPrivate);
  return (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null) throw faulty("url.invalid", "not an address");
    if (url.protocol !== "https:" && !(allowPrivate.length > 0 && url.protocol === "http:")) {
      throw faulty("url.https", "the address must begin with https://");
    }
    if (url.username !== "" || url.password !== "") {
      throw faulty("url.credentials", "no user name or password in the address; messages are signed");
    }
    if (url.hash !== "") throw faulty("url.fragment", "a fragment never reaches a server");
    if (isPrivate(url.hostname)) {
      throw faulty("url.private", "the address lies inside a private network, where nothing is sent");
    }
    return url.href;
  };
}

function faulty(code: string, detail: string): Refusal {
  return new Refusal("validation_failed", "messages cannot be sent there", {
    errors: [{ pointer: "/url", code, detail }],
  });
}
