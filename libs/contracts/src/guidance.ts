import {
  categories,
  comparisons,
  crowdings,
  featureGroups,
  featureKeys,
  formatKeys,
  formatSeverities,
  marks,
  mediaKinds,
  noteFields,
  noteTypes,
} from '@poolrise/domain';
import { z } from 'zod';
import { CheckCompliance } from './compliance';
import { bilingual, instant } from './text';
import { OddsRecordView } from './trust';

/** What is known of a picture or a video; pixels and milliseconds. The cover comes first. */
const MediaToGuide = z.strictObject({
  kind: z.enum(mediaKinds),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  durationMs: z.int().min(0).nullable().default(null),
  /** 0 black to 1 white; left out: nobody looked */
  brightness: z.number().min(0).max(1).nullable().default(null),
});

/** The body of the compliance check, and what guidance reads besides: one draft, both questions. */
export const CheckGuidance = z
  .strictObject({
    ...CheckCompliance.shape,
    type: z.enum(noteTypes).default('image'),
    /** left out: not known; an empty list says that there are none */
    media: z.array(MediaToGuide).max(50).optional(),
    /** when it shall be published */
    plannedAt: instant.optional(),
  })
  .refine(({ category, orderId }) => category !== undefined || orderId !== undefined, {
    path: ['category'],
    message: 'name the category of the note, or the order it is written for',
  })
  .meta({ id: 'CheckGuidance' });
export type CheckGuidance = z.infer<typeof CheckGuidance>;

const OddsView = z.object({
  probability: z.number(),
  /** 80 % interval */
  low: z.number(),
  high: z.number(),
  /** of any note of the category and type */
  cell: z.number(),
  own: z.object({ verdicts: z.int(), passed: z.int() }),
  /** on the odds; 1 moves nothing */
  factors: z.object({ creator: z.number(), written: z.number() }),
  /** what it was learnt from */
  from: z.object({ verdicts: z.int(), creators: z.int(), passed: z.number() }),
});

const advised = {
  text: z.string(),
  /** of the last 28 days */
  searches: z.int(),
  /** over the 28 days before; null where nothing is known of them */
  trend: z.number().nullable(),
  /** notes published meanwhile that hold the words */
  notes: z.int(),
  crowding: z.enum(crowdings),
};

const PeerSideView = z.object({
  notes: z.int(),
  creators: z.int(),
  impressions: z.int(),
  reads: z.int(),
  rate: z.number().nullable(),
});

const TimeView = z.object({
  /** best first; empty: it cannot be told */
  better: z.array(z.int()),
  bins: z.array(
    z.object({
      at: z.int(),
      notes: z.int(),
      own: z.int(),
      ratio: z.number(),
      /** 95 % interval */
      low: z.number(),
      high: z.number(),
    }),
  ),
  spread: z.number(),
});

/** What can be said of a note before it is published, with the peers that say so. Nothing in it claims a cause. */
export const GuidanceView = z
  .object({
    category: z.enum(categories),
    type: z.enum(noteTypes),
    /** null: fewer verdicts than odds can be made from */
    odds: OddsView.nullable(),
    /** null: none has been told and judged yet */
    record: OddsRecordView.nullable(),
    keywords: z.object({
      found: z.array(z.object({ ...advised, field: z.enum(noteFields).nullable() })),
      missing: z.array(z.object({ ...advised, near: z.number(), place: z.enum(noteFields).nullable() })),
    }),
    observations: z.array(
      z.object({
        key: z.enum(featureKeys),
        group: z.enum(featureGroups),
        /** whether this draft has it; null: it does not say */
        has: z.boolean().nullable(),
        with: PeerSideView,
        without: PeerSideView,
        /** opens of notes with it over those without, 95 % interval */
        ratio: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        result: z.enum(comparisons),
      }),
    ),
    format: z.array(
      z.object({
        key: z.enum(formatKeys),
        severity: z.enum(formatSeverities),
        kept: z.boolean(),
        value: z.number(),
        least: z.number().nullable(),
        most: z.number().nullable(),
        mark: z.enum(marks),
        source: bilingual,
      }),
    ),
    /** hours of the day and days of the week (Monday 0) in Shanghai; null without peers */
    hours: TimeView.nullable(),
    weekdays: TimeView.nullable(),
    /** hour and weekday that the note is planned for */
    planned: z.object({ hour: z.int(), weekday: z.int() }).nullable(),
    /** the notes all of it rests on; null while there are none */
    peers: z.object({ days: z.int(), notes: z.int(), creators: z.int(), madeAt: instant }).nullable(),
  })
  .meta({ id: 'GuidanceView' });
export type GuidanceView = z.infer<typeof GuidanceView>;
