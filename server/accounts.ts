import { personIdOf, type Actor } from "../shared/api/roles.ts";
import type { OwnAccount } from "./auth/auth.routes.ts";
import type { Accounts } from "./auth/identity.ts";
import { onlyStaff, type OrganisationService, type StaffAccounts } from "./organisations/index.ts";
import type { Outreach } from "./outreach/index.ts";
import type { Realtime, Wire } from "./realtime/index.ts";

type Deps = {
  staffAccounts: StaffAccounts;
  borrowerAccounts: Outreach["borrowerAccounts"];
  organisations: OrganisationService;
  realtime: Realtime;
  wire: Wire;
};

/** Who signs in: staff and borrowers each keep their own; a session that ends takes its open lines with it. */
export function createAccounts({ staffAccounts, borrowerAccounts, organisations, realtime, wire }: Deps): {
  accounts: Accounts;
  ownAccount: OwnAccount;
  hangUpOn: (personId: string) => void;
} {
  const hangUpHere = (personId: string) => realtime.hangUp((one) => personIdOf(one) === personId);
  wire.on("signedOut", (message) => hangUpHere(String(Reflect.get(message as object, "personId"))));
  const hangUpOn = (personId: string): void => {
    hangUpHere(personId);
    wire.send("signedOut", { personId });
  };
  const hangUpOnStaff = (actor: Actor): void => {
    if (actor.kind === "staff") hangUpOn(actor.staffId);
  };
  return {
    hangUpOn,
    accounts: {
      checkPassword: (username, password) => staffAccounts.checkPassword(username, password),
      loadActor: (identity) =>
        identity.kind === "staff" ? staffAccounts.loadActor(identity) : borrowerAccounts.loadActor(identity),
    },
    ownAccount: {
      describe: (tx, actor) =>
        actor.kind === "borrower"
          ? borrowerAccounts.describe(tx, actor)
          : organisations.describeStaff(tx, onlyStaff(actor)),
      changePassword: async (tx, actor, input) => {
        await organisations.changePassword(tx, onlyStaff(actor), input);
        tx.afterCommit(() => hangUpOnStaff(actor));
      },
      signOutEverywhere: async (tx, actor) => {
        await organisations.signOutEverywhere(tx, onlyStaff(actor));
        tx.afterCommit(() => hangUpOnStaff(actor));
      },
    },
  };
}
