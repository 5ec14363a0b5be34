import { type ComponentType, lazy, type LazyExoticComponent } from "react";

export interface BorrowerRoute {
  /** Below `/m`; a fixed word wins over `/:code`. */
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType>;
}

/** Every page of the borrower's entry; each is its own chunk, so that the first screen stays small. */
export const borrowerRoutes: readonly BorrowerRoute[] = [
  {
    path: "/",
    page: lazy(() => import("./CodePage.tsx").then((module) => ({ default: module.CodePage }))),
  },
];
