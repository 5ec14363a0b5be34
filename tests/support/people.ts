import { randomUUID } from "node:crypto";
import type { StaffRole } from "../../shared/api/roles.ts";
import type { Fen } from "../../shared/money/fen.ts";
import type { Organisation, Staff } from "../../server/organisations/index.ts";
import { PASSWORD, type TestApp } from "./app.ts";
import { staffActor } from "./buildCase.ts";

export type People = {
  centre: Organisation;
  platform: Organisation;
  otherPlatform: Organisation;
  lawFirm: Organisation;
  admin: Staff;
  mediator: Staff;
  otherMediator: Staff;
  agent: Staff;
  approver: Staff;
  otherAgent: Staff;
  otherApprover: Staff;
  lawyer: Staff;
  otherLawyer: Staff;
};

/** One centre, two platforms, a law firm, and somebody in every role; usernames are the keys. */
export async function buildPeople(app: TestApp): Promise<People> {
  const { organisations } = app.services;
  const people = await app.tx(async (tx) => {
    const organisation = (kind: Organisation["kind"], name: string, nameEn: string) =>
      organisations.addOrganisation(tx, {
        kind,
        name,
        nameEn,
        registrationNumber: `91330100MA${String(name.length).padStart(8, "0")}`,
        phone: "0571-80000000",
        address: "浙江省杭州市西湖区文三路1号",
        payeeAccount:
          kind === "platform" ? { name, bank: "江南商业银行杭州分行", number: "6222000011112222333" } : null,
      });
    const staff = (home: Organisation, role: StaffRole, username: string, name: string) =>
      organisations.addStaff(tx, {
        organisationId: home.id,
        role,
        username,
        password: PASSWORD,
        name,
        nameEn: username,
        phone: "19900000001",
        ...(role === "mediator" ? { verificationCode: `M-${username.toUpperCase()}` } : {}),
      });
    const centre = await organisation("centre", "杭州西湖金融纠纷调解中心", "West Lake Mediation Centre");
    const platform = await organisation("platform", "星汇消费平台", "Xinghui");
    const otherPlatform = await organisation("platform", "云帆信贷平台", "Yunfan");
    const lawFirm = await organisation("law_firm", "浙江衡正律师事务所", "Hengzheng Law");
    return {
      centre,
      platform,
      otherPlatform,
      lawFirm,
      admin: await staff(centre, "centre_admin", "admin", "管理员林"),
      mediator: await staff(centre, "mediator", "mediator", "调解员周"),
      otherMediator: await staff(centre, "mediator", "otherMediator", "调解员吴"),
      agent: await staff(platform, "platform_agent", "agent", "专员陈"),
      approver: await staff(platform, "platform_approver", "approver", "审批人赵"),
      otherAgent: await staff(otherPlatform, "platform_agent", "otherAgent", "专员孙"),
      otherApprover: await staff(otherPlatform, "platform_approver", "otherApprover", "审批人钱"),
      lawyer: await staff(lawFirm, "lawyer", "lawyer", "律师郑"),
      otherLawyer: await staff(lawFirm, "lawyer", "otherLawyer", "律师王"),
    };
  });
  await authorise(app, people.platform, people.approver);
  await authorise(app, people.otherPlatform, people.otherApprover);
  return people;
}

const PAPER =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Somebody may sign for their platform: any sum, from long ago, without an end unless told. */
export async function authorise(
  app: TestApp,
  platform: Organisation,
  staff: Staff,
  more: { maxTotalFen?: Fen; validTo?: string } = {},
): Promise<string> {
  const { row } = await app.services.agreements.authorities.register(
    staffActor(staff, platform),
    {
      staffId: staff.id,
      number: `SQ-${randomUUID().slice(0, 8)}`,
      maxTotalFen: more.maxTotalFen ?? null,
      validFrom: "2020-01-01",
      validTo: more.validTo ?? null,
    },
    { bytes: Buffer.from(PAPER, "base64"), fileName: "授权书.png" },
  );
  return row.id;
}
