import { mediaLimits } from '../media/media-limits';
import type { Category } from '../notes/categories';
import type { AssetToCheck, GoodsKind, Interest, NoteToCheck } from './compliance';
import type { FoldedText } from './folded-text';

/** Something about a note as a whole that breaks a rule: no word of it, or not its words alone. */
export interface Condition {
  rule: string;
  field: 'title' | 'body' | 'topic' | 'assets' | 'note';
  index?: number;
  /** in the field, as folded; left out: all of it */
  span?: { from: number; to: number };
  addition?: string;
}

/** The folded fields of a note. */
export interface FoldedNote {
  title: FoldedText;
  body: FoldedText;
  topics: FoldedText[];
}

/** Limits of the platform's own form (domain notes 6.3, R20); images as everywhere in this product. */
export const noteLimits = {
  titleWidth: 20,
  body: 1_000,
  images: mediaLimits.imagesPerNote,
  topics: 10,
} as const;

/**
 * How wide a title is: one for every Chinese character and sign, a half for those of ASCII.
 *
 * Source: practitioners say that the platform counts Latin letters by half [C].
 */
export function titleWidth(title: string): number {
  let width = 0;
  for (const letter of title.trim()) width += letter.charCodeAt(0) < 0x80 ? 0.5 : 1;
  return width;
}

export const aiLabelText = /(?:由|使用|用)?\s?ai\s?(?:辅助)?(?:生成|绘制|创作|合成)|aigc/;
const giftText = /品牌方?(?:寄|赠|送)|赠送的|(?:专属|我的)(?:优惠|折扣)码|推广链接|佣金|合作款/;
const notice = /(?:不能|不可|不得)?(?:代替|替代)药(?:物|品)/;

const declarations: Record<Interest, string> = {
  paid: '本篇为品牌合作内容，已通过平台报备。',
  gift: '利益相关：产品由品牌赠送，以下是我的真实使用感受。',
  discount: '利益相关：我以优惠价购入本产品，以下是我的真实使用感受。',
  affiliate: '广告：通过文中链接购买，我会获得佣金。',
  employment: '利益相关：我在该品牌工作。',
};

/** All that the facts around a note say, without a look at its claims. */
export function conditionsOf(note: NoteToCheck, folded: FoldedNote, goods: GoodsKind): Condition[] {
  const whole = [folded.title, folded.body, ...folded.topics].map(({ text }) => text).join('\n');
  return [
    ...formatOf(note),
    ...disclosureOf(note, folded),
    ...assetsOf(note, whole, promisesEffect(goods, note.category)),
    ...(goods === 'health-food' && !notice.test(whole)
      ? [{ rule: 'health-food-notice', field: 'note', addition: '本品不能代替药物。' } as const]
      : []),
    ...(note.audience === 'minors' && notForMinors.includes(goods)
      ? [{ rule: 'minors', field: 'note' } as const]
      : []),
  ];
}

const comparedGoods: readonly GoodsKind[] = ['cosmetics', 'health-food', 'medical', 'baby'];
/** Whether a comparison before and after promises an effect: of a body it does, a kitchen may be shown as it was. */
export const promisesEffect = (goods: GoodsKind, category: Category): boolean =>
  comparedGoods.includes(goods) || category === 'fitness';
const notForMinors: readonly GoodsKind[] = ['cosmetics', 'alcohol', 'medical', 'health-food'];

function formatOf({ title, body, topics, assets }: NoteToCheck): Condition[] {
  const images = (assets ?? []).filter(({ kind }) => kind === 'image').length;
  return [
    ...(titleWidth(title) > noteLimits.titleWidth ? [{ rule: 'format', field: 'title' } as const] : []),
    ...(body.length > noteLimits.body ? [{ rule: 'format', field: 'body' } as const] : []),
    ...(images > noteLimits.images ? [{ rule: 'format', field: 'assets' } as const] : []),
    ...(topics.length > noteLimits.topics ? [{ rule: 'format', field: 'topic' } as const] : []),
  ];
}

/** Money, gift, discount, commission or employment has to be made known; a link to buy as advertising (domain notes 6.2). */
function disclosureOf(note: NoteToCheck, { body }: FoldedNote): Condition[] {
  const disclosure = note.disclosure ?? 'none-needed';
  const known = note.interests ?? [];
  if (note.purchaseLink || known.includes('affiliate'))
    return disclosure === 'ad-label'
      ? []
      : [{ rule: 'ad-label', field: 'note', addition: declarations.affiliate }];
  if (disclosure !== 'missing' && disclosure !== 'none-needed') return [];
  const [interest] = known;
  if (interest) return [{ rule: 'disclosure', field: 'note', addition: declarations[interest] }];
  const told = giftText.exec(body.text);
  return told
    ? [
        {
          rule: 'disclosure',
          field: 'body',
          span: { from: told.index, to: told.index + told[0].length },
          addition: declarations.gift,
        },
      ]
    : [];
}

const isSensitive = ({ tags = [] }: AssetToCheck, compared: boolean): boolean =>
  tags.some((tag) => tag !== 'before-after' || compared);

function assetsOf({ assets = [] }: NoteToCheck, whole: string, compared: boolean): Condition[] {
  const labelled = aiLabelText.test(whole);
  return assets.flatMap((asset, index): Condition[] => {
    const at = { field: 'assets', index } as const;
    return [
      ...(asset.aiGenerated && !asset.aiLabelled && !labelled
        ? [{ rule: 'ai-label', ...at, addition: `图 ${index + 1} 由 AI 生成，仅作示意。` }]
        : []),
      ...(isSensitive(asset, compared) ? [{ rule: 'sensitive-images', ...at }] : []),
      ...(asset.licensed === false || asset.consent === false ? [{ rule: 'rights', ...at }] : []),
    ];
  });
}
