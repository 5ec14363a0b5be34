export { Borrower } from "./borrower.entity.ts";
export { BorrowerRepository } from "./borrower.repository.ts";
export { BorrowerService } from "./borrower.service.ts";
