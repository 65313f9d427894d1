import { audienceDimensions, type AudiencePortrait, type Category, provinces, sumOf } from '@poolrise/domain';
import type { RandomStream } from '../random';
import { type AudienceAsk, audienceShares } from './audience';
import type { FraudLabel } from './plan';
import { kinds, regionOf } from './population';

export interface AudienceProfile {
  portrait: AudiencePortrait;
  /** what followers are mostly interested in, the first five, with their shares */
  interests: { category: Category; share: number }[];
  /** seen in the last 28 days */
  activeFollowerShare: number;
  /** liked, collected, commented or shared in the last 30 days */
  engagedFollowerShare: number;
}

/** The portrait as the platform would estimate it: from a part of the followers, so that small ones are rough. */
export function profileOf(
  random: RandomStream,
  audience: AudienceAsk,
  label: FraudLabel | null,
): AudienceProfile {
  const { followers } = audience;
  const shares = audienceShares(audience);
  const sample = Math.max(1, Math.min(20_000, Math.round(followers * (0.25 + 0.5 * random.next()))));
  const rows: Record<keyof typeof audienceDimensions, number[]> = {
    age: shares.age,
    gender: shares.gender,
    cityTier: shares.cityTier,
    ...circumstancesOf(random, shares),
    province: provinceShares(random, shares.region),
  };
  const dimensions = Object.keys(audienceDimensions) as (keyof typeof audienceDimensions)[];
  return {
    portrait: {
      sample,
      shares: dimensions.flatMap((key) => inTenThousand(sampled(random, rows[key], sample))),
    },
    interests: shares.interest
      .map((share, at) => ({ category: kinds.interest[at] as Category, share }))
      .sort((a, b) => b.share - a.share)
      .slice(0, 5),
    ...livelinessOf(random, followers, label),
  };
}

type Shares = ReturnType<typeof audienceShares>;

/** What nobody is drawn by: it follows from age, interests and cities, with chance besides. All [P]. */
function circumstancesOf(random: RandomStream, shares: Shares) {
  const [teens = 0, young = 0, grown = 0, middle = 0, older = 0] = shares.age;
  const [tier1 = 0, newTier1 = 0] = shares.cityTier;
  const parents = shares.interest[kinds.interest.indexOf('mother-baby')] ?? 0;
  const married = Math.min(
    0.95,
    (0.06 * young + 0.5 * grown + 0.85 * (middle + older)) * (1 + parents) * random.around1(0.1),
  );
  const rich = Math.min(0.7, (0.1 + 0.3 * tier1 + 0.15 * newTier1) * random.around1(0.2));
  const poor = Math.min(0.6, (0.16 + 0.3 * teens + 0.15 * young) * random.around1(0.2));
  const children = married * Math.min(0.95, 0.5 + parents);
  const small = [0.18 + 0.2 * parents, 0.25 + 0.1 * parents, 0.27, 0.3];
  const smallSum = sumOf(small);
  const phones = normal(
    [0.15, 0.3, 0.25, 0.3].map((part, at) => part * (1 + (at - 1.5) * (rich - 0.25)) * random.around1(0.1)),
  );
  const brandsOf = [0.44 + 0.3 * rich, 0.2, 0.12, 0.09, 0.08, 0.07];
  return {
    marital: [1 - married, married],
    consumption: normal([poor, Math.max(0.05, 1 - poor - rich), rich]),
    childAge: [1 - children, ...small.map((part) => (children * part) / smallSum)],
    devicePrice: phones,
    deviceBrand: normal(brandsOf.map((part) => part * random.around1(0.12))),
  };
}

/** Readers by province inside each region, about as many people live there [P]; hardly anybody lives overseas. */
const provinceWeights: Readonly<Partial<Record<(typeof provinces)[number], number>>> = {
  guangdong: 5,
  zhejiang: 4,
  jiangsu: 4,
  shanghai: 3.5,
  beijing: 4,
  sichuan: 4,
  shandong: 2.5,
  hubei: 2,
  hunan: 1.8,
  henan: 2,
  fujian: 1.8,
  chongqing: 2,
  shaanxi: 1.6,
  liaoning: 1.5,
  tibet: 0.1,
  qinghai: 0.15,
  ningxia: 0.2,
  macao: 0.1,
  'hong-kong': 0.4,
  taiwan: 0.2,
};

function provinceShares(random: RandomStream, byRegion: readonly number[]): number[] {
  const weights = provinces.map((province) => (provinceWeights[province] ?? 1) * random.around1(0.2));
  return normal(
    provinces.map((province, at) => {
      const region = regionOf(province);
      if (region === null) return 0.015 * random.around1(0.4);
      const inRegion = provinces.reduce(
        (sum, other, place) => sum + (regionOf(other) === region ? (weights[place] ?? 0) : 0),
        0,
      );
      return ((byRegion[kinds.region.indexOf(region)] ?? 0) * (weights[at] ?? 0)) / inRegion;
    }),
  );
}

function normal(parts: readonly number[]): number[] {
  const sum = sumOf(parts);
  return parts.map((part) => part / sum);
}

/** Shares as a sample of so many shows them. */
const sampled = (random: RandomStream, shares: readonly number[], sample: number): number[] =>
  normal(
    shares.map((share) => Math.max(0, share + Math.sqrt((share * (1 - share)) / sample) * random.normal())),
  );

/** Parts in ten thousand that sum to it exactly: the rounded sums are taken apart, not the shares rounded. */
function inTenThousand(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => {
    const before = Math.round(sum * 10_000);
    sum += share;
    return Math.round(sum * 10_000) - before;
  });
}

/** Large audiences are less lively, and bought ones hardly at all [P]. */
function livelinessOf(random: RandomStream, followers: number, label: FraudLabel | null) {
  const bought = label?.kind === 'bought-followers' ? label.strength : 0;
  const size = Math.log10(Math.max(100, followers) / 1_000);
  const active = 0.68 * 10 ** (-0.04 * size) * random.around1(0.1) * (1 - 0.5 * bought);
  const engaged = 0.2 * 10 ** (-0.16 * size) * random.around1(0.28) * (1 - 0.8 * bought);
  const activeFollowerShare = Math.min(0.95, active);
  return { activeFollowerShare, engagedFollowerShare: Math.min(engaged, 0.9 * activeFollowerShare) };
}
