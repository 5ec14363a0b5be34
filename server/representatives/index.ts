export {
  createRepresentatives,
  REPRESENTATIVE_QUEUES,
  type Representatives,
} from "./createRepresentatives.ts";
export { Representative } from "./representative.entity.ts";
export { representativeRoutes } from "./representative.routes.ts";
export type { Papers, Representation, RepresentativeService } from "./representative.service.ts";
