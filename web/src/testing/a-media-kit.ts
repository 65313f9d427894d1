import type {
  KitLinkView,
  KitNoteChoice,
  MediaKitDesk,
  MediaKitDocument,
  SharedMediaKit,
} from '@poolrise/contracts';
import { kitMetricIds, withSections } from '@poolrise/contracts';
import { kitSections, kitSectionsUsual, usualRights } from '@poolrise/domain';
import { aCreator } from './a-creator-record';
import { hence } from './an-order';

export const kitNoteId = (at: number): string => `66666666-0000-4000-8000-00000000000${at}`;

export function aKitNote(at: number, changes: Partial<KitNoteChoice> = {}): KitNoteChoice {
  return {
    id: kitNoteId(at),
    title: `一杯好茶的第${at}天`,
    type: 'image',
    language: 'zh',
    publishedAt: '2026-11-19T05:12:00Z',
    coverHue: 20,
    coverUrl: null,
    impressions: 9_000 - at,
    reads: 1_000 - 100 * at,
    interactions: 90,
    daily: true,
    ...changes,
  };
}

export function aKitLink(changes: Partial<KitLinkView> = {}): KitLinkView {
  return {
    id: '77777777-0000-4000-8000-000000000001',
    createdAt: hence(-48),
    createdBy: 'Xiaoman',
    expiresAt: hence(240),
    revokedAt: null,
    withPassword: false,
    lastViewedAt: hence(-3),
    views: 3,
    days: [{ day: '2026-11-26', visits: 3 }],
    ...changes,
  };
}

/** All that a kit of 小满爱喝茶 can show. */
export function aKitDocument(changes: Partial<MediaKitDocument> = {}): MediaKitDocument {
  const creator = aCreator();
  const { name, redId, province, city, categories, subCategories, personas, styles, tier, asOf } = creator;
  const ofKit = (from: typeof creator.figures) =>
    Object.fromEntries(kitMetricIds.map((id) => [id, from[id]])) as NonNullable<
      MediaKitDocument['figures']
    >['values'];
  return {
    ...{ name, redId, province, city, categories, subCategories, personas, styles, tier, asOf },
    followers: 64_000,
    verified: true,
    language: 'both',
    intro: { zh: '只写自己喝过的。', en: 'I write only of what I drank.' },
    measuredNotes: 14,
    sections: [...kitSections],
    figures: {
      values: ofKit(creator.figures),
      percentiles: ofKit(creator.percentiles),
      peers: creator.peers,
      medians: creator.medians,
    },
    audience: creator.audience,
    notes: { items: [aKitNote(1), aKitNote(2)], chosen: false, from: 5, median: 700 },
    rates: {
      imageCents: 120_000,
      videoCents: null,
      included: { zh: '三到九张图。', en: 'Three to nine pictures.' },
      terms: { protectionDays: 30, revisionsMost: 2, rights: usualRights },
    },
    service: { completed: 9, onTimeShare: 1, replyMinutesMedian: 50 },
    brands: ['绒绒家纺'],
    ...changes,
  };
}

export function aKitDesk(changes: Partial<MediaKitDesk> = {}): MediaKitDesk {
  return {
    version: 3,
    language: 'both',
    introZh: '只写自己喝过的。',
    introEn: 'I write only of what I drank.',
    includedZh: '三到九张图。',
    includedEn: 'Three to nine pictures.',
    sections: [...kitSectionsUsual],
    noteIds: [],
    terms: { protectionDays: 30, revisionsMost: 2, rights: usualRights },
    visible: false,
    rules: { protectionDaysLeast: 30, protectionDaysMost: 365, revisionsMost: 3 },
    document: aKitDocument(),
    choices: [1, 2, 3, 4, 5, 6, 7, 8].map((at) => aKitNote(at)),
    picked: [kitNoteId(1), kitNoteId(2)],
    moreChoices: false,
    links: [aKitLink()],
    savedAt: hence(-5),
    asOf: hence(0),
    ...changes,
  };
}

export function aSharedKit(changes: Partial<SharedMediaKit> = {}): SharedMediaKit {
  return {
    ...withSections(aKitDocument(), kitSectionsUsual),
    openUntil: hence(240),
    readAt: hence(0),
    ...changes,
  };
}
