import { categories, languages } from '@poolrise/domain';
import { z } from 'zod';
import { bilingual, instant } from './text';

const share = z.number().min(0).max(1);
/** How many opened of how many, with an 80 % interval. */
const opened = z.object({
  trials: z.int(),
  successes: z.int(),
  share: z.number().nullable(),
  low: share,
  high: share,
});
/** (category + words + unknown + taste + reach + least) x language is the match. */
const parts = z.object({
  category: z.number(),
  words: z.number(),
  unknown: z.number(),
  taste: z.number(),
  reach: z.number(),
  least: z.number(),
  language: z.number(),
});

/** Whom a note is matched with, and who its first readers were. Nobody can be told from it: see `privacyFloor`. */
export const NoteAudience = z
  .object({
    asOf: instant,
    category: z.enum(categories),
    language: z.enum(languages),
    /** heaviest first, at most 8 */
    words: z.array(z.object({ word: z.string(), weight: z.number() })),
    match: z.object({
      /** what a match rises to by the level's reach where nothing else fits; null while the note is in no pool */
      reach: z.object({ level: z.int(), levelName: bilingual, share, adds: share }).nullable(),
      /** how far those who engaged with the note can be believed to say whom it suits; null while nobody known has */
      lookAlike: z.object({ belief: share }).nullable(),
      /** what is left of a match for readers of another language */
      otherLanguage: share,
    }),
    /** shares of discovery's slots: drawn at random, kept for the guarantee, and the most that is sold */
    slots: z.object({ explored: share, guaranteed: share, paid: share }),
    /** groups of fewer readers are not shown */
    privacyFloor: z.int(),
    first: z.object({
      /** natural impressions of the first pool, as the counters have them, and how many the guarantee gave */
      impressions: z.int(),
      guaranteed: z.int(),
      /** the first readers of it of whom a page is kept, at most `readersMax`; those in groups, once there is one */
      readers: z.int(),
      readersMax: z.int(),
      /** of the readers in groups; null without one */
      opened: opened.nullable(),
      /** by strongest interest before they were shown the note */
      groups: z.array(
        z.object({
          kind: z.enum(['known', 'unknown', 'others']),
          category: z.enum(categories).nullable(),
          readers: z.int(),
          share,
          match: share,
          interest: share,
          wordsMet: z.number(),
          words: z.array(z.object({ word: z.string(), readers: z.int() })),
          parts,
          opened,
        }),
      ),
    }),
  })
  .meta({ id: 'NoteAudience' });
export type NoteAudience = z.infer<typeof NoteAudience>;
export type AudienceGroup = NoteAudience['first']['groups'][number];
