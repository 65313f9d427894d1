import type {
  CreatorChoice,
  ObservedCreatorRow,
  ObservedCreatorView,
  UnmatchedCreator,
} from '@poolrise/contracts';
import { compareWithCounted, joinCreator } from '@poolrise/domain';
import { creatorId } from './a-creator-record';

export const fileCreatorId = '88888888-0000-4000-8000-000000000001';

export const aFileCreator = (changes: Partial<ObservedCreatorRow> = {}): ObservedCreatorRow => ({
  id: fileCreatorId,
  called: { by: 'red', source: null, id: 'tea_lin' },
  platformId: null,
  redId: 'tea_lin',
  creator: { id: creatorId, name: '小满爱喝茶' },
  joinedBy: 'red-id',
  doubt: null,
  day: '2026-11-01',
  snapshots: 3,
  sources: ['P3', 'V1'],
  category: '美食',
  region: '上海',
  followers: { value: 51_000, halfWidth: 500 },
  imageQuote: 350_000,
  videoQuote: null,
  disagreements: 1,
  ...changes,
});

/** An agency's list and two exports of a vendor, which says something else of her followers. */
const joined = joinCreator([
  {
    day: '2026-11-01',
    source: 'P3',
    trust: 40,
    readings: { followers: { value: 51_000, half: 500 }, imageQuote: { value: 350_000 } },
    facts: { category: '美食' },
    onRequest: ['videoQuote'],
  },
  {
    day: '2026-11-01',
    source: 'V1',
    trust: 30,
    readings: { followers: { value: 70_000 }, imageQuote: { value: 350_000 }, vendorIndex: { value: 812 } },
    facts: { category: '美妆' },
    onRequest: [],
  },
  {
    day: '2026-10-01',
    source: 'V1',
    trust: 30,
    readings: { followers: { value: 60_000, atLeast: true } },
    facts: {},
    onRequest: [],
  },
]);

export const aFileCreatorView = (changes: Partial<ObservedCreatorView> = {}): ObservedCreatorView => ({
  ...aFileCreator(),
  joined,
  compared: compareWithCounted(joined, {
    followers: { day: '2026-11-01', value: 51_200 },
    imageQuote: { day: '2026-11-01', value: 300_000 },
  }),
  files: [
    {
      importId: '77777777-0000-4000-8000-000000000001',
      name: '达人筛选表.csv',
      kind: 'P3',
      rows: 1,
      lastDay: '2026-11-01',
    },
    {
      importId: '77777777-0000-4000-8000-000000000002',
      name: '千瓜.csv',
      kind: 'V1',
      rows: 2,
      lastDay: '2026-11-01',
    },
  ],
  choices: [],
  ...changes,
});

export const anUnmatchedCreator = (changes: Partial<UnmatchedCreator> = {}): UnmatchedCreator => ({
  ...aFileCreator({
    id: '88888888-0000-4000-8000-000000000002',
    called: { by: 'vendor', source: 'V1', id: '88120001' },
    redId: null,
    creator: null,
    joinedBy: null,
    doubt: 'no-number',
    sources: ['V1'],
    disagreements: 0,
  }),
  likely: [
    {
      creatorId,
      observedCreatorId: null,
      name: '小满爱喝茶',
      redId: 'tea_lin',
      platformId: null,
      followers: 51_000,
      hints: ['same-vendor-id'],
      sameFigures: 2,
      figures: 2,
    },
  ],
  ...changes,
});

export const aCreatorChoice = (changes: Partial<CreatorChoice> = {}): CreatorChoice => ({
  nameKey: 'vendor\u001fV1\u001f88120001',
  called: { by: 'vendor', source: 'V1', id: '88120001' },
  observed: {
    id: fileCreatorId,
    called: { by: 'red', source: null, id: 'tea_lin' },
    creator: { id: creatorId, name: '小满爱喝茶' },
  },
  joined: true,
  chosenBy: 'Lin',
  chosenAt: '2026-11-20T04:00:00Z',
  ...changes,
});
