import type { AskFeed } from '@poolrise/contracts';
import { categories, type Category } from '@poolrise/domain';
import { audience, creatorFigures, interests } from '../parameters';
import { RandomStream } from '../random';
import { enBooks } from '../writing/en';
import { zhBooks } from '../writing/zh';

/** One pseudonymous reader: what the application tells about her, and what she likes. */
export interface SyntheticReader {
  attributes: AskFeed['reader'];
  interests: ReadonlySet<Category>;
  language: 'zh' | 'en';
}

/** So many that nobody has seen everything: the feed shows a reader no note twice in a day. */
export const readerCount = 60_000;

/** The pseudonym by which the application knows reader number `index`. */
export const readerIdAt = (index: number): string => `reader-${index}`;

/** Reader number `index` of this seed; the same whenever asked. */
export function readerAt(seed: string, index: number): SyntheticReader {
  const random = new RandomStream(seed, 'reader', index);
  const gender = random.weighted(audience.gender.value);
  const ageBand = random.weighted(audience.ageBand.value);
  const liked = drawInterests(random, gender, ageBand);
  return {
    attributes: {
      id: readerIdAt(index),
      gender,
      ageBand,
      cityTier: random.weighted(audience.cityTier.value),
      interests: liked,
    },
    interests: new Set(liked),
    language: random.chance(creatorFigures.zhShare.value) ? 'zh' : 'en',
  };
}

/** Something she would type into the search box: a subject of one of her interests. */
export function searchOf(random: RandomStream, reader: SyntheticReader): string {
  const category = random.pick([...reader.interests]);
  const book = (reader.language === 'zh' ? zhBooks : enBooks)[category];
  return random.pick(random.pick(book.groups).subjects);
}

function drawInterests(random: RandomStream, gender: 'female' | 'male', ageBand: string): Category[] {
  const [fewest, most] = audience.interestsPerReader.value;
  const count = random.between(fewest, most);
  const weights = categories.map((category) => {
    const { female, male, female25to34 } = interests.value[category];
    const weight = gender === 'male' ? male : ageBand === '25-34' ? (female25to34 ?? female) : female;
    return [category, weight] as const;
  });
  const liked = new Set<Category>();
  while (liked.size < count) liked.add(random.weighted(weights));
  return [...liked];
}
