import type { Category, Language, NoteType } from '@poolrise/domain';
import { creatorFigures, platform, response } from '../parameters';
import { RandomStream } from '../random';
import type { Phrasebook } from '../writing/phrasebook';
import { brandBooks } from '../writing/brands';
import { enBooks } from '../writing/en';
import { zhBooks } from '../writing/zh';
import { brands, workspaceOf, type Cast } from './cast';
import { craftSpread, type CastCreator } from './creators';

/** How good a note truly is, around 1. Readers respond to it; nothing else ever sees it. */
export interface NoteQuality {
  /** whether the cover and title get it opened */
  hook: number;
  /** whether it keeps what they promise */
  content: number;
}

export type Disclosure = 'none' | 'sponsored' | 'gifted' | 'own_brand';
export type AuditFate = 'passed' | 'limited' | 'rejected' | 'human_review';

/** A note as its creator made it, before anybody has seen it. */
export interface CastNote {
  id: string;
  requestKey: string;
  workspaceId: string;
  creator: CastCreator;
  category: Category;
  language: Language;
  type: NoteType;
  disclosure: Disclosure;
  book: Phrasebook;
  quality: NoteQuality;
  fate: AuditFate;
  /** Goes on being found by search. */
  searchable: boolean;
  /** Hours before now when it was published, for the notes a demo is to show at a certain moment of their climb. */
  ageHours: number | null;
}

const noteCount = 5_000;
const xiaomanNotes = 42;

/** When the first notes of a brand were published, and how good they are: every brand has something on its way up. */
const showcase: readonly { ageHours: number; quality: NoteQuality }[] = [
  { ageHours: 0.5, quality: { hook: 1.5, content: 1.5 } },
  { ageHours: 1.5, quality: { hook: 1.7, content: 1.4 } },
  { ageHours: 4, quality: { hook: 1.1, content: 1.2 } },
  { ageHours: 8, quality: { hook: 1.6, content: 1.5 } },
  { ageHours: 13, quality: { hook: 1.4, content: 1.7 } },
  { ageHours: 19, quality: { hook: 1.8, content: 1.3 } },
  { ageHours: 27, quality: { hook: 1.5, content: 1.9 } },
  { ageHours: 38, quality: { hook: 2.1, content: 1.8 } },
  { ageHours: 52, quality: { hook: 0.8, content: 0.9 } },
  { ageHours: 66, quality: { hook: 2.2, content: 2.0 } },
  { ageHours: 90, quality: { hook: 2.4, content: 2.2 } },
  { ageHours: 130, quality: { hook: 2.6, content: 2.3 } },
];

/** The notes of the scenario with the qualities nobody sees. The same for the same seed, whatever the hour. */
export function castNotes(cast: Cast): CastNote[] {
  const random = new RandomStream(cast.seed, 'notes');
  const notes: CastNote[] = [];
  for (const brand of brands) {
    const workspaceId = workspaceOf(cast, brand.workspace).id;
    const writers = cast.creators.filter((creator) => creator.categories.includes(brand.category));
    for (let i = 0; i < brand.notes; i++) {
      const creator = random.pick(writers);
      const disclosure = random.weighted<Disclosure>([
        ['sponsored', 0.62],
        ['gifted', 0.23],
        ['own_brand', 0.15],
      ]);
      const book = brandBooks[brand.book][creator.language];
      const note = makeNote(random, { workspaceId, creator, category: brand.category, disclosure, book });
      notes.push({ ...note, ...(showcase[i] ? { ...showcase[i], fate: 'passed' as const } : {}) });
    }
  }
  const desk = workspaceOf(cast, 'xiaoman').id;
  for (let i = 0; i < xiaomanNotes; i++) notes.push(communityNote(random, desk, cast.xiaoman));

  const platformId = workspaceOf(cast, 'platform').id;
  const byDiligence = cast.creators.map((creator) => [creator, creator.diligence] as const);
  const pick = cumulative(byDiligence);
  while (notes.length < noteCount) notes.push(communityNote(random, platformId, pick(random)));
  return notes;
}

function communityNote(random: RandomStream, workspaceId: string, creator: CastCreator): CastNote {
  // Creators stray from their main subject now and then.
  const category = random.chance(0.75)
    ? (creator.categories[0] as Category)
    : random.pick(creator.categories);
  const disclosure = random.weighted<Disclosure>([
    ['none', 0.93],
    ['gifted', 0.05],
    ['sponsored', 0.02],
  ]);
  const book = (creator.language === 'zh' ? zhBooks : enBooks)[category];
  return makeNote(random, { workspaceId, creator, category, disclosure, book });
}

type NoteFrame = Pick<CastNote, 'workspaceId' | 'creator' | 'category' | 'disclosure' | 'book'>;

function makeNote(random: RandomStream, frame: NoteFrame): CastNote {
  const { image, video, text } = creatorFigures.video.value;
  return {
    ...frame,
    id: random.uuid(),
    requestKey: random.uuid(),
    language: frame.creator.language,
    type: random.weighted<NoteType>([
      ['image', image],
      ['video', video],
      ['text', text],
    ]),
    quality: qualityOf(random, frame.creator),
    fate: random.weighted<AuditFate>([
      [
        'passed',
        1 - platform.limitedShare.value - platform.rejectedShare.value - platform.humanReviewShare.value,
      ],
      ['limited', platform.limitedShare.value],
      ['rejected', platform.rejectedShare.value],
      ['human_review', platform.humanReviewShare.value],
    ]),
    searchable: random.chance(platform.searchShareOfNotes.value),
    ageHours: null,
  };
}

/** Hook and content are log-normal around the creator's craft, and a loud cover goes with a slightly thinner text. */
function qualityOf(random: RandomStream, { craft }: CastCreator): NoteQuality {
  const { correlation } = response.spread.value;
  const hook = besides(response.spread.value.hook);
  const content = besides(response.spread.value.content);
  const first = random.normal();
  const second = correlation * first + Math.sqrt(1 - correlation ** 2) * random.normal();
  return {
    hook: craft.hook * Math.exp(hook * first - hook ** 2 / 2),
    content: craft.content * Math.exp(content * second - content ** 2 / 2),
  };
}

/** The spread between the notes of one creator, so that with the creators' own it makes the whole. */
const besides = (whole: number): number => Math.sqrt(whole ** 2 - craftSpread ** 2);

/** Draws by weight from a long list: the sums once, then a search by halves. */
function cumulative<T>(items: readonly (readonly [T, number])[]): (random: RandomStream) => T {
  const sums = new Float64Array(items.length);
  let sum = 0;
  items.forEach(([, weight], index) => (sums[index] = sum += weight));
  return (random) => {
    const x = random.next() * sum;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > x) high = middle;
      else low = middle + 1;
    }
    return (items[low] as readonly [T, number])[0];
  };
}
