import { CreatorsQuery, creatorSorts } from '@poolrise/contracts';
import {
  audienceBands,
  categories,
  type CreatorMetric,
  healthLevels,
  personas,
  provinces,
  scenes,
  styles,
  tierSchemes,
} from '@poolrise/domain';
import { RandomStream } from '@poolrise/scenario';
import { chineseWords } from './directory';

const values = {
  category: categories,
  persona: personas,
  style: styles,
  scene: scenes,
  province: provinces,
  health: healthLevels,
  servedCategory: categories,
  gender: ['female', 'male', 'unknown'],
  cityTier: ['tier1', 'new_tier1', 'tier2', 'unknown'],
  accepts: ['image', 'video'],
  mcn: ['signed', 'independent'],
  tier: tierSchemes[0]?.tiers.map(({ key }) => key) ?? [],
} as const satisfies Record<string, readonly string[]>;
type Chosen = keyof typeof values;

/** Where the figures of the seeded directory lie: ranges that let some through and keep some out. */
const spans: Partial<Record<CreatorMetric, [number, number]>> = {
  followers: [1_000, 200_000],
  growth30d: [-0.1, 0.15],
  notes30d: [0, 25],
  readsMedian: [0, 40_000],
  impressionsMedian: [0, 300_000],
  interactionsMedian: [0, 4_000],
  imageCents: [4_000, 1_000_000],
  videoCents: [8_000, 2_000_000],
  imageReadCents: [5, 200],
  imageCpmCents: [500, 20_000],
  activeOrders: [0, 8],
  cpuvCents: [50, 2_000],
  replyMinutesMedian: [0, 2_880],
};

const texts = [
  '小',
  '小满',
  '林小',
  '爱喝茶',
  'luna',
  'Luna Coco',
  'cafe',
  '🍵',
  'vlog',
  '600000012',
  'zzz',
  '，。',
];

/** Parameters of a search of so many filters, as they stand in an address. */
export function aCreatorQuery(random: RandomStream, filters: number, text: boolean): Record<string, string> {
  const names: string[] = random.sample(
    [
      ...Object.keys(values),
      ...Object.keys(spans),
      'finishShare',
      'audience',
      'activeDays',
      'subCategory',
      'withoutBrand',
    ],
    filters,
  );
  const query: Record<string, string> = {};
  for (const name of names) query[name] = valueOf(random, name);
  if (text)
    query['q'] = random.chance(0.5)
      ? random.sample([...chineseWords, 'term3', 'term40'], 1 + random.below(2)).join(' ')
      : random.pick(texts);
  if (text && random.chance(0.4)) query['mode'] = random.pick(['name', 'content']);
  query['sort'] = random.chance(text ? 0.6 : 0.2) ? 'relevance' : random.pick(creatorSorts);
  if (random.chance(0.3)) query['order'] = 'asc';
  return query;
}

function valueOf(random: RandomStream, name: string): string {
  if (name in values) {
    const of = values[name as Chosen] as readonly string[];
    return name === 'mcn' ? random.pick(of) : random.sample(of, 1 + random.below(3)).join(',');
  }
  if (name === 'audience') {
    const band = random.pick(audienceBands.slice(0, 20));
    return `${band.dimension}:${band.value}:${10 + random.below(40)}`;
  }
  if (name === 'activeDays') return String(20 + random.below(300));
  if (name === 'subCategory') return `sub ${random.below(8)}`;
  if (name === 'withoutBrand') return `Brand ${random.below(300)}`;
  const [low, high] = spans[name as CreatorMetric] ?? [0, 1];
  const whole = high > 10;
  const at = () => {
    const value = low + (high - low) * random.next() ** 2;
    return whole ? Math.round(value) : Number(value.toFixed(4));
  };
  const [a, b] = [at(), at()].sort((x, y) => x - y);
  return random.pick([`${a}..`, `..${b}`, `${a}..${b}`]);
}

export const addressOf = (query: Record<string, string>): string =>
  `/api/v1/creators?${new URLSearchParams(query).toString()}`;
export const checkedQuery = (query: Record<string, string>): CreatorsQuery => CreatorsQuery.parse(query);
