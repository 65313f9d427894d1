import type { CreatorNoteRow, CreatorView } from '@poolrise/contracts';
import { audienceBands, type CreatorMetric, creatorMetricIds } from '@poolrise/domain';

export const creatorId = '44444444-0000-4000-8000-000000000001';

const figures: CreatorView['figures'] = {
  followers: 64_000,
  growth30d: 0.021,
  notes30d: 14,
  impressionsMedian: 52_300,
  readsMedian: 8_420,
  interactionsMedian: 610,
  interactionRate: 0.072,
  hundredLikesShare: 0.75,
  thousandLikesShare: 0,
  finishShare: 0.41,
  activeShare: 0.62,
  engagedShare: 0.11,
  imageCents: 120_000,
  videoCents: 180_000,
  imageReadCents: 14,
  videoReadCents: 22,
  imageInteractionCents: 197,
  imageCpmCents: 2_294,
  cpuvCents: null,
  activeOrders: 3,
  acceptanceShare: 0.45,
  onTimeShare: 1,
  replyMinutesMedian: 50,
};

const shares: Record<string, number[]> = {
  age: [0.04, 0.4, 0.38, 0.12, 0.06],
  gender: [0.76, 0.24],
  cityTier: [0.27, 0.43, 0.13, 0.1, 0.07],
};

/** A creator of the waist in food with 140 peers, at the 82nd percentile where nothing else is said. */
export function aCreator(changes: Partial<CreatorView> = {}): CreatorView {
  return {
    id: creatorId,
    name: '小满爱喝茶',
    redId: '600002698',
    platformId: '19c8e6b31ebca5dc09bc8138',
    gender: 'female',
    province: 'jiangsu',
    city: 'wuxi',
    cityTier: 'tier2',
    categories: ['food', 'lifestyle'],
    subCategories: ['drinks'],
    personas: ['chef'],
    styles: ['unboxing'],
    scenes: ['home'],
    mcn: '慢半拍传媒',
    health: 'excellent',
    acceptsImage: true,
    acceptsVideo: false,
    lastNoteAt: '2026-11-24T18:03:08Z',
    deleted: false,
    tier: { key: 'waist', name: { zh: '腰部', en: 'Waist' } },
    figures,
    percentiles: Object.fromEntries(
      creatorMetricIds.map((metric) => [metric, figures[metric] === null ? null : 82]),
    ) as Record<CreatorMetric, number | null>,
    peers: 140,
    servedCategories: ['home'],
    servedBrands: ['绒绒家纺'],
    asOf: '2026-11-25',
    medians: {
      'daily.natural': { notes: 10, impressions: 52_300, reads: 8_420, interactions: 610 },
      'daily.all': { notes: 10, impressions: 52_300, reads: 8_420, interactions: 610 },
      'cooperation.natural': { notes: 4, impressions: 30_100, reads: 4_210, interactions: 190 },
      'cooperation.all': { notes: 4, impressions: 61_000, reads: 6_315, interactions: 260 },
    },
    sources: [
      { source: 'discovery', share: 0.87 },
      { source: 'search', share: 0.05 },
      { source: 'follow', share: 0.04 },
      { source: 'profile', share: 0.03 },
      { source: 'other', share: 0.01 },
    ],
    audience: {
      sample: 3_014,
      bands: audienceBands.map((band, at) => ({
        ...band,
        share:
          shares[band.dimension]?.[
            audienceBands.slice(0, at).filter(({ dimension }) => dimension === band.dimension).length
          ] ?? 0.03,
      })),
      interests: ['food', 'home'],
    },
    service: { invitations: 20, accepted: 9, completed: 9, onTime: 9, cancelled: 1 },
    days: [
      { day: '2026-11-22', followers: 63_700, imageCents: 110_000, videoCents: 180_000 },
      { day: '2026-11-23', followers: 63_900, imageCents: 120_000, videoCents: 180_000 },
      { day: '2026-11-24', followers: 64_000, imageCents: 120_000, videoCents: 180_000 },
    ],
    ...changes,
  };
}

export function aCreatorNote(changes: Partial<CreatorNoteRow> = {}): CreatorNoteRow {
  return {
    id: '55555555-0000-4000-8000-000000000001',
    title: '入住三年，这6样最值',
    publishedAt: '2026-11-19T05:12:00Z',
    kind: 'image',
    cooperation: true,
    brand: '绒绒家纺',
    impressionsNatural: 16_548,
    impressionsAll: 40_820,
    readsNatural: 2_722,
    readsAll: 2_986,
    likes: 164,
    collects: 76,
    comments: 33,
    shares: 63,
    ...changes,
  };
}
