import type { ProposalView, SharedItem, SharedProposal } from '@poolrise/contracts';

export const aSharedItem = (about: Partial<SharedItem> = {}): SharedItem => ({
  id: '99999999-0000-4000-8000-000000000001',
  creator: {
    name: '小满',
    redId: '600001',
    tier: { key: 'koc', name: { zh: '初级达人', en: 'Junior' } },
    category: 'food',
    followers: 8_600,
    impressionsMedian: 21_000,
    readsMedian: 1_900,
    interactionsMedian: 210,
  },
  gone: false,
  kind: 'image',
  notes: 1,
  priceCents: 320_000,
  note: 'two pictures of the cup',
  forecast: {
    basis: 'cooperation',
    sample: 7,
    reads: { expected: 1_900, low: 1_200, high: 3_100 },
    impressions: { expected: 21_000, low: 14_000, high: 33_000 },
  },
  verdict: null,
  answers: [],
  ...about,
});

const other = aSharedItem({
  id: '99999999-0000-4000-8000-000000000002',
  creator: { ...aSharedItem().creator, name: '阿远', redId: '600002' },
  priceCents: 300_000,
  note: '',
  forecast: null,
});

/** Two creators for a client, nothing answered yet. */
export const aSharedProposal = (): SharedProposal => ({
  name: 'Spring launch',
  workspace: '青屿咖啡',
  ofClient: true,
  version: 2,
  message: 'The first wave.',
  writtenAt: '2026-11-19T08:00:00Z',
  sharedAt: '2026-11-20T00:00:00Z',
  figures: {
    creators: 2,
    notes: 2,
    priceCents: 620_000,
    reads: { expected: 12_000, low: 8_000, high: 20_000 },
    impressions: null,
    forecastOf: 1,
    tiers: [
      { key: 'koc', name: { zh: '初级达人', en: 'Junior' }, creators: 2, notes: 2, priceCents: 620_000 },
    ],
    categories: [{ key: 'food', creators: 2, notes: 2, priceCents: 620_000 }],
    reach: null,
    targetReach: null,
  },
  items: [aSharedItem(), other],
  comments: [],
  openUntil: '2026-12-04T00:00:00Z',
});

/** The same, as those see it who wrote it. */
export function aProposalView(about: Partial<ProposalView> = {}): ProposalView {
  const { name, version, message, writtenAt, figures, items, comments } = aSharedProposal();
  return {
    id: '88888888-0000-4000-8000-000000000001',
    name,
    latest: 2,
    shared: 2,
    archivedAt: null,
    version,
    message,
    writtenAt,
    figures,
    items: items.map((item, index) => ({
      ...item,
      creatorId: `77777777-0000-4000-8000-00000000000${index + 1}`,
    })),
    comments,
    versions: [
      {
        version: 2,
        message,
        writtenBy: 'Mei',
        writtenAt: '2026-11-20T00:00:00Z',
        sharedAt: '2026-11-20T00:00:00Z',
        priceCents: 620_000,
      },
      {
        version: 1,
        message,
        writtenBy: 'Mei',
        writtenAt: '2026-11-19T00:00:00Z',
        sharedAt: null,
        priceCents: 300_000,
      },
    ],
    links: [
      {
        id: '66666666-0000-4000-8000-000000000001',
        createdAt: '2026-11-20T00:00:00Z',
        createdBy: 'Mei',
        expiresAt: '2036-12-04T00:00:00Z',
        revokedAt: null,
        withPassword: true,
        lastViewedAt: null,
        views: 3,
      },
    ],
    ...about,
  };
}
