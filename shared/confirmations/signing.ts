/** The sentence a party agrees to when signing the joint application; shown and kept word for word. */
export const APPLICATION_CONSENT_WORDING =
  "我已阅读本司法确认申请书，自愿与对方当事人共同向人民法院申请确认调解协议有效，并确认所载送达地址和联系方式真实有效，此电子签名由本人作出。";
