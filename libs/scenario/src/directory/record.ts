import {
  type Category,
  categories,
  cities,
  type CityKey,
  type HealthLevel,
  type Persona,
  type Province,
  type Scene,
  scenes,
  type Style,
  styles,
  type SubCategory,
  subCategoriesOf,
} from '@poolrise/domain';
import type { ObservedNote } from '@poolrise/domain';
import type { CastCreator } from '../cast/creators';
import type { RandomStream } from '../random';
import { dayMs } from './days';
import { directoryFigures } from './figures';
import type { Employer } from './note-texts';
import type { FraudLabel } from './plan';
import type { CreatorPrices } from './prices';
import { agencyNames } from './words';

/** How a creator has dealt with invitations of the last 90 days. */
export interface ServiceRecord {
  invitations90d: number;
  accepted90d: number;
  completed90d: number;
  onTime90d: number;
  cancelled90d: number;
  /** null when nobody invited */
  replyMinutesMedian: number | null;
}

/** What stands on the card of a creator, besides her followers. */
export interface DirectoryRecord extends CreatorPrices {
  province: Province;
  city: CityKey;
  personas: Persona[];
  styles: Style[];
  scenes: Scene[];
  subCategories: SubCategory[];
  mcn: string | null;
  acceptsPicture: boolean;
  acceptsVideo: boolean;
  health: HealthLevel;
  activeOrders: number;
  servedCategories: Category[];
  servedBrands: string[];
  service: ServiceRecord;
  lastNoteAt: Date | null;
  deleted: boolean;
}

const personasBySubject: Readonly<Record<Category, readonly Persona[]>> = {
  beauty: ['make-up-artist', 'student', 'office-worker'],
  fashion: ['student', 'office-worker', 'photographer', 'shop-owner'],
  food: ['chef', 'shop-owner', 'office-worker'],
  travel: ['traveller', 'photographer', 'freelancer'],
  home: ['office-worker', 'freelancer', 'shop-owner'],
  'mother-baby': ['mother', 'father', 'doctor', 'teacher'],
  pets: ['pet-owner', 'doctor', 'office-worker'],
  fitness: ['coach', 'office-worker', 'doctor'],
  tech: ['engineer', 'photographer', 'student'],
  knowledge: ['teacher', 'student', 'doctor', 'engineer'],
  outdoor: ['traveller', 'photographer', 'coach'],
  lifestyle: ['freelancer', 'office-worker', 'student'],
};

export interface RecordAsk {
  creator: CastCreator;
  city: CityKey;
  prices: CreatorPrices;
  employers: readonly Employer[];
  notes: readonly ObservedNote[];
  label: FraudLabel | null;
  now: Date;
}

export function recordOf(random: RandomStream, ask: RecordAsk): DirectoryRecord {
  const { creator, city, prices, employers, notes, now } = ask;
  const takesOrders = prices.pictureCents !== null || prices.videoCents !== null;
  const activeOrders = takesOrders ? random.poisson(0.25 * Math.log10(creator.followers / 50)) : 0;
  return {
    ...prices,
    province: cities[city].province,
    city,
    personas: personasOf(random, creator),
    styles: random.sample(styles, random.between(1, 3)),
    scenes: random.sample(scenes, random.between(1, 2)),
    subCategories: creator.categories.flatMap((category, at) =>
      random.sample(subCategoriesOf(category), at === 0 ? random.between(1, 2) : 1),
    ),
    mcn: random.chance(signedShare(creator.followers)) ? random.pick(agencyNames) : null,
    acceptsPicture: prices.pictureCents !== null && random.chance(0.94),
    acceptsVideo: prices.videoCents !== null && random.chance(0.9),
    health: random.weighted<HealthLevel>(directoryFigures.health.value),
    activeOrders,
    servedCategories: categories.filter((category) =>
      employers.some(({ industry }) => industry === category),
    ),
    servedBrands: employers.map(({ name }) => name),
    service: serviceOf(random, { notes, activeOrders, takesOrders }),
    lastNoteAt: notes.at(-1)?.publishedAt ?? longAgo(random, now),
    deleted: ask.label === null && random.chance(0.006),
  };
}

function personasOf(random: RandomStream, { categories: subjects, gender }: CastCreator): Persona[] {
  const likely = personasBySubject[subjects[0] ?? 'lifestyle'];
  const count = random.weighted([
    [0, 0.2],
    [1, 0.5],
    [2, 0.24],
    [3, 0.06],
  ]);
  return random
    .sample(likely, count)
    .filter((persona) =>
      persona === 'mother' ? gender === 'female' : persona !== 'father' || gender === 'male',
    );
}

/** The larger, the likelier signed [P]. */
const signedShare = (followers: number): number =>
  Math.min(0.75, Math.max(0.02, 0.22 * Math.log10(followers / 800)));

/** Who was silent for 90 days wrote before; a few never did. */
const longAgo = (random: RandomStream, now: Date): Date | null =>
  random.chance(0.05) ? null : new Date(now.getTime() - (90 + 300 * random.next()) * dayMs);

function serviceOf(
  random: RandomStream,
  ask: { notes: readonly ObservedNote[]; activeOrders: number; takesOrders: boolean },
): ServiceRecord {
  const completed90d = ask.notes.filter(({ cooperation }) => cooperation).length;
  const cancelled90d = random.poisson(0.06 * completed90d);
  const accepted90d = completed90d + cancelled90d + ask.activeOrders;
  const declined = random.poisson(accepted90d * (0.2 + 1.2 * random.next()) + (ask.takesOrders ? 0.3 : 0));
  const invitations90d = accepted90d + declined;
  return {
    invitations90d,
    accepted90d,
    completed90d,
    onTime90d: random.binomial(completed90d, 0.75 + 0.24 * random.next()),
    cancelled90d,
    replyMinutesMedian: invitations90d === 0 ? null : Math.max(3, Math.round(150 * random.around1(1))),
  };
}
