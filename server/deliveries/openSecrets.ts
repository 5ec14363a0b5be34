import type { Tx } from "../database/transaction.ts";
import type { SecretBox } from "../secretBox.ts";
import type { EndpointRepository } from "./endpoint.repository.ts";
import { isOpenSecret } from "./signature.ts";

/**
 * Seals secrets from before there was a key to seal them with. At start rather than in a migration: the key lies in the
 * data directory, which SQL does not see.
 */
export async function sealOpenSecrets(
  tx: Tx,
  endpoints: EndpointRepository,
  secrets: SecretBox,
): Promise<void> {
  for (const { id, secret, previousSecret } of await endpoints.withOpenSecrets(tx)) {
    const sealed = (text: string) => (isOpenSecret(text) ? secrets.seal(text, id) : text);
    const kept = previousSecret === null ? null : sealed(previousSecret);
    await endpoints.keepSecrets(tx, { id, secret: sealed(secret), previousSecret: kept });
  }
}
