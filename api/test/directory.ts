import { cityTiers } from '@poolrise/contracts';
import { audienceDimensions, categories, personas, provinces, scenes, styles } from '@poolrise/domain';
import { RandomStream } from '@poolrise/scenario';
import type { CreatorToImport } from '../src/creators/imported-creator';

const surnames = [...'林王李张刘陈杨黄赵周吴徐孙马朱胡郭何高罗'];
const given = [...'小满安然青禾一诺可可阿宁桃子木木南风晚晴星野知夏初一'];
const habits = [
  '爱喝茶',
  '的厨房',
  '日记',
  '爱吃',
  '在路上',
  '穿搭',
  '护肤',
  '养猫',
  'vlog',
  '今天',
  '的家',
  '',
];
const english = ['Luna', 'Mia', 'Coco', 'Café', 'Nora', 'Ivy', 'Jade', 'Ruby', 'Zoe', 'Ａnn'];
const emoji = ['🍵', '✨', '🐱'];
/** Words that the dictionary cuts as they stand. */
export const chineseWords = [
  ...['咖啡', '护肤', '口红', '防晒', '面膜', '早餐', '火锅', '甜品', '旅行', '酒店', '露营', '徒步'],
  ...['穿搭', '连衣裙', '运动鞋', '收纳', '装修', '家具', '宝宝', '奶粉', '辅食', '猫粮', '健身', '瑜伽'],
  ...['手机', '相机', '耳机', '读书', '考研', '英语', '滑雪', '骑行', '春天', '夏天', '周末', '生活'],
];
const plainWords = Array.from({ length: 20_000 }, (_, at) => `term${at}`);
const brands = Array.from({ length: 300 }, (_, at) => `Brand ${at}`);

const whole = 10_000;
const skewed = (random: RandomStream, below: number): number => Math.floor(below * random.next() ** 3);

/** A directory as markets have it: most are small, few are read by many, and some figures nobody has measured. */
export function* aDirectory(
  size: number,
  { seed = 'directory', today = new Date('2026-11-01') } = {},
): Generator<CreatorToImport> {
  const random = new RandomStream(seed, 'creators');
  for (let at = 0; at < size; at++) yield aCreatorOf(random, at, today);
}

function aCreatorOf(random: RandomStream, at: number, today: Date): CreatorToImport {
  const followers = Math.floor(1_000 * Math.exp(7.5 * random.next() ** 2.2));
  const acceptsImage = random.chance(0.8);
  const acceptsVideo = random.chance(0.6);
  const quote = Math.round(followers * (4 + 8 * random.next()));
  const invitations = random.below(40);
  const accepted = Math.floor(invitations * random.next());
  const completed = Math.floor(accepted * random.next());
  return {
    redId: String(600_000_000 + at),
    platformId: random.chance(0.98) ? (0x5a0000000000 + at).toString(16).padStart(24, '5') : null,
    name: nameOf(random),
    followers,
    gender: random.weighted([
      ['female', 7],
      ['male', 2],
      ['unknown', 1],
    ]),
    cityTier: [...cityTiers, 'unknown' as const][skewed(random, 6)] ?? 'unknown',
    province: random.chance(0.95) ? (provinces[skewed(random, provinces.length)] ?? null) : null,
    city: random.chance(0.9) ? 'city' : null,
    categories: severalOf(random, categories, 3),
    subCategories: [`sub ${skewed(random, 80)}`],
    personas: severalOf(random, personas, 2),
    styles: severalOf(random, styles, 3),
    scenes: severalOf(random, scenes, 2),
    mcn: random.chance(0.3) ? `MCN ${random.below(200)}` : null,
    imageCents: acceptsImage ? quote : null,
    videoCents: acceptsVideo ? quote * 2 : null,
    acceptsImage,
    acceptsVideo,
    health: random.weighted([
      ['excellent', 3],
      ['ordinary', 6],
      ['abnormal', 1],
    ]),
    activeOrders: skewed(random, 9),
    servedCategories: severalOf(random, categories, 3),
    servedBrands: random.sample(brands, skewed(random, 6)),
    invitations90d: invitations,
    accepted90d: accepted,
    completed90d: completed,
    onTime90d: Math.floor(completed * random.next()),
    cancelled90d: 0,
    replyMinutesMedian: random.chance(0.7) ? random.below(2_880) : null,
    lastNoteAt: random.chance(0.97)
      ? new Date(today.getTime() - skewed(random, 120 * 86_400_000)).toISOString()
      : null,
    figures: random.chance(0.96) ? figuresOf(random, followers) : null,
  };
}

function figuresOf(random: RandomStream, followers: number): CreatorToImport['figures'] {
  const reads = Math.floor(followers * random.next() ** 2);
  const interactions = Math.floor(reads * 0.15 * random.next());
  const known = random.chance(0.95);
  return {
    asOf: '2026-11-01',
    followers30dAgo: Math.max(0, Math.round(followers * (0.85 + 0.25 * random.next()))),
    notes30d: random.below(25),
    medians: known ? { 'daily.natural': { notes: 10, impressions: reads * 8, reads, interactions } } : {},
    imageReadsMedian: known ? reads : null,
    imageInteractionsMedian: known ? interactions : null,
    videoReadsMedian: random.chance(0.6) ? Math.floor(reads * 0.8) : null,
    videoInteractionsMedian: random.chance(0.6) ? Math.floor(interactions * 0.8) : null,
    hundredLikesShare: Math.round(100 * random.next() ** 2) / 100,
    thousandLikesShare: Math.round(100 * random.next() ** 5) / 100,
    sourceShares: [6_000, 2_000, 1_000, 500, 500],
    finishShare: random.chance(0.6) ? random.next() : null,
    activeShare: random.next(),
    engagedShare: random.next() * 0.3,
    cpuvCents: random.chance(0.5) ? 50 + random.below(2_000) : null,
    ...(random.chance(0.92)
      ? { audienceSample: 200 + random.below(5_000), audienceShares: sharesOf(random) }
      : {}),
    audienceInterests: severalOf(random, categories, 3),
    contentWords: wordsOf(random),
  };
}

function sharesOf(random: RandomStream): number[] {
  return Object.values(audienceDimensions).flatMap((values) => {
    const weights = values.map(() => random.next() ** 3);
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => Math.floor((whole * weight) / sum));
  });
}

function wordsOf(random: RandomStream): string[] {
  const common = random.sample(chineseWords, 2 + random.below(3));
  const rare = Array.from(
    { length: 6 + random.below(6) },
    () => plainWords[skewed(random, plainWords.length)] ?? '',
  );
  return [...new Set([...common, ...rare])];
}

function nameOf(random: RandomStream): string {
  const name = random.chance(0.7)
    ? random.pick(surnames) + random.pick(given) + random.pick(given) + random.pick(habits)
    : `${random.pick(english)} ${random.pick(english)}${random.chance(0.4) ? random.below(1_000) : ''}`;
  return random.chance(0.1) ? name + random.pick(emoji) : name;
}

const severalOf = <Value>(random: RandomStream, values: readonly Value[], most: number): Value[] => [
  ...new Set(
    Array.from({ length: random.below(most + 1) }, () => values[skewed(random, values.length)] as Value),
  ),
];
