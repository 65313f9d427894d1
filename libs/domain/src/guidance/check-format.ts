import { noteLimits, titleWidth } from '../compliance/note-conditions';
import { mediaLimits } from '../media/media-limits';
import type { Mark } from '../metrics/mark';
import type { Bilingual } from '../notes/note';
import type { NoteToGuide } from './note-features';

/** `must`: the platform's form refuses otherwise. `advice`: careful practitioners. `folklore`: said by many, measured by nobody. */
export const formatSeverities = ['must', 'advice', 'folklore'] as const;
export type FormatSeverity = (typeof formatSeverities)[number];

export const formatKeys = [
  'title-there',
  'title-width',
  'body-there',
  'body-length',
  'topics-most',
  'topics-some',
  'images-there',
  'images-most',
  'cover-ratio',
  'ratios-alike',
  'video-length',
] as const;
export type FormatKey = (typeof formatKeys)[number];

/** One rule of form held against a note. `value` and the bounds in the unit of the rule: widths, letters, pieces, ratios, minutes. */
export interface FormatCheck {
  key: FormatKey;
  severity: FormatSeverity;
  kept: boolean;
  value: number;
  least: number | null;
  most: number | null;
  mark: Mark;
  source: Bilingual;
}

const limitsSource: Bilingual = {
  zh: '平台发布页的限制，据从业者整理（2024 年）',
  en: 'limits of the platform’s editor as practitioners report them (2024)',
};
const adviceSource: Bilingual = {
  zh: '创作者教程里的普遍建议；没有公开数据支持',
  en: 'common advice in tutorials for creators; no public figures behind it',
};
const cropSource: Bilingual = {
  zh: '从业者经验：整组图片按第一张的比例裁切',
  en: 'practice: all pictures are cropped to the shape of the first',
};
const ownSource: Bilingual = { zh: '本产品的设定', en: 'our own rule' };

/** A picture is as high as wide times this, 3:4, give or take a tenth. */
const portrait = { least: 1.2, most: 1.47 };
/** Pictures are of one shape when their ratios differ by no more than this. */
const alike = 0.05;
const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * The rules of form that can be held against a draft, each with where it comes from. What is folklore is marked as such and
 * never counts as a fault.
 *
 * Units: a title is measured in widths (a Chinese sign 1, ASCII a half), a body in UTF-16 units, ratios in height over width,
 * videos in minutes. Media rules are left out where nothing is known of the media.
 */
export function checkFormat(note: NoteToGuide): FormatCheck[] {
  return [...ofWords(note), ...(note.media ? ofMedia(note, note.media) : [])];
}

function ofWords({ title, body, topics }: NoteToGuide): FormatCheck[] {
  const letters = body.trim().length;
  return [
    within('title-there', 'must', titleWidth(title), 0.5, null, 'C', limitsSource),
    within('title-width', 'must', titleWidth(title), null, noteLimits.titleWidth, 'C', limitsSource),
    within('body-there', 'advice', letters, 60, null, 'P', ownSource),
    within('body-length', 'must', body.length, null, noteLimits.body, 'C', limitsSource),
    within('topics-most', 'must', topics.length, null, noteLimits.topics, 'C', limitsSource),
    within('topics-some', 'folklore', topics.length, 3, 6, 'D', adviceSource),
  ];
}

function ofMedia({ type }: NoteToGuide, media: NonNullable<NoteToGuide['media']>): FormatCheck[] {
  const images = media.filter(({ kind }) => kind === 'image');
  const video = media.find(({ kind }) => kind === 'video');
  const ratios = images.filter(({ width }) => width > 0).map(({ width, height }) => height / width);
  const [cover] = media;
  return [
    ...(type === 'image'
      ? [
          within('images-there', 'must', images.length, 1, null, 'C', limitsSource),
          within('images-most', 'must', images.length, null, noteLimits.images, 'C', limitsSource),
        ]
      : []),
    ...(cover && cover.width > 0
      ? [
          within(
            'cover-ratio',
            'folklore',
            round(cover.height / cover.width),
            portrait.least,
            portrait.most,
            'D',
            adviceSource,
          ),
        ]
      : []),
    ...(ratios.length > 1
      ? [
          within(
            'ratios-alike',
            'advice',
            round(Math.max(...ratios) - Math.min(...ratios)),
            null,
            alike,
            'C',
            cropSource,
          ),
        ]
      : []),
    ...(video?.durationMs
      ? [
          within(
            'video-length',
            'must',
            round(video.durationMs / 60_000),
            null,
            mediaLimits.videoMs / 60_000,
            'C',
            limitsSource,
          ),
        ]
      : []),
  ];
}

function within(
  key: FormatKey,
  severity: FormatSeverity,
  value: number,
  least: number | null,
  most: number | null,
  mark: Mark,
  source: Bilingual,
): FormatCheck {
  const kept = (least === null || value >= least) && (most === null || value <= most);
  return { key, severity, kept, value, least, most, mark, source };
}
