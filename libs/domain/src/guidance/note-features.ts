import { titleWidth } from '../compliance/note-conditions';
import type { NoteType } from '../notes/note';

/** A picture or video of a draft. Pixels and milliseconds; `brightness` 0 is black and 1 white, null where nobody looked. */
export interface GuidedMedia {
  kind: 'image' | 'video';
  width: number;
  height: number;
  durationMs: number | null;
  brightness: number | null;
}

/** What is known of a note before it is published. The cover comes first among `media`; null where nothing is known of them. */
export interface NoteToGuide {
  title: string;
  body: string;
  topics: readonly string[];
  type: NoteType;
  media: readonly GuidedMedia[] | null;
}

export const featureGroups = ['title', 'text', 'cover'] as const;
export type FeatureGroup = (typeof featureGroups)[number];

/** What can be observed of a note without an opinion; null where the note does not say. */
interface Feature {
  group: FeatureGroup;
  has: (note: NoteToGuide) => boolean | null;
}

/** Widths of a title that is short or fills its line, letters of a body that is long, pictures that are several [P]. */
export const featureBands = {
  titleShort: 10,
  titleLong: 17,
  bodyLong: 200,
  topicsSeveral: 3,
  images: 4,
} as const;
/** A cover of 3:4 is 1.33 times as high as it is wide; halfway from square counts [P]. */
const portraitFrom = 1.15;
const brightFrom = 0.6;

const question = /[?？]|吗|怎么|如何|为什么|哪[个款家里]|\b(?:how|why|what|which|should)\b/i;
const firstPerson = /我|咱|\b(?:I|my|we|our)\b/i;
const numbers = /\d|[一二两三四五六七八九十百]+(?:个|款|种|步|件|家|天|分钟|年)/;

const features = {
  'title-number': { group: 'title', has: ({ title }) => numbers.test(title) },
  'title-question': { group: 'title', has: ({ title }) => question.test(title) },
  'title-emoji': { group: 'title', has: ({ title }) => /\p{Extended_Pictographic}/u.test(title) },
  'title-first-person': { group: 'title', has: ({ title }) => firstPerson.test(title) },
  'title-short': { group: 'title', has: ({ title }) => titleWidth(title) <= featureBands.titleShort },
  'title-long': { group: 'title', has: ({ title }) => titleWidth(title) >= featureBands.titleLong },
  'body-long': { group: 'text', has: ({ body }) => body.trim().length >= featureBands.bodyLong },
  'topics-several': { group: 'text', has: ({ topics }) => topics.length >= featureBands.topicsSeveral },
  'cover-portrait': {
    group: 'cover',
    has: (note) => ofCover(note, ({ width, height }) => height >= portraitFrom * width),
  },
  'cover-bright': {
    group: 'cover',
    has: (note) => ofCover(note, ({ brightness }) => (brightness === null ? null : brightness >= brightFrom)),
  },
  'images-several': {
    group: 'cover',
    has: ({ media }) =>
      media ? media.filter(({ kind }) => kind === 'image').length >= featureBands.images : null,
  },
} as const satisfies Record<string, Feature>;

export type FeatureKey = keyof typeof features;
export const featureKeys = Object.keys(features) as readonly FeatureKey[];
/** Those that every note has told ever since notes are kept: the ones that odds are made from. */
export const writtenFeatures: readonly FeatureKey[] = featureKeys.filter(
  (key) => features[key].group !== 'cover',
);
export const groupOfFeature = (key: FeatureKey): FeatureGroup => features[key].group;

export type NoteFeatures = Readonly<Record<FeatureKey, boolean | null>>;

/**
 * The plain features of a note. They are what can be counted, and no opinion on what makes a note good.
 *
 * Source: the list is ours [P]: what advice to creators speaks of most, cut so that a program and a person agree on each.
 */
export function featuresOf(note: NoteToGuide): NoteFeatures {
  return Object.fromEntries(featureKeys.map((key) => [key, features[key].has(note)])) as Record<
    FeatureKey,
    boolean | null
  >;
}

function ofCover({ media }: NoteToGuide, has: (cover: GuidedMedia) => boolean | null): boolean | null {
  const cover = media?.[0];
  return cover ? has(cover) : null;
}

/**
 * How bright a colour is, 0 to 1, as an eye weighs its parts.
 *
 * Source: luma of ITU-R BT.709. `color` as `#rrggbb`.
 */
export function brightnessOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
