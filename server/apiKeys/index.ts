export { ApiKey } from "./apiKey.entity.ts";
export { ApiKeyRepository } from "./apiKey.repository.ts";
export { apiKeyRoutes } from "./apiKey.routes.ts";
export { ApiKeyService } from "./apiKey.service.ts";
export { KeyAccounts } from "./keyAccounts.ts";
