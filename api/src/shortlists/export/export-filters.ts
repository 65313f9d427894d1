import {
  type Bilingual,
  categoryNames,
  creatorMetricIds,
  healthNames,
  metrics,
  personaNames,
  provinceNames,
  sceneNames,
  styleNames,
  type Words,
} from '@poolrise/domain';
import { cityTierNames, columnNames, genderNames, subCategoryNames } from './export-words';

const acceptNames: Words<string> = {
  image: { zh: '图文', en: 'image notes' },
  video: { zh: '视频', en: 'video notes' },
};
const mcnNames: Words<string> = {
  signed: { zh: '签约 MCN', en: 'signed with an MCN' },
  independent: { zh: '独立博主', en: 'independent' },
};
const noNames: Words<string> = {};

/** What a filter is called, and its words. Values without a name stand as they were asked. */
const filters: Record<string, [name: Bilingual, words: Words<string>]> = {
  q: [{ zh: '搜索', en: 'Search' }, noNames],
  mode: [
    { zh: '搜索范围', en: 'Search in' },
    {
      name: { zh: '昵称', en: 'names' },
      content: { zh: '笔记', en: 'notes' },
      auto: { zh: '全部', en: 'everything' },
    },
  ],
  category: [columnNames.categories, categoryNames],
  subCategory: [columnNames.subCategories, subCategoryNames],
  persona: [columnNames.personas, personaNames],
  style: [columnNames.styles, styleNames],
  scene: [{ zh: '内容场景', en: 'Scene' }, sceneNames],
  gender: [columnNames.gender, genderNames],
  province: [columnNames.province, provinceNames],
  cityTier: [columnNames.cityTier, cityTierNames],
  mcn: [columnNames.mcn, mcnNames],
  health: [columnNames.health, healthNames],
  accepts: [columnNames.accepts, acceptNames],
  tier: [columnNames.tier, noNames],
  servedCategory: [{ zh: '合作过的行业', en: 'Industries served' }, categoryNames],
  withoutBrand: [{ zh: '未合作过的品牌', en: 'Has not worked with' }, noNames],
  activeDays: [{ zh: '近几天内发布过', en: 'Published within days' }, noNames],
  audience: [{ zh: '粉丝画像占比下限（%）', en: 'Audience, least percent' }, noNames],
  list: [{ zh: '名单', en: 'List' }, noNames],
  withoutLists: [{ zh: '排除名单', en: 'Excluded lists' }, noNames],
  blacklisted: [
    { zh: '黑名单', en: 'Blacklist' },
    { hide: { zh: '排除', en: 'left out' }, show: { zh: '同时显示', en: 'shown' } },
  ],
  sort: [
    { zh: '排序', en: 'Sorted by' },
    {
      ...Object.fromEntries(creatorMetricIds.map((id) => [id, metrics[id]])),
      relevance: { zh: '综合排序', en: 'best match' },
      lastNoteAt: { zh: '最近发布', en: 'last note' },
    },
  ],
  order: [
    { zh: '顺序', en: 'Order' },
    { asc: { zh: '从低到高', en: 'lowest first' }, desc: { zh: '从高到低', en: 'highest first' } },
  ],
};

/** What a search asks, in words, as somebody reads it who has only the file. Prices are in cents there, as in the address. */
export function filtersOf(search: string): [name: Bilingual, value: Bilingual][] {
  return [...new URLSearchParams(search)].flatMap(([filter, value]) => {
    const known = Object.hasOwn(filters, filter) ? filters[filter] : metricFilter(filter);
    if (!known || !value) return [];
    const [name, words] = known;
    const parts = value
      .split(',')
      .map((part) => (Object.hasOwn(words, part) ? words[part] : undefined) ?? same(part));
    return [
      [
        name,
        { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') },
      ] satisfies [Bilingual, Bilingual],
    ];
  });
}

const same = (text: string): Bilingual => ({ zh: text, en: text });

function metricFilter(filter: string): [Bilingual, Words<string>] | undefined {
  const id = creatorMetricIds.find((metric) => metric === filter);
  if (!id) return undefined;
  const { zh, en, unit } = metrics[id];
  return [unit === 'cents' ? { zh: `${zh}（分）`, en: `${en} (cents)` } : { zh, en }, noNames];
}
