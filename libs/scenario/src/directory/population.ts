import { audienceDimensions, categories, type Category, type Province, sumOf } from '@poolrise/domain';
import { audience, interests } from '../parameters';
import type { RandomStream } from '../random';
import { directoryFigures } from './figures';

/** The four parts of the country that people are told apart by, besides their city's tier. */
export const regions = ['east', 'south', 'west', 'north'] as const;
export type Region = (typeof regions)[number];

/** What is known of an account. Everybody has one main interest. */
export interface AudienceMember {
  interest: Category;
  gender: (typeof audienceDimensions.gender)[number];
  age: (typeof audienceDimensions.age)[number];
  cityTier: (typeof audienceDimensions.cityTier)[number];
  region: Region;
  eager: boolean;
}

/** What people are told apart by, with the kinds of each in the order of the segments. */
export const kinds = {
  interest: categories,
  gender: audienceDimensions.gender,
  age: audienceDimensions.age,
  cityTier: audienceDimensions.cityTier,
  region: regions,
} as const;
export type Kind = keyof typeof kinds;

/** People who are alike in everything that is known of them. */
export interface Segment extends AudienceMember {
  index: number;
  people: number;
}

const shareOf = (weights: readonly (readonly [string, number])[], key: string): number =>
  weights.find(([name]) => name === key)?.[1] ?? 0;

/** How likely somebody has this main interest, given gender and age. Sums to 1 over the categories. */
export function interestShare(interest: Category, gender: AudienceMember['gender'], age: string): number {
  const weightOf = (category: Category): number => {
    const weights = interests.value[category];
    return gender === 'female' && age === '25-34'
      ? (weights.female25to34 ?? weights.female)
      : weights[gender];
  };
  return weightOf(interest) / sumOf(categories.map(weightOf));
}

/** Shares of the regions in each tier [P]: first-tier cities lie in the east, south and north alone. */
const regionShares: Readonly<Record<string, readonly number[]>> = {
  tier1: [0.3, 0.4, 0, 0.3],
  new_tier1: [0.42, 0.22, 0.24, 0.12],
  tier2: [0.28, 0.3, 0.14, 0.28],
  tier3: [0.25, 0.3, 0.22, 0.23],
  tier4_5: [0.2, 0.25, 0.32, 0.23],
};

export function regionShare(cityTier: string, region: Region): number {
  return regionShares[cityTier]?.[regions.indexOf(region)] ?? 0;
}

const provincesOf: Readonly<Record<Region, readonly Province[]>> = {
  east: ['shanghai', 'jiangsu', 'zhejiang', 'anhui', 'fujian', 'jiangxi', 'shandong'],
  south: ['henan', 'hubei', 'hunan', 'guangdong', 'guangxi', 'hainan', 'hong-kong', 'macao', 'taiwan'],
  west: [
    'chongqing',
    'sichuan',
    'guizhou',
    'yunnan',
    'tibet',
    'shaanxi',
    'gansu',
    'qinghai',
    'ningxia',
    'xinjiang',
  ],
  north: ['beijing', 'tianjin', 'hebei', 'shanxi', 'inner-mongolia', 'liaoning', 'jilin', 'heilongjiang'],
};

/** The region of a province; nobody's region for people overseas. */
export const regionOf = (province: Province): Region | null =>
  regions.find((region) => provincesOf[region].includes(province)) ?? null;

let made: readonly Segment[] | undefined;

/** All segments, in one order for ever; their people sum to about `directoryFigures.accounts`. */
export function segments(): readonly Segment[] {
  return (made ??= makeSegments());
}

function makeSegments(): Segment[] {
  const { share } = directoryFigures.eagerness.value;
  return product(Object.values(kinds).map((of) => of.length)).flatMap((at, group) =>
    [false, true].map((eager): Segment => {
      const member = memberAt(at, eager);
      const part = shareOfAll(member) * (eager ? share : 1 - share);
      return {
        ...member,
        index: 2 * group + Number(eager),
        people: Math.round(directoryFigures.accounts.value * part),
      };
    }),
  );
}

/** Every combination of places, the last one changing fastest. */
const product = (lengths: readonly number[]): number[][] =>
  lengths.reduce<number[][]>(
    (rows, length) => rows.flatMap((row) => Array.from({ length }, (_, place) => [...row, place])),
    [[]],
  );

function memberAt(
  [interest = 0, gender = 0, age = 0, cityTier = 0, region = 0]: readonly number[],
  eager: boolean,
): AudienceMember {
  return {
    interest: kinds.interest[interest] as Category,
    gender: kinds.gender[gender] as AudienceMember['gender'],
    age: kinds.age[age] as AudienceMember['age'],
    cityTier: kinds.cityTier[cityTier] as AudienceMember['cityTier'],
    region: kinds.region[region] as Region,
    eager,
  };
}

const shareOfAll = ({ interest, gender, age, cityTier, region }: AudienceMember): number =>
  shareOf(audience.gender.value, gender) *
  shareOf(audience.ageBand.value, age) *
  interestShare(interest, gender, age) *
  shareOf(audience.cityTier.value, cityTier) *
  regionShare(cityTier, region);

/** A 32-bit number stirred into another one. Source: the finaliser of MurmurHash3 (Appleby, public domain). */
export function mix32(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A number in [0, 1) that belongs to three whole numbers. */
export const fractionOfThree = (a: number, b: number, c: number): number =>
  mix32(mix32(mix32(a) ^ Math.imul(b + 1, 0x9e3779b1)) ^ Math.imul(c + 1, 0x7feb352d)) / 4_294_967_296;

const hashSpace = 4_294_967_296;

/**
 * The 32-bit hash of the person of this rank in a segment. People are numbered in the order of their hashes, each in
 * an equal stratum of the hash space and evenly spread inside it, so that the smallest hashes of any crowd can be
 * found without listing the crowd.
 */
export const personHash = (segment: Segment, rank: number): number =>
  Math.floor(((rank + fractionOfThree(0, segment.index, rank)) * hashSpace) / segment.people);

/** The number of the person's account: below 2^31, so that it fits a signed column. */
export const accountOf = (hash: number): number => hash >>> 1;

let peopleUpTo: Float64Array | undefined;

/** The account of somebody, of a main interest where one is given; everybody is as likely. */
export function anyAccount(random: RandomStream, interest?: Category): number {
  const all = segments();
  const sums = (peopleUpTo ??= cumulative(all));
  // Segments are ordered by interest first, so that people of one interest stand together.
  const perInterest = all.length / categories.length;
  const from = interest === undefined ? 0 : categories.indexOf(interest) * perInterest;
  const to = interest === undefined ? all.length : from + perInterest;
  const before = sums[from - 1] ?? 0;
  const person = before + random.below((sums[to - 1] ?? 0) - before);
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > person) high = middle;
    else low = middle + 1;
  }
  return accountOf(personHash(all[low] as Segment, person - (sums[low - 1] ?? 0)));
}

function cumulative(all: readonly Segment[]): Float64Array {
  let sum = 0;
  return Float64Array.from(all, ({ people }) => (sum += people));
}
