import type { ClauseKey } from "./clauses.ts";

/** The clauses as shipped. Statutes are named where a sentence follows from one. */
export const CLAUSES_ZH: Record<ClauseKey, string> = {
  "facts.creditor": "甲方系下列债权的债权人。",
  "facts.authorised":
    "甲方受下列借款合同的放款机构委托处理相应债权，并保证有权就债务的清偿与乙方达成本协议。",
  "facts.represented": "{name}由{representative}代为参加调解并签署本协议，身份为{capacity}。",
  "facts.contracts": "乙方与下列放款机构签订借款合同，合同情况如下（币种：人民币，单位：元）：",
  "facts.dispute":
    "截至{asOf}，上述合同项下尚欠款项合计{owed}。双方就上述欠款的金额、清偿的期限和方式发生争议，自愿申请由{centre}调解。",
  "facts.mediation":
    "调解自{startedOn}开始，由调解员{mediator}主持。调解员已告知双方当事人在调解中的权利和义务，并说明调解以自愿为原则、不收取费用。",
  "facts.supersedes":
    "双方此前于同一纠纷中签订编号为{earlierNumber}的调解协议书（协议内容SHA-256：{earlierHash}）。自本协议生效之日起，本协议取代该协议，双方的权利义务以本协议为准；该协议项下已付款项已在第一条确认的欠款中扣除。",
  "debts.confirmed":
    "双方确认，截至{asOf}，乙方在下列借款合同项下尚欠款项合计{owed}。明细如下（币种：人民币，单位：元）：",
  "waivers.none": "甲方未减免第一条确认的款项。",
  "waivers.atSigning": "甲方同意自本协议生效之日起免除乙方下列款项，免除后不再主张：",
  "waivers.onCompletion":
    "甲方同意，乙方按本协议约定付清全部应付款项之日，免除乙方下列款项。乙方未按约付清，且依本协议约定全部款项提前到期的，该项免除不发生效力：",
  "waivers.total": "以上减免合计{waived}。",
  "payment.total": "减免后，乙方应付款项合计{payable}。",
  "payment.down": "乙方应于{downDue}前（含当日）支付首付款{down}。",
  "payment.lump_sum": "扣除首付款（如有）后，其余款项应于{due}前（含当日）一次付清。",
  "payment.level": "扣除首付款（如有）后，其余款项分{count}期等额支付。",
  "payment.equal_instalment": "扣除首付款（如有）后，其余款项以等额本息方式分{count}期支付。",
  "payment.equal_principal": "扣除首付款（如有）后，其余款项以等额本金方式分{count}期支付。",
  "payment.stepped": "扣除首付款（如有）后，其余款项以阶梯还款方式分{count}期支付。",
  "payment.balloon": "扣除首付款（如有）后，其余款项分{count}期支付，末期支付约定的尾款。",
  "payment.irregular": "扣除首付款（如有）后，其余款项按约定日期分{count}期支付。",
  "payment.noInterest": "分期期间不再计收利息、违约金和其他费用。",
  "payment.interest":
    "分期期间按年利率{rate}（单利，{dayCount}）计收约定利息，合计{interest}，已计入上述应付款项；除此之外不再计收违约金和其他费用。",
  "payment.interestFree": "前{periods}期免计约定利息。",
  "payment.rateStep": "自第{fromNo}期起，年利率为{rate}。",
  "payment.schedule": "各期应还日期和金额如下（币种：人民币，单位：元）：",
  "payment.provisional": "标有“*”的日期如届时经国务院公布为法定节假日，顺延至其后第一个工作日。",
  "payment.account": "乙方应将款项付至下列账户，付款时注明本协议编号{number}：",
  "early.free": "乙方可以提前付清全部或者部分款项，甲方不收取提前还款的费用。",
  "early.earliest_first":
    "付款在付清已到期各期和当期款项后有余额的，余额依次抵充其后最先到期的各期应还款项。",
  "early.latest_first":
    "付款在付清已到期各期和当期款项后有余额的，余额自最后一期起由后向前依次抵充，其余各期的应还日期和金额不变。",
  "early.evenly":
    "付款在付清已到期各期和当期款项后有余额的，余额按其后各期未付金额的比例抵充，各期应还金额相应减少，应还日期不变。",
  "settledEarly.interest_as_scheduled": "乙方提前付清全部款项的，约定利息仍按还款安排所列的金额支付。",
  "settledEarly.future_interest_dropped":
    "乙方提前付清全部款项的，付清之日尚未开始的各期的约定利息不再支付。",
  "partial.any_sum": "乙方可以部分支付当期款项，甲方应当接受；未付部分仍应当付清。",
  "partial.must_cover_interest":
    "乙方可以部分支付当期款项，但同一日的付款合计不得少于最早一期未付清款项中尚未支付的约定利息；少于该利息的，甲方可以不予接受并退还。",
  "missed.stays_due": "乙方未按期付清的款项，应还日期不变，仍为到期应付款项。",
  "missed.moves_to_end":
    "宽限期届满仍未付清的一期，其未付部分顺延至最后一期之后，按还款安排的间隔依次支付，不因顺延加收利息和违约金。",
  "missed.stillCounts": "顺延前已经逾期的期数，仍计入本协议约定的提前到期的期数。",
  "grace.none": "乙方应于每期应还日当日或之前付款，本协议不另设宽限期。",
  "grace.days":
    "每期应还日后设{days}日宽限期（按自然日计算）。乙方在宽限期内付清当期款项的，视为按期履行，不计收任何额外费用。",
  "breach.noAcceleration": "乙方逾期付款的，应当继续支付该期款项；其余各期款项仍按本协议约定的日期支付。",
  "breach.acceleration":
    "应还日届满（设有宽限期的，宽限期届满）后，乙方同时有{missed}期以上（含本数）款项未付清的，甲方有权书面通知乙方，自通知送达之日起本协议项下全部未付款项提前到期。",
  "breach.formula":
    "提前到期应付金额＝第一条确认的欠款总额{owed}－自本协议生效之日起免除的{waivedNow}＋截至提前到期之日已到期各期的约定利息－乙方依本协议已付的金额。",
  "breach.waiversLapse": "提前到期的，附条件的减免不再适用。",
  "breach.cure": "甲方通知乙方提前到期前，乙方付清全部逾期款项的，甲方不得再以该次逾期为由主张提前到期。",
  "allocation.fees_interest_principal":
    "乙方的付款不足以清偿到期全部款项的，按费用、违约金、利息、本金的顺序抵充；约定利息先于该期其他款项抵充，同一顺序内先到期的先抵充。",
  "allocation.principal_interest_fees":
    "乙方的付款不足以清偿到期全部款项的，按本金、利息、违约金、费用的顺序抵充；约定利息先于该期其他款项抵充，同一顺序内先到期的先抵充。",
  "credit.reporting":
    "乙方付清本协议约定的全部应付款项后，甲方应当自付清之日起五个工作日内，如实向金融信用信息基础数据库报送或者协助放款机构报送该笔债务已结清的信息，并向乙方出具结清证明。双方知悉，已经形成的不良信息自不良行为终止之日起依照《征信业管理条例》第十六条的规定保存，甲方不承诺删除。",
  "collection.stop":
    "自本协议签订之日起，甲方停止并通知其委托的机构停止对本协议所涉债务的催收。乙方按约履行期间，甲方仅可向乙方本人发送还款提醒。",
  "service.addresses":
    "双方确认下列地址和电话为本协议履行以及后续人民调解、司法确认、诉讼、执行程序中文书的送达地址。甲方：{platformAddress}，电话{platformPhone}；乙方：{borrowerAddress}，电话{borrowerPhone}。地址或者电话变更的，应当自变更之日起三日内书面告知对方及调解组织；未告知的，按原地址送达视为有效送达。",
  "prejudice.none":
    "双方为达成调解协议作出妥协而认可的事实，以及调解过程中提出的方案、作出的让步，除双方另行签字确认的无争议事实外，不得在后续的仲裁、诉讼中作为对其不利的根据。",
  "signing.consent":
    "双方同意以数据电文形式、采用电子签名签订本协议，确认经身份核验后由本人手写或者键入的签名是本人真实意思的表示，与手写签名或者盖章具有同等的法律效力（《中华人民共和国电子签名法》第十三条、第十四条）。",
  "effect.force":
    "本协议自双方当事人签名、调解员签名并加盖调解组织印章之日起生效，对双方具有法律约束力，应当按照约定履行。双方认为有必要的，可以自本协议生效之日起三十日内共同向有管辖权的人民法院申请司法确认；司法确认不收取费用。因本协议的履行或者内容发生争议的，一方可以向人民法院提起诉讼（《中华人民共和国人民调解法》第三十一条至第三十三条）。",
  "performance.single": "乙方应于{due}前（含当日）将{payable}以银行转账方式付至第三条所列账户。",
  "performance.many":
    "乙方应自{firstDue}起至{lastDue}止，按还款安排所列各期日期和金额以银行转账方式付至第三条所列账户，共{payments}笔，合计{payable}。",
  "copies.number":
    "本协议一式{copies}份，双方当事人各执一份，{centre}留存一份，一份备司法确认时提交人民法院。",
};
