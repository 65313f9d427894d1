import type { ComplianceRule } from './rules';

const verified = '2026-11-26';
const law = {
  work: '中华人民共和国广告法',
  url: 'http://m.kingminatours.com/News/view/id/592.html',
  mark: 'B',
} as const;
const since2015 = { effectiveFrom: '2015-09-01', effectiveTo: null } as const;
/** Practice of the platform: no day is published, so it counts as long as the product has known it. */
const practice = { effectiveFrom: '2020-01-01', effectiveTo: null, lastVerified: null } as const;
const internetAds = {
  work: '互联网广告管理办法',
  url: 'http://www.xiyinlitea.cn/news/shehui/174780.html',
  mark: 'B',
} as const;
const trade = { work: '平台社区规范（行业转述）', url: null, mark: 'C' } as const;

/** Rules about how a note is made, and to whom it speaks. */
export const conductRules: readonly ComplianceRule[] = [
  {
    key: 'diversion',
    ruleClass: 'R8',
    severity: 'block',
    name: { zh: '引流到站外', en: 'Leads off the platform' },
    asks: {
      zh: '不得留微信、电话、二维码，或引导到其他平台交易。',
      en: 'No WeChat, phone, QR code or shops elsewhere.',
    },
    advice: {
      zh: '删去，改用站内私信、商品组件或评论区。',
      en: 'Leave it out; use the tools of the platform.',
    },
    law: { zh: '平台社区公约与交易导流规则', en: 'Platform rules on diversion' },
    source: trade,
    ...practice,
  },
  {
    key: 'bait',
    ruleClass: 'R9',
    severity: 'warn',
    name: { zh: '诱导互动', en: 'Engagement bait' },
    asks: {
      zh: '不得用礼物、资料换点赞、关注、转发。',
      en: 'Likes, follows and shares may not be bought with gifts.',
    },
    advice: {
      zh: '改成真诚的提问，或用平台的抽奖工具。',
      en: 'Ask an honest question, or use the platform’s own draw.',
    },
    law: { zh: '平台社区规范：诱导互动', en: 'Platform rules on bait' },
    source: trade,
    ...practice,
  },
  {
    key: 'state-symbols',
    ruleClass: 'R10',
    severity: 'block',
    name: { zh: '国家机关、军队、国旗国徽', en: 'State, army and their symbols' },
    asks: {
      zh: '不得借国家机关及其人员的名义或形象，不得用国旗、国徽、军徽，也不得说特供、专供。',
      en: 'No state organs, officials, flags, emblems or “special supply”.',
    },
    advice: { zh: '删去。', en: 'Leave it out.' },
    law: { zh: '《广告法》第九条第（一）（二）项', en: 'Advertising Law art. 9(1) and (2)' },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'disparagement',
    ruleClass: 'R12',
    severity: 'review',
    name: { zh: '贬低或比较竞品', en: 'Disparages a rival' },
    asks: { zh: '广告不得贬低其他经营者的商品。', en: 'Ads must not run down the goods of others.' },
    advice: { zh: '只说这一款适合谁，不拿别家作比。', en: 'Say whom this one suits, without the others.' },
    law: { zh: '《广告法》第十三条', en: 'Advertising Law art. 13' },
    source: { ...law, url: null },
    ...since2015,
    lastVerified: null,
  },
  {
    key: 'price',
    ruleClass: 'R13',
    severity: 'warn',
    name: { zh: '价格和时限说不清', en: 'Price or deadline without basis' },
    asks: {
      zh: '原价要有真实成交依据，限时要写明截止时间。',
      en: 'A former price needs a basis, a deadline its date.',
    },
    advice: {
      zh: '写明活动起止日期和到手价，并注明“以页面为准”。',
      en: 'Give the dates and the price, “as shown on the page”.',
    },
    law: { zh: '《明码标价和禁止价格欺诈规定》', en: 'Rules on price marking and fraud' },
    source: { work: '明码标价和禁止价格欺诈规定', url: null, mark: 'C' },
    effectiveFrom: '2022-07-01',
    effectiveTo: null,
    lastVerified: null,
  },
  {
    key: 'lowest-price',
    ruleClass: 'R13',
    severity: 'block',
    name: { zh: '“最低价”', en: '“Lowest price”' },
    asks: {
      zh: '“全网最低”一类的价格无法证明，也属于绝对化用语。',
      en: 'The lowest price of all cannot be shown, and is an absolute term.',
    },
    advice: {
      zh: '写活动期的到手价：活动期 6.1–6.18 到手价 xx 元（以页面为准）。',
      en: 'Give the price and the days for which it holds.',
    },
    law: { zh: '《广告法》第九条第（三）项', en: 'Advertising Law art. 9(3)' },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'minors',
    ruleClass: 'R14',
    severity: 'block',
    name: { zh: '面向未成年人', en: 'Aimed at minors' },
    asks: {
      zh: '不得向未成年人推广化妆品、酒、医疗和贷款；不满十岁不得代言。',
      en: 'No cosmetics, alcohol, medical goods or loans for minors; no endorsers under ten.',
    },
    advice: { zh: '换成成年人的场景。', en: 'Turn to grown-ups.' },
    law: {
      zh: '《广告法》第三十八、四十条；《互联网广告管理办法》',
      en: 'Advertising Law arts. 38, 40; internet ads measures',
    },
    source: internetAds,
    ...since2015,
    lastVerified: null,
  },
  {
    key: 'sensitive-images',
    ruleClass: 'R18',
    severity: 'review',
    name: { zh: '前后对比、伤口、针', en: 'Before and after, wounds, needles' },
    asks: {
      zh: '前后对比图容易变成效果保证，伤口和针会让人不适。',
      en: 'Comparisons promise an effect; wounds and needles upset readers.',
    },
    advice: {
      zh: '改用同一时间的细节图，或去掉这一张。',
      en: 'Show details of one day, or leave the picture out.',
    },
    law: { zh: '平台医美与健康内容规范', en: 'Platform rules on medical beauty and health' },
    source: trade,
    ...practice,
  },
  {
    key: 'rights',
    ruleClass: 'R19',
    severity: 'warn',
    name: { zh: '素材授权、肖像同意', en: 'Licence or consent missing' },
    asks: {
      zh: '图片、音乐、字体要有授权，出镜的人要同意；“侵删”不能代替授权。',
      en: 'Pictures, music and fonts need a licence, people their consent; “delete on request” is neither.',
    },
    advice: { zh: '换成自己拍的或有授权的素材。', en: 'Use your own or licensed material.' },
    law: { zh: '《著作权法》；《民法典》第一千零一十九条', en: 'Copyright Law; Civil Code art. 1019' },
    source: { work: '民法典', url: null, mark: 'C' },
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    lastVerified: null,
  },
  {
    key: 'format',
    ruleClass: 'R20',
    severity: 'block',
    name: { zh: '超出笔记格式', en: 'Beyond the format of a note' },
    asks: {
      zh: '标题不超过 20 字（英文和数字算半个），正文不超过 1,000 字，图片不超过 18 张，话题不超过 10 个。',
      en: 'Title 20 characters (Latin counts half), body 1,000, 18 images, 10 topics.',
    },
    advice: { zh: '删到限度以内。', en: 'Cut it to the limit.' },
    law: { zh: '平台发布限制', en: 'Limits of the platform' },
    source: trade,
    ...practice,
  },
  {
    key: 'good-morals',
    ruleClass: 'R21',
    severity: 'review',
    name: { zh: '迷信、低俗、歧视、炫富', en: 'Superstition, vulgarity, discrimination' },
    asks: {
      zh: '不得宣扬迷信、赌博、歧视，不得羞辱身材或炫富。',
      en: 'No superstition, gambling, discrimination, body shaming or boasting of wealth.',
    },
    advice: { zh: '删去，或换一种尊重人的说法。', en: 'Leave it out, or say it with respect.' },
    law: { zh: '《广告法》第九条第（七）（八）（九）项', en: 'Advertising Law art. 9(7) to (9)' },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'illegal-services',
    ruleClass: 'R21',
    severity: 'block',
    name: { zh: '违法或作弊的服务', en: 'Unlawful services' },
    asks: { zh: '不得推广刷单、代写、外挂、套利等服务。', en: 'No fake orders, ghost writing or cheats.' },
    advice: { zh: '删去。', en: 'Leave it out.' },
    law: { zh: '《广告法》第九条第（十一）项', en: 'Advertising Law art. 9(11)' },
    source: law,
    ...since2015,
    lastVerified: verified,
  },
  {
    key: 'evasion',
    ruleClass: 'R22',
    severity: 'block',
    name: { zh: '谐音、符号规避', en: 'Homophones or symbols to dodge' },
    asks: {
      zh: '换成谐音、拼音、加符号，与原词同样处理，还会被认定为规避审核。',
      en: 'Homophones, pinyin and symbols count as the word itself, and as evasion.',
    },
    advice: { zh: '不要换写法，改成合规的说法。', en: 'Do not spell it otherwise; say something lawful.' },
    law: { zh: '与原词相同；平台规避审核规则', en: 'As for the word itself; platform rules on evasion' },
    source: trade,
    ...practice,
  },
];
