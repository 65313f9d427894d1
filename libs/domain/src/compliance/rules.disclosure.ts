import type { ComplianceRule } from './rules';

const verified = '2026-11-26';
const internetAds = {
  work: '互联网广告管理办法',
  url: 'http://www.xiyinlitea.cn/news/shehui/174780.html',
  mark: 'B',
} as const;
const trade = { work: '平台社区规范（行业转述）', url: null, mark: 'C' } as const;

const disclosed = {
  key: 'disclosure',
  ruleClass: 'R16',
  severity: 'block',
  name: { zh: '没有声明利益关系', en: 'Interest not made known' },
  advice: { zh: '加上声明，或走平台的合作报备。', en: 'Add the declaration, or register the cooperation.' },
} as const;

/** Rules about what has to be made known: interests, advertising, and what a machine made. They have changed, and have their days. */
export const disclosureRules: readonly ComplianceRule[] = [
  {
    ...disclosed,
    asks: {
      zh: '收了钱、礼物、折扣、佣金或是自家员工，要让读者看得出是广告。',
      en: 'Money, gifts, discounts, commission or employment must be recognisable as advertising.',
    },
    law: {
      zh: '《广告法》第十四条；合作笔记报备规则',
      en: 'Advertising Law art. 14; registration of cooperation',
    },
    source: trade,
    effectiveFrom: '2015-09-01',
    effectiveTo: '2026-01-19',
    lastVerified: null,
  },
  {
    ...disclosed,
    asks: {
      zh: '收了钱、礼物、折扣、佣金或是自家员工，要声明利益相关；声明不影响曝光。',
      en: 'Money, gifts, discounts, commission or employment must be declared; declaring costs no exposure.',
    },
    law: {
      zh: '《社区公约 2.0》利益相关声明；《广告法》第十四条',
      en: 'Community convention 2.0; Advertising Law art. 14',
    },
    source: { work: '社区公约 2.0', url: 'suo.run/details/31472', mark: 'B' },
    effectiveFrom: '2026-01-19',
    effectiveTo: null,
    lastVerified: verified,
  },
  {
    ...disclosed,
    key: 'ad-label',
    name: { zh: '带购买链接没有标“广告”', en: 'Link to buy without “广告”' },
    asks: {
      zh: '体验分享、测评附购买链接的，要显著标明“广告”。',
      en: 'Reviews with a link to buy must say “广告” plainly.',
    },
    law: { zh: '《互联网广告管理办法》第九条第三款', en: 'Internet advertising measures art. 9(3)' },
    source: internetAds,
    effectiveFrom: '2023-05-01',
    effectiveTo: null,
    lastVerified: verified,
  },
  {
    key: 'ai-label',
    ruleClass: 'R17',
    severity: 'block',
    name: { zh: 'AI 生成没有标识', en: 'AI-made without a label' },
    asks: {
      zh: 'AI 生成的文字、图片、音频、视频要有看得见的标识和文件里的隐式标识。',
      en: 'AI-made content needs a label to be seen and one in the file.',
    },
    advice: {
      zh: '勾选 AI 标识，并在正文写明哪一张由 AI 生成。',
      en: 'Tick the label and say which picture was made by AI.',
    },
    law: { zh: '《人工智能生成合成内容标识办法》', en: 'Measures for labelling AI-generated content' },
    source: {
      work: '人工智能生成合成内容标识办法',
      url: 'https://udn.com/news/story/7333/8975458',
      mark: 'B',
    },
    effectiveFrom: '2025-09-01',
    effectiveTo: null,
    lastVerified: verified,
  },
];
