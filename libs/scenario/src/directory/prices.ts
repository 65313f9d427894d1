import type { CastCreator } from '../cast/creators';
import type { RandomStream } from '../random';
import { dayOf } from './days';
import { directoryFigures } from './figures';

export interface CreatorPrices {
  /** null where it is not on offer */
  pictureCents: number | null;
  videoCents: number | null;
}

/** From this day on, until the next. */
export interface PricesFromDay extends CreatorPrices {
  day: string;
}

/** What a creator asks for now, before the platform's fee. */
export function pricesOf(
  random: RandomStream,
  { followers, categories }: Pick<CastCreator, 'followers' | 'categories'>,
): CreatorPrices {
  const { sigma, video, dear } = directoryFigures.price.value;
  const category = categories[0] === 'beauty' || categories[0] === 'mother-baby' ? dear : 1;
  const yuan = medianYuan(followers) * category * random.around1(sigma);
  const more = video[0] + (video[1] - video[0]) * random.next();
  const offered = random.chance(followers >= directoryFigures.offersFrom.value ? 0.96 : 0.08);
  const kinds = random.weighted([
    ['both', 0.75],
    ['picture', 0.18],
    ['video', 0.07],
  ]);
  return {
    pictureCents: offered && kinds !== 'video' ? roundCents(yuan) : null,
    videoCents: offered && kinds !== 'picture' ? roundCents(yuan * more) : null,
  };
}

/** Yuan for an image note of the usual category; the two powers meet where the head begins. */
function medianYuan(followers: number): number {
  const { yuan, exponent, headFrom, headExponent } = directoryFigures.price.value;
  const below = Math.min(followers, headFrom);
  return yuan * (below / 1_000) ** exponent * (followers / below) ** headExponent;
}

/** Nobody asks for 1,237 yuan. */
function roundCents(yuan: number): number {
  const step = yuan < 200 ? 10 : yuan < 2_000 ? 50 : yuan < 20_000 ? 100 : 1_000;
  return Math.max(30, Math.round(yuan / step) * step) * 100;
}

/**
 * The prices of the last 12 months, rising in days: where they stood a year ago, then one entry for each of the few
 * changes. The last is the price of now. Nothing for those who offer nothing.
 */
export function priceHistoryOf(random: RandomStream, now: Date, prices: CreatorPrices): PricesFromDay[] {
  if (prices.pictureCents === null && prices.videoCents === null) return [];
  const changes = random.weighted([
    [0, 0.4],
    [1, 0.3],
    [2, 0.2],
    [3, 0.1],
  ]);
  const daysAgo = random
    .sample([...Array(51).keys()], changes)
    .map((week) => 7 * week + random.between(3, 9));
  const history: PricesFromDay[] = [];
  let { pictureCents, videoCents } = prices;
  for (const ago of daysAgo.sort((a, b) => a - b)) {
    history.unshift({ day: dayOf(now, ago), pictureCents, videoCents });
    // Prices mostly rise; before the change they were lower.
    const factor = random.chance(0.8) ? 1.06 + 0.25 * random.next() : 0.85 + 0.1 * random.next();
    pictureCents = before(pictureCents, factor);
    videoCents = before(videoCents, factor);
  }
  history.unshift({ day: dayOf(now, 365), pictureCents, videoCents });
  return history;
}

const before = (cents: number | null, factor: number): number | null =>
  cents === null ? null : roundCents(cents / 100 / factor);
