import type { ComplianceRule } from './rules';

const verified = '2026-11-26';
const adLaw = (article: number | string) => ({
  zh: `《广告法》第${article}条`,
  en: `Advertising Law art. ${article}`,
});
/** The law as revised in 2015 and amended since; its articles are quoted in the public texts that were looked at. */
const law = {
  work: '中华人民共和国广告法',
  url: 'http://m.kingminatours.com/News/view/id/592.html',
  mark: 'B',
} as const;
const since2015 = { effectiveFrom: '2015-09-01', effectiveTo: null } as const;

/** Rules about what a note claims. */
export const claimRules: readonly ComplianceRule[] = [
  {
    key: 'absolute-terms',
    ruleClass: 'R1',
    severity: 'block',
    name: { zh: '绝对化用语', en: 'Absolute term' },
    asks: {
      zh: '广告不得用“国家级”“最高级”“最佳”一类的话夸商品；2023 年执法指南列出的情形除外。',
      en: 'Ads must not praise goods in absolute terms, except as the 2023 guideline allows.',
    },
    advice: {
      zh: '说自己的使用感受和具体事实，或补上时间、地域和出处。',
      en: 'Say what you saw and for whom it suits, or add time, place and source.',
    },
    law: { zh: '《广告法》第九条第（三）项', en: 'Advertising Law art. 9(3)' },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'absolute-exemptions',
    ruleClass: 'R1',
    severity: 'review',
    name: { zh: '绝对化用语的例外', en: 'Exemptions for absolute terms' },
    asks: {
      zh: '服务态度、目标，以及属实的自我比较、消费提示、国标分级、商标、原料背景、国家认可的奖项、限定时间地域且可证明的事实，不按绝对化用语处理。',
      en: 'Attitude, goals and, if true, own comparison, tips, graded standards, trademarks, raw material, state-recognised awards and provable limited facts are not absolute terms.',
    },
    advice: { zh: '把证明材料备好。', en: 'Keep the evidence ready.' },
    law: {
      zh: '《广告绝对化用语执法指南》（市场监管总局公告 2023 年第 6 号）',
      en: 'SAMR guideline on absolute terms, announcement 2023 no. 6',
    },
    source: { work: '广告绝对化用语执法指南', url: 'https://junhe.com/legal-updates/2095', mark: 'B' },
    effectiveFrom: '2023-03-20',
    effectiveTo: null,
    lastVerified: verified,
  },
  {
    key: 'medical-terms',
    ruleClass: 'R2',
    severity: 'block',
    name: { zh: '非医疗商品用了医疗用语', en: 'Medical term on other goods' },
    asks: {
      zh: '医疗、药品、医疗器械以外的商品，不得说能治病，也不得用医疗用语。',
      en: 'Only medical goods may speak of treating illness or in medical terms.',
    },
    advice: {
      zh: '改说肤感和日常感受，例如“用着舒服、没有泛红”；需要治疗请写“看医生”。',
      en: 'Describe how it feels in daily use; for illness, point to a doctor.',
    },
    law: {
      zh: '《广告法》第十七条；《化妆品监督管理条例》第四十三条',
      en: 'Advertising Law art. 17; cosmetics regulation art. 43',
    },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'special-cosmetics',
    ruleClass: 'R3',
    severity: 'review',
    name: { zh: '特殊化妆品功效', en: 'Effect of a special cosmetic' },
    asks: {
      zh: '美白祛斑、防晒、防脱、染发、烫发要有特殊化妆品注册证，宣称与证书一致。',
      en: 'Whitening, sun care, hair-loss, dye and perm claims need the special registration.',
    },
    advice: {
      zh: '请品牌给出“国妆特字”注册证号并写上；没有就改说肤色、发质的日常感受。',
      en: 'Ask the brand for the registration number and write it; without one, leave the effect out.',
    },
    law: { zh: '《化妆品监督管理条例》第十六条', en: 'Cosmetics regulation art. 16' },
    source: { work: '化妆品监督管理条例', url: null, mark: 'B' },
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    lastVerified: verified,
  },
  {
    key: 'health-claims',
    ruleClass: 'R4',
    severity: 'block',
    name: { zh: '食品、保健食品的功效', en: 'Health claim of food' },
    asks: {
      zh: '普通食品不得说有保健或治疗作用；保健食品只能说批准的功能，不得说治病、有效率或代替药物。',
      en: 'Food has no health effects; a health food only those approved, and never cures.',
    },
    advice: {
      zh: '只写口味、配料和吃法；保健食品照批件上的功能写。',
      en: 'Write taste, ingredients and use; for health food, the approved wording only.',
    },
    law: { zh: '《广告法》第十七条、第十八条', en: 'Advertising Law arts. 17 and 18' },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'health-food-notice',
    ruleClass: 'R4',
    severity: 'block',
    name: { zh: '保健食品缺提示语', en: 'Health food without its notice' },
    asks: {
      zh: '保健食品广告要显著写明“本品不能代替药物”。',
      en: 'Ads for health food must say that it does not replace medicine.',
    },
    advice: { zh: '在正文里加上这句提示。', en: 'Add the notice to the text.' },
    law: { zh: '《广告法》第十八条第二款', en: 'Advertising Law art. 18(2)' },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'medical-goods',
    ruleClass: 'R5',
    severity: 'block',
    name: { zh: '医美、药品、医疗器械、婴幼儿配方', en: 'Medical beauty, drugs, devices, infant formula' },
    asks: {
      zh: '医美、药品、器械须经审查并由有资质的机构发布；处方药不得做广告；婴儿乳制品不得说能替代母乳。',
      en: 'These need review and a licence; prescription drugs may not be advertised; nothing replaces breast milk.',
    },
    advice: { zh: '没有资质就不要写这一段。', en: 'Without the licence, leave this part out.' },
    law: {
      zh: '《广告法》第十五、十六、二十条；《互联网广告管理办法》第八条',
      en: 'Advertising Law arts. 15, 16, 20; internet ads art. 8',
    },
    source: {
      work: '互联网广告经营活动合规提示（广州）',
      url: 'http://www.xiyinlitea.cn/news/shehui/174780.html',
      mark: 'B',
    },
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'tobacco',
    ruleClass: 'R5',
    severity: 'block',
    name: { zh: '烟草和电子烟', en: 'Tobacco and e-cigarettes' },
    asks: {
      zh: '不得在互联网上发布烟草（含电子烟）广告。',
      en: 'No tobacco or e-cigarette ads on the internet.',
    },
    advice: { zh: '删去这一段。', en: 'Leave it out.' },
    law: {
      zh: '《广告法》第二十二条；《互联网广告管理办法》第六条',
      en: 'Advertising Law art. 22; internet ads art. 6',
    },
    source: { work: '新规：这些广告禁止发布', url: 'http://www.zjzykj.com/article-15312-1.html', mark: 'B' },
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'finance',
    ruleClass: 'R6',
    severity: 'block',
    name: { zh: '保证收益', en: 'Guaranteed yield' },
    asks: {
      zh: '投资理财不得承诺收益，不得说保本、无风险。',
      en: 'No promise of yield, capital or safety for investments.',
    },
    advice: { zh: '去掉收益承诺，写明有风险。', en: 'Drop the promise and say that there is risk.' },
    law: adLaw('二十五'),
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'education',
    ruleClass: 'R7',
    severity: 'block',
    name: { zh: '保证通过、保证录取', en: 'Guaranteed result of education' },
    asks: {
      zh: '教育培训不得保证升学、通过考试或效果，不得说有命题人参与。',
      en: 'No guaranteed exams, admissions or effects, no examiners.',
    },
    advice: {
      zh: '改写自己的学习过程和真实成绩。',
      en: 'Tell your own way of learning and your real result.',
    },
    law: adLaw('二十四'),
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'unsourced-data',
    ruleClass: 'R11',
    severity: 'warn',
    name: { zh: '数据没有出处', en: 'Figure without a source' },
    asks: {
      zh: '引用数据、调查和研究要真实，并写明出处和适用范围。',
      en: 'Data, surveys and studies need a source and their scope.',
    },
    advice: {
      zh: '向品牌要证明，并补一句“数据来源：……”。',
      en: 'Ask for proof and add the line with its source.',
    },
    law: adLaw('十一'),
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'testimonial',
    ruleClass: 'R15',
    severity: 'block',
    name: { zh: '医生、专家、患者作证明', en: 'Testimonial by doctor, expert or patient' },
    asks: {
      zh: '医疗和健康类商品不得借医生、专家、机构或患者的名义推荐。',
      en: 'Health goods may not be recommended in the name of doctors, experts or patients.',
    },
    advice: { zh: '删去，改说自己的感受。', en: 'Leave it out; speak for yourself.' },
    law: { zh: '《广告法》第十六条第（四）项、第十八条', en: 'Advertising Law arts. 16(4) and 18' },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
];
