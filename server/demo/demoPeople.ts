import type { Actor, StaffRole } from "../../shared/api/roles.ts";
import { fen } from "../../shared/money/fen.ts";
import type { PolicyLimits } from "../../shared/plans/policy.ts";
import type { PolicyTable } from "../../shared/plans/policyTable.ts";
import type { Tx } from "../database/transaction.ts";
import type { Organisation, OrganisationService } from "../organisations/index.ts";

/** The same for every demonstration account, and plainly nothing else. */
export const DEMO_PASSWORD = "parley-demo";
/** Tells a demonstration database from a real one: no registrar gives out this number. */
export const DEMO_CENTRE_REGISTRATION = "52990100DEMO000018";

export type StaffActor = Actor & { kind: "staff" };
export type DemoPlatform = {
  organisation: Organisation;
  agent: StaffActor;
  approver: StaffActor;
};
export type PlatformKey = "xinghui" | "yunfan";
export type MediatorKey = "zhou" | "wu" | "lin";
export type LawyerKey = "zheng" | "han";

export type DemoPeople = {
  centre: Organisation;
  admin: StaffActor;
  mediators: Record<MediatorKey, StaffActor>;
  platforms: Record<PlatformKey, DemoPlatform>;
  lawyers: Record<LawyerKey, StaffActor>;
};

const XINGHUI_LIMITS: PolicyLimits = {
  maxWaiverBp: { principal: 0, interest: 5_000, penalty: 10_000, fee: 10_000 },
  maxCount: 24,
  maxDeferralMonths: 3,
  minInstalmentFen: fen(20_000),
  minDownPaymentBp: 0,
};
/** Those in distress may be met halfway further. */
const XINGHUI_TABLE: PolicyTable = {
  rules: [
    { when: { riskTier: "关怀" }, limits: { ...XINGHUI_LIMITS, maxCount: 36, maxDeferralMonths: 6 } },
    { when: {}, limits: XINGHUI_LIMITS },
  ],
};
const YUNFAN_LIMITS: PolicyLimits = {
  maxWaiverBp: { principal: 0, interest: 3_000, penalty: 10_000, fee: 10_000 },
  maxCount: 12,
  maxDeferralMonths: 1,
  minInstalmentFen: fen(30_000),
  minDownPaymentBp: 500,
};

/** One centre, two platforms, two law firms, and the people of each. */
export async function addDemoPeople(tx: Tx, organisations: OrganisationService): Promise<DemoPeople> {
  const hire = hiring(tx, organisations);
  const centre = await addCentre(tx, organisations);
  const admin = await hire(centre, "centre_admin", "admin", ["何静", "He Jing"]);
  const mediators = {
    zhou: await hire(centre, "mediator", "mediator1", ["周明慧", "Zhou Minghui"], "M-1024"),
    wu: await hire(centre, "mediator", "mediator2", ["吴建国", "Wu Jianguo"], "M-1037"),
    lin: await hire(centre, "mediator", "mediator3", ["林晓云", "Lin Xiaoyun"], "M-1042"),
  };
  const xinghui = await addPlatform(
    tx,
    organisations,
    "星汇消费金融有限公司",
    "Xinghui Consumer Finance",
    "01",
  );
  const yunfan = await addPlatform(tx, organisations, "云帆信贷服务有限公司", "Yunfan Credit Services", "02");
  const platforms = {
    xinghui: {
      organisation: xinghui,
      agent: await hire(xinghui, "platform_agent", "agent1", ["陈立", "Chen Li"]),
      approver: await hire(xinghui, "platform_approver", "approver1", ["赵敏", "Zhao Min"]),
    },
    yunfan: {
      organisation: yunfan,
      agent: await hire(yunfan, "platform_agent", "agent2", ["孙悦", "Sun Yue"]),
      approver: await hire(yunfan, "platform_approver", "approver2", ["钱国栋", "Qian Guodong"]),
    },
  };
  await organisations.setPolicy(tx, platforms.xinghui.approver, { version: 0, limits: XINGHUI_TABLE });
  await organisations.setPolicy(tx, platforms.yunfan.approver, { version: 0, limits: YUNFAN_LIMITS });
  const hengzheng = await addLawFirm(tx, organisations, "衡正律师事务所", "Hengzheng Law Firm", "11");
  const zhicheng = await addLawFirm(tx, organisations, "知诚律师事务所", "Zhicheng Law Firm", "12");
  const lawyers = {
    zheng: await hire(hengzheng, "lawyer", "lawyer1", ["郑文博", "Zheng Wenbo"]),
    han: await hire(zhicheng, "lawyer", "lawyer2", ["韩雪", "Han Xue"]),
  };
  return { centre, admin, mediators, platforms, lawyers };
}

function hiring(tx: Tx, organisations: OrganisationService) {
  let hired = 0;
  return async (
    home: Organisation,
    role: StaffRole,
    username: string,
    [name, nameEn]: [string, string],
    verificationCode?: string,
  ): Promise<StaffActor> => {
    hired += 1;
    const { id } = await organisations.addStaff(tx, {
      organisationId: home.id,
      role,
      username,
      password: DEMO_PASSWORD,
      name,
      nameEn,
      phone: `199${String(90_000_000 + hired)}`,
      ...(verificationCode === undefined ? {} : { verificationCode }),
    });
    const { id: organisationId, kind: organisationKind } = home;
    return { kind: "staff", staffId: id, role, organisationId, organisationKind, name };
  };
}

function addCentre(tx: Tx, organisations: OrganisationService): Promise<Organisation> {
  return organisations.addOrganisation(tx, {
    kind: "centre",
    name: "和润金融纠纷调解中心",
    nameEn: "Herun Financial Dispute Mediation Centre",
    registrationNumber: DEMO_CENTRE_REGISTRATION,
    phone: "0571-99010100",
    address: "浙江省杭州市西湖区文三路199号2层",
    payeeAccount: null,
  });
}

function addPlatform(
  tx: Tx,
  organisations: OrganisationService,
  name: string,
  nameEn: string,
  serial: string,
): Promise<Organisation> {
  return organisations.addOrganisation(tx, {
    kind: "platform",
    name,
    nameEn,
    registrationNumber: `91990100MADEMO00${serial}`,
    phone: `400-990-10${serial}`,
    address: `上海市浦东新区世纪大道199${serial}号`,
    payeeAccount: { name, bank: "江南商业银行上海分行", number: `62229901000000${serial}8` },
  });
}

function addLawFirm(
  tx: Tx,
  organisations: OrganisationService,
  name: string,
  nameEn: string,
  serial: string,
): Promise<Organisation> {
  return organisations.addOrganisation(tx, {
    kind: "law_firm",
    name,
    nameEn,
    registrationNumber: `31990000DEMO0000${serial}`,
    phone: `021-990101${serial}`,
    address: `上海市静安区南京西路19${serial}号`,
    payeeAccount: null,
  });
}
