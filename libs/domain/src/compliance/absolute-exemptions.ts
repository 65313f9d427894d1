import type { Bilingual } from '../notes/note';
import type { ClaimWindow } from './claim-window';
import type { Exemption, ExemptionConsidered, ProductToCheck } from './compliance';

interface Considered {
  exemption: Exemption;
  /** the situation that the guideline describes */
  when: (window: ClaimWindow, term: string, product: ProductToCheck | null) => boolean;
  /** what has to stand beside it; left out: nothing more */
  proof?: RegExp;
  holds: Bilingual;
  lacks?: Bilingual;
}

const source = /来源|据[^,。]{1,24}(?:报告|数据|榜单|年报)|榜单|报告|凭证|后台数据|可查|年报|证书|截图/;
const yearAndBody =
  /\d{4}\s?年?[^。]{0,40}?(?:协会|研究院|部|局|学会|委员会|组织|政府|指南|大会|基金会|颁发|评为|获评|授予)/;
/** 全国 and 全网 limit nothing. */
const place = /本店|本市|本省|全市|全城|小区|全省|本地|类目|热卖榜/;
/** The guideline speaks of facts: order, sales, share. That something is the nicest is none. */
const factual = /第一|第1|no\.?1|top\.?1|唯一|首家|首个|首发|首款|冠军|最高|最大|最多|最低|领先/;
const time = /\d{4}\s?年|\d{1,2}\s?月|双十[一二]|双1[12]|618|截至|全年|季度|当季/;
const before = (pattern: RegExp) => (window: ClaimWindow) => pattern.test(window.before);

/**
 * The situations in which the guideline of 2023 does not count a term as absolute, in the order in which they are tried.
 *
 * Source: SAMR announcement 2023 no. 6 (domain notes 6.1): attitude and goal point at no product; the seven others have to be
 * true, so two of them are only let pass with their proof in the note.
 */
const considered: readonly Considered[] = [
  {
    exemption: 'trademark',
    when: ({ sentence }, term, product) =>
      Boolean(
        product?.name &&
        product.name.toLowerCase().includes(term) &&
        sentence.includes(product.name.toLowerCase()),
      ) || /注册商标|商标|店名|牌子叫|品牌名|®|™/.test(sentence),
    holds: { zh: '是商品名称或商标的一部分，用来指代商品', en: 'part of a product name or trademark' },
  },
  {
    exemption: 'usage-tip',
    when: ({ after }, term) =>
      /^最[佳好]/.test(term) &&
      /^的?(?:食用|饮用|使用|品尝|赏味|观赏|拍照|拍摄|种植|保存|冲泡|补涂|涂抹|睡眠|出发|旅游|赏花|赏枫|时间|时机|时节|季节|期|角度|机位|温度|比例|位置|方法|距离|搭配)/.test(
        after,
      ),
    holds: { zh: '讲的是使用时间、方法或保存期的消费提示', en: 'a tip about time, way of use or storage' },
  },
  {
    exemption: 'goal',
    when: before(
      /(?:致力于|努力|争取|希望|目标|梦想|立志|追求|力争|想做|想成为|朝着|愿意?|成为)[^,。!?]{0,16}$/,
    ),
    holds: { zh: '说的是追求的目标，不是商品现状', en: 'a goal, not what the product is' },
  },
  {
    exemption: 'attitude',
    when: ({ sentence, after }) =>
      /^的?(?:服务|态度|诚意|用心|热情)/.test(after) || /(?:理念|宗旨|初心|信念|企业文化)/.test(sentence),
    holds: { zh: '说的是服务态度或经营理念，不指向商品', en: 'attitude or philosophy, not the product' },
  },
  {
    exemption: 'award',
    when: ({ sentence }) => /获得|荣获|获评|评为|授予|颁发|入选|被评|奖/.test(sentence),
    proof: yearAndBody,
    holds: { zh: '国家认可或机构评定的奖项，写明了年份和机构', en: 'an award with its year and body' },
    lacks: { zh: '奖项要写明年份、颁发机构和全称', en: 'the award needs its year, body and full name' },
  },
  {
    exemption: 'grade',
    when: ({ sentence }) =>
      /国标|国家标准|行业标准|地方标准|gb\s?\/?t?\s?\d|分级标准|评级标准/.test(sentence),
    holds: { zh: '是国家或行业标准里的分级用语', en: 'a grade of a national or industry standard' },
  },
  {
    exemption: 'material',
    when: ({ sentence }) => /产地|原料|产区|产自|原产|来自[^,。]{0,8}(?:产区|茶园|牧场)/.test(sentence),
    holds: {
      zh: '讲的是原料或产地的背景，须属实',
      en: 'background of material or origin; it has to be true',
    },
  },
  {
    exemption: 'limited-fact',
    when: ({ sentence }, term) => factual.test(term) && (time.test(sentence) || place.test(sentence)),
    proof: source,
    holds: { zh: '限定了时间或地域，并给出了可核对的出处', en: 'limited in time or place, with a source' },
    lacks: {
      zh: '限定的事实还要有出处：写明数据来源，并备好凭证',
      en: 'a limited fact needs its source and proof',
    },
  },
  {
    exemption: 'own-comparison',
    when: ({ sentence }, _, product) =>
      /自家|我们家|家族里|同系列|同品牌|品牌内|系列[里中]|全系|旗下/.test(sentence) ||
      Boolean(product?.brand && sentence.includes(`${product.brand.toLowerCase()}家`)),
    holds: { zh: '只在同一品牌的商品之间比较', en: 'only compares goods of one brand' },
  },
];

const neverSlight = /疗效|治愈|有效率|药到|根治|治病|收益|回报|保本|理财|副作用/;

/**
 * The exemption that an absolute term may claim, and whether it holds; null where none comes into question. Claims about cures and
 * about yields are never exempt.
 */
export function exemptionOf(
  window: ClaimWindow,
  term: string,
  product: ProductToCheck | null,
  noteSays: (proof: RegExp) => boolean,
): ExemptionConsidered | null {
  if (neverSlight.test(window.sentence)) return null;
  const fitting = considered.find(({ when }) => when(window, term, product));
  if (!fitting) return null;
  const proven =
    !fitting.proof ||
    fitting.proof.test(window.sentence) ||
    (fitting.exemption === 'limited-fact' && noteSays(fitting.proof));
  const reason = proven ? fitting.holds : (fitting.lacks ?? fitting.holds);
  return { exemption: fitting.exemption, holds: proven, reason };
}
