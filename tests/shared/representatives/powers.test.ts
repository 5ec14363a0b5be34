import { expect } from "chai";
import { PERMISSIONS, roleMay, type Permission } from "../../../shared/api/permissions.ts";
import type { Actor } from "../../../shared/api/roles.ts";
import { GENERAL_REPRESENTATION, IN_PERSON, whyNot } from "../../../shared/api/scopes.ts";

const acting = (scope: "general" | "special"): Actor => ({
  kind: "borrower",
  borrowerId: "b",
  caseId: "c",
  name: "李芳",
  representative: { id: "r", scope },
});
const borrower: Actor = { kind: "borrower", borrowerId: "b", caseId: "c", name: "张伟" };
const permissions = Object.keys(PERMISSIONS) as Permission[];

describe("what a power of attorney covers", () => {
  it("is never more than what the borrower may", () => {
    for (const permission of permissions) {
      if (roleMay("borrower", permission)) continue;
      for (const actor of [borrower, acting("general"), acting("special")])
        expect(whyNot(actor, permission), permission).to.equal("forbidden");
    }
  });

  it("leaves the borrower in person everything", () => {
    for (const permission of permissions.filter((one) => roleMay("borrower", one)))
      expect(whyNot(borrower, permission), permission).to.equal(null);
  });

  it("with special powers is all of it but what is done in person", () => {
    for (const permission of permissions.filter((one) => roleMay("borrower", one)))
      expect(whyNot(acting("special"), permission), permission).to.equal(
        IN_PERSON.includes(permission) ? "beyond_powers" : null,
      );
  });

  it("with general powers is reading, speaking and showing documents, said one by one", () => {
    const may = permissions.filter((permission) => whyNot(acting("general"), permission) === null);
    expect(may).to.have.members(GENERAL_REPRESENTATION);
    const never: Permission[] = [
      "case:respond",
      "statement:answer",
      "capacity:fill",
      "offer:put",
      "agreement:sign",
      "agreement:withdraw",
      "confirmation:sign",
      "representative:name",
    ];
    for (const permission of never)
      expect(whyNot(acting("general"), permission), permission).to.equal("beyond_powers");
  });
});
