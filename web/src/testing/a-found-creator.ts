import type { CreatorRow, CreatorSearchPage, CreatorView } from '@poolrise/contracts';
import { type CreatorMetric, creatorMetricIds, noteScopes, trafficScopes } from '@poolrise/domain';

export const creatorId = (n: number): string => `44444444-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Figures = Record<CreatorMetric, number | null>;
const each = (value: number | null, known: Partial<Figures> = {}): Figures => ({
  ...(Object.fromEntries(creatorMetricIds.map((id) => [id, value])) as Figures),
  ...known,
});

const figures = each(null, {
  followers: 12_400,
  growth30d: 0.034,
  readsMedian: 3_200,
  interactionRate: 0.081,
  imageCents: 120_000,
  imageReadCents: 38,
});
const percentiles = each(null, { followers: 41, readsMedian: 82, imageCents: 55, imageReadCents: 12 });

type RowChanges = Partial<Omit<CreatorRow, 'figures' | 'percentiles'>> & {
  figures?: Partial<Figures>;
  percentiles?: Partial<Figures>;
};

/** A creator in a list; what matters to a test is said by it. */
export const aCreator = ({
  figures: other,
  percentiles: places,
  ...changes
}: RowChanges = {}): CreatorRow => ({
  id: creatorId(1),
  name: '小满爱喝茶',
  redId: '600000012',
  platformId: null,
  gender: 'female',
  province: 'zhejiang',
  city: 'hangzhou',
  cityTier: 'new_tier1',
  asOf: '2026-11-25',
  categories: ['food', 'home'],
  subCategories: ['drinks'],
  personas: ['student'],
  styles: ['review'],
  mcn: null,
  health: 'excellent',
  acceptsImage: true,
  acceptsVideo: false,
  lastNoteAt: new Date(Date.now() - 2 * 86_400_000).toISOString(),
  deleted: false,
  tier: { key: 'junior', name: { zh: '初级', en: 'Junior' } },
  peers: 140,
  ...changes,
  figures: { ...figures, ...other },
  percentiles: { ...percentiles, ...places },
});

const counted = (counts: Record<string, number>) =>
  Object.entries(counts).map(([value, count]) => ({ value, count }));

export const aSearchPage = (
  items: CreatorRow[],
  changes: Partial<CreatorSearchPage> = {},
): CreatorSearchPage => ({
  items,
  nextCursor: null,
  asOf: '2026-11-26T02:00:00Z',
  total: items.length,
  facets: {
    category: counted({ beauty: 31, food: 12 }),
    tier: counted({ nano: 4, junior: 29, waist: 9, head: 1 }),
    gender: counted({ female: 30, male: 13 }),
    cityTier: [],
    province: [],
    persona: [],
    style: [],
    scene: [],
    mcn: counted({ signed: 11, independent: 32 }),
    health: [],
    accepts: counted({ image: 40, video: 22 }),
  },
  wouldFit: [],
  hint: null,
  ...changes,
});

/** The whole record of a creator. */
export const aCreatorView = ({
  medianReads = 3_200,
  ...row
}: RowChanges & { medianReads?: number } = {}): CreatorView => ({
  ...aCreator(row),
  scenes: [],
  servedCategories: [],
  servedBrands: [],
  asOf: '2026-11-25',
  medians: Object.fromEntries(
    noteScopes.flatMap((scope) =>
      trafficScopes.map((traffic) => [
        `${scope}.${traffic}`,
        { notes: 9, impressions: 41_000, reads: medianReads, interactions: 260 },
      ]),
    ),
  ) as CreatorView['medians'],
  sources: [],
  audience: {
    sample: 900,
    bands: [
      { dimension: 'age', value: '18-24', share: 0.46 },
      { dimension: 'age', value: '25-34', share: 0.3 },
      { dimension: 'gender', value: 'female', share: 0.8 },
    ],
    interests: [],
  },
  service: { invitations: 20, accepted: 12, completed: 8, onTime: 7, cancelled: 1 },
  days: [],
});
