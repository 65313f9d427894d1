import { shanghaiOffsetMs } from '@poolrise/domain';
import type { CastNote } from '../cast/notes';
import { audience, platform } from '../parameters';
import type { RandomStream } from '../random';
import { writeNote } from '../writing/write-note';
import type { WorldNote } from './world-note';

export const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Words that the audit holds a note back for, as the people who get caught write them. */
const limitedEndings = {
  zh: '\n想要链接的加微信，主页有。',
  en: '\nFor the link find me on WhatsApp.',
} as const;
const rejectedEndings = {
  zh: '\n数据好看全靠刷单，懂的来。',
  en: '\nGrow faster: buy followers from me.',
} as const;
const reviewEndings = { zh: '\n亲测能根治，谁用谁知道。', en: '\nIt is a cure, believe me.' } as const;

/** Share of a week's traffic that falls into this hour, over the average hour. */
export function trafficOfHour(at: number): number {
  const local = new Date(at + shanghaiOffsetMs);
  const weekday = (local.getUTCDay() + 6) % 7;
  return (
    24 *
    (audience.hourActivity.value[local.getUTCHours()] ?? 0) *
    7 *
    (audience.weekday.value[weekday] ?? 1 / 7)
  );
}

/** Gives every note its hour and its text, oldest first. Creators publish when readers read. */
export function publishAll(random: RandomStream, cast: readonly CastNote[], now: number): WorldNote[] {
  const taken = new Set<string>();
  const notes = cast.map((note): WorldNote => {
    const text = writeNote(random, note.book, note.language, taken);
    const publishedAt = note.ageHours === null ? publishingTime(random, now) : now - note.ageHours * hourMs;
    return {
      ...note,
      ...text,
      body: text.body + endingOf(note),
      publishedAt,
      auditState: 'pending',
      auditDueAt: publishedAt + auditDelay(random),
      state: 'pending',
      level: 0,
    };
  });
  return notes.sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
}

function endingOf({ fate, language }: CastNote): string {
  switch (fate) {
    case 'passed':
      return '';
    case 'limited':
      return limitedEndings[language];
    case 'rejected':
      return rejectedEndings[language];
    case 'human_review':
      return reviewEndings[language];
  }
}

/** A moment of the last 30 days, drawn by the traffic of its hour (rejection against the busiest one). */
function publishingTime(random: RandomStream, now: number): number {
  for (;;) {
    const at = now - Math.floor(random.next() * platform.days.value * dayMs);
    if (random.next() * busiest < trafficOfHour(at)) return at;
  }
}
const busiest = 2.6;

function auditDelay(random: RandomStream): number {
  const { median, sigma } = platform.auditMinutes.value;
  return Math.round(median * Math.exp(sigma * random.normal()) * 60_000);
}
