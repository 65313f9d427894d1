import { foldForSearch, isTimeZone, offsetName, timeZone } from '@poolrise/domain';

/** A time zone as people look for it. */
export interface Zone {
  id: string;
  /** its place, what its time is called, and how it stands to UTC now */
  name: string;
  offset: string;
  /** all of it in both languages, folded */
  words: string;
}

const own = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
/** Ours, the reader's own, and where brands are mostly sold; the others by their names. */
const first = () => [
  timeZone,
  own(),
  'Asia/Hong_Kong',
  'Asia/Taipei',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Los_Angeles',
  'UTC',
];

const timeName = (id: string, language: string, timeZoneName: 'longGeneric' | 'shortGeneric'): string =>
  new Intl.DateTimeFormat(language, { timeZone: id, timeZoneName })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** All zones that the browser knows, in the words of a language; costly, so whoever asks keeps the answer. */
export function zonesIn(language: 'zh-CN' | 'en', now: number): Zone[] {
  const ids = [...new Set([...first(), ...Intl.supportedValuesOf('timeZone')])].filter(isTimeZone);
  return ids.map((id) => {
    const called = ['zh-CN', 'en'].flatMap((each) => [
      timeName(id, each, 'longGeneric'),
      timeName(id, each, 'shortGeneric'),
    ]);
    const offset = offsetName(id, now);
    const words = foldForSearch(
      [id, id.replaceAll('_', ' '), offset, offset.replace('−', '-'), ...called].join(' '),
    );
    return { id, name: called[language === 'en' ? 2 : 0] ?? '', offset, words };
  });
}

/** Zones with every word of what somebody types. */
export function findZones(zones: readonly Zone[], text: string): readonly Zone[] {
  const wanted = text.split(/\s+/).map(foldForSearch).filter(Boolean);
  return wanted.length ? zones.filter(({ words }) => wanted.every((word) => words.includes(word))) : zones;
}
