import { aBrief, aCreator } from './a-match';
import type { MatchBrief, MatchFigures } from './match-brief';
import { brokenRules } from './match-rules';

describe('a hard rule', () => {
  const competitors = { brandIds: ['rival'], withinDays: 30 };
  const rules: [string, Partial<MatchBrief>, Partial<MatchFigures>, object][] = [
    ['the blacklist', {}, { blacklistReason: 'late twice' }, { rule: 'blacklisted', reason: 'late twice' }],
    ['an exclusion', { excludedIds: ['lin'] }, {}, { rule: 'excluded' }],
    [
      'health below what is required',
      { requiredHealth: 'excellent' },
      { health: 'ordinary' },
      { rule: 'health', has: 'ordinary', needs: 'excellent' },
    ],
    [
      'a rival thirty days before the window',
      { competitors },
      { brandWork: [{ brandId: 'rival', on: new Date('2026-10-02') }] },
      { rule: 'competitor', brandId: 'rival', on: new Date('2026-10-02'), withinDays: 30 },
    ],
    [
      'a rival after the window',
      { competitors },
      { brandWork: [{ brandId: 'rival', on: new Date('2026-12-11') }] },
      { rule: 'competitor', brandId: 'rival', on: new Date('2026-12-11'), withinDays: 30 },
    ],
    ['full hands', {}, { activeOrders: 5 }, { rule: 'capacity', activeOrders: 5, ordersMax: 5 }],
    [
      'a kind that she does not make',
      { kind: 'video' },
      { quoteCents: { image: 1, video: null } },
      { rule: 'kind-not-accepted', kind: 'video' },
    ],
    [
      'a quote above the budget',
      { budgetPerNoteCents: 99_999 },
      {},
      { rule: 'above-budget', quoteCents: 100_000, budgetCents: 99_999 },
    ],
    [
      'too few followers',
      { followersFrom: 30_001 },
      {},
      { rule: 'followers', followers: 30_000, from: 30_001, to: null },
    ],
    ['another tier', { tierKeys: ['head'] }, {}, { rule: 'tier', tierKey: 'junior', wanted: ['head'] }],
    [
      'notes without a mark',
      { disclosureRequired: true },
      { disclosedShare: 0.9 },
      { rule: 'disclosure', disclosedShare: 0.9 },
    ],
    [
      'marks that nobody knows of',
      { disclosureRequired: true },
      { disclosedShare: null },
      { rule: 'disclosure', disclosedShare: null },
    ],
  ];
  it.each(rules)('rules a creator out by %s', (_, brief, figures, broken) => {
    expect(brokenRules(aBrief(brief), aCreator('lin', figures))).toEqual([broken]);
  });

  it('lets pass what keeps just inside', () => {
    const brief = aBrief({
      competitors,
      budgetPerNoteCents: 100_000,
      followersFrom: 30_000,
      followersTo: 30_000,
      tierKeys: ['junior'],
      requiredHealth: 'ordinary',
      disclosureRequired: true,
      excludedIds: ['chen'],
    });
    const brandWork = [
      { brandId: 'rival', on: new Date('2026-10-01') },
      { brandId: 'rival', on: new Date('2026-12-12') },
      { brandId: 'friend', on: new Date('2026-11-05') },
    ];
    expect(brokenRules(brief, aCreator('lin', { brandWork, activeOrders: 4, disclosedShare: 0.95 }))).toEqual(
      [],
    );
    expect(brokenRules(aBrief(), aCreator('lin', { activeOrders: 99, ordersMax: null }))).toEqual([]);
  });

  it('names every rule that is broken', () => {
    const lin = aCreator('lin', {
      blacklistReason: 'late',
      activeOrders: 9,
      quoteCents: { image: null, video: 1 },
    });
    expect(brokenRules(aBrief(), lin).map(({ rule }) => rule)).toEqual([
      'blacklisted',
      'capacity',
      'kind-not-accepted',
    ]);
  });
});
