import type { AudienceGroup, NoteAudience } from '@poolrise/contracts';

export function aGroup(changes: Partial<AudienceGroup> = {}): AudienceGroup {
  return {
    kind: 'known',
    category: 'food',
    readers: 120,
    share: 0.5,
    match: 0.71,
    interest: 0.82,
    wordsMet: 1.4,
    words: [{ word: '冷泡茶', readers: 96 }],
    parts: { category: 0.25, words: 0.04, unknown: 0, taste: 0.41, reach: 0.01, least: 0, language: 1 },
    opened: { trials: 120, successes: 24, share: 0.2, low: 0.157, high: 0.251 },
    ...changes,
  };
}

/** 240 first readers: half read food, a quarter pets, the rest was not known. */
export function anAudience(
  first: Partial<NoteAudience['first']> = {},
  changes: Partial<NoteAudience> = {},
): NoteAudience {
  return {
    asOf: '2026-11-23T06:02:11Z',
    category: 'food',
    language: 'zh',
    words: [
      { word: '冷泡茶', weight: 4.12 },
      { word: '低糖', weight: 2.06 },
    ],
    match: {
      reach: { level: 3, levelName: { zh: '万人池', en: 'Ten thousand' }, share: 0.3, adds: 0.15 },
      lookAlike: { belief: 0.62 },
      otherLanguage: 0.3,
    },
    slots: { explored: 0.1, guaranteed: 0.2, paid: 0.08 },
    privacyFloor: 10,
    first: {
      impressions: 312,
      guaranteed: 280,
      readers: 240,
      readersMax: 300,
      opened: { trials: 240, successes: 30, share: 0.125, low: 0.1, high: 0.155 },
      groups: [
        aGroup(),
        aGroup({
          category: 'pets',
          readers: 60,
          share: 0.25,
          match: 0.02,
          interest: 0,
          wordsMet: 0,
          words: [],
          parts: { category: 0, words: 0, unknown: 0, taste: -0.004, reach: 0, least: 0.02, language: 1 },
          opened: { trials: 60, successes: 0, share: 0, low: 0, high: 0.027 },
        }),
        aGroup({
          kind: 'unknown',
          category: null,
          readers: 60,
          share: 0.25,
          match: 0.3,
          interest: 0,
          wordsMet: 0,
          words: [],
          parts: { category: 0, words: 0, unknown: 0.3, taste: 0, reach: 0, least: 0, language: 1 },
          opened: { trials: 60, successes: 6, share: 0.1, low: 0.061, high: 0.16 },
        }),
      ],
      ...first,
    },
    ...changes,
  };
}
