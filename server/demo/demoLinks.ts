import type { Services } from "../composition.ts";
import { DEMO_CENTRE_REGISTRATION, type StaffActor } from "./demoPeople.ts";

/** A borrower's way in, as shown to whoever starts the demonstration. */
export type DemoLink = { name: string; idLastFour: string; link: string };

/** Borrowers whose links are shown: one who has not consented yet, one at the table. */
const SHOWN = ["唐小燕", "宋晓梅"];

/** Does this database hold the demonstration, whatever was added to it since? */
export async function holdsDemo(services: Services): Promise<boolean> {
  return (await demoAdmin(services)) !== null;
}

/** The links of some borrowers of the demonstration that is in the database; none of those that are gone. */
export async function demoLinks(services: Services): Promise<DemoLink[]> {
  const admin = await demoAdmin(services);
  if (!admin) return [];
  const { caseWork, outreach, borrowers, cases } = services;
  return await services.platform.db.read(async (tx) => {
    const links: DemoLink[] = [];
    for (const name of SHOWN) {
      const [found] = (await caseWork.reading.list(tx, admin, { q: name, limit: 1 })).items;
      if (!found) continue;
      const theCase = await cases.find(tx, found.id);
      const { idNumber } = await borrowers.borrower(tx, theCase.borrowerId);
      const link = await outreach.invitations.link(tx, admin, found.id);
      links.push({ name, idLastFour: idNumber.slice(-4), link });
    }
    return links;
  });
}

async function demoAdmin({ platform, organisations }: Services): Promise<StaffActor | null> {
  return await platform.db.read(async (tx) => {
    if (!(await organisations.hasCentre(tx))) return null;
    const centre = await organisations.centre(tx);
    if (centre.registrationNumber !== DEMO_CENTRE_REGISTRATION) return null;
    const staff = await organisations.staffOf(tx, centre.id);
    const admin = staff.find(({ role }) => role === "centre_admin");
    if (!admin) return null;
    const { id: staffId, role, name } = admin;
    return { kind: "staff", staffId, role, organisationId: centre.id, organisationKind: centre.kind, name };
  });
}
