import { AskPortfolio, type PortfolioView } from '@poolrise/contracts';
import { boostTerms } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { anEndedBoost } from '../../test/ended-boost';
import { aPortfolioAsk, aTaker, wishesOf } from '../../test/matching';
import { aNoteInPool } from '../../test/notes';
import { aBrand, type Someone } from '../../test/people';
import { BriefsService } from './briefs.service';
import { MatchCandidatesQueries } from './match-candidates';
import { MatchesService } from './matches.service';
import { PortfolioJobs } from './portfolio-jobs';
import { PortfoliosService } from './portfolios.service';

describe('boosts in a portfolio', () => {
  let database: TestDatabase;
  let portfolios: PortfoliosService;
  let jobs: PortfolioJobs;
  let lin: Someone;
  let briefId: string;
  let cheap: string;

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    portfolios = new PortfoliosService(db, deafJobs, new MatchesService(db, new MatchCandidatesQueries()));
    jobs = new PortfolioJobs(db);
    lin = await aBrand(db);
    // Every fourth follower of hers is a woman; the other costs more than there is.
    cheap = await aTaker(db, { name: 'Cheap', women: [0, 2_000], men: [100_000, 106_000], cents: 50_000 });
    await aTaker(db, { name: 'Dear', women: [2_000, 60_000], cents: 2_000_000 });
    const briefs = new BriefsService(db);
    const wishes = wishesOf({ target: { genders: ['female'], ages: [] } });
    briefId = (await briefs.write(lin.workspaceId, lin, { wishes, requestKey: randomUUID() })).id;
  });
  afterAll(() => database.close());

  const planned = async (over: object = {}): Promise<PortfolioView> => {
    const body = aPortfolioAsk({
      budgetCents: 200_000,
      counting: 'readers',
      boosts: { shareMax: 0.5 },
      ...over,
    });
    const { id } = await portfolios.ask(lin.workspaceId, lin, briefId, body as AskPortfolio);
    await jobs.planDue();
    return portfolios.one(lin.workspaceId, id);
  };

  it('are left out, and it is said why, while too few have ended', async () => {
    for (let note = 0; note < 11; note++) await anEndedBoost(database, await aNoteInPool(database.db), 400);
    const { plan } = await planned();
    expect(plan?.boosts).toMatchObject({ verdict: 'no-benchmark', cents: 0, benchmarks: [] });
    expect(plan?.picks.map(({ boost }) => boost)).toEqual([null]);
  });

  it('rest on what ended boosts of every workspace brought, and are paid out of one budget', async () => {
    for (const reads of [200, 600]) await anEndedBoost(database, await aNoteInPool(database.db), reads);
    const { plan, frontier } = await planned();
    const [pick] = plan?.picks ?? [];
    expect(pick?.creatorId).toBe(cheap);
    const { boost } = pick ?? {};
    expect(boost?.cents).toBeGreaterThanOrEqual(boostTerms.minBudgetCents);
    expect(boost?.cents).toBeLessThanOrEqual(100_000);
    expect(boost?.low).toBeLessThan(boost?.readers ?? 0);
    expect(boost?.high).toBeGreaterThan(boost?.readers ?? Infinity);
    // ¥1,000 buys 66,666 impressions at 4 reads in a hundred; a quarter are of the target, and fewer are new.
    const most = ((boost?.cents ?? 0) / 1_500) * 1_000 * 0.04 * 0.25;
    expect(boost?.readers).toBeLessThan(most);
    expect(boost?.readers).toBeGreaterThan(0.9 * most);
    expect(plan?.boosts).toMatchObject({
      verdict: 'worth',
      cents: boost?.cents,
      without: { creators: 1, spentCents: 55_000 },
      benchmarks: [{ category: 'food', notes: 13, impressions: 130_000, reads: 5_200 }],
    });
    expect(plan?.spentCents).toBe(55_000 + (boost?.cents ?? 0));
    expect(plan?.boosts?.gain.readers).toBeCloseTo(boost?.readers ?? NaN, 6);
    const here = frontier?.find(({ budgetCents }) => budgetCents === 200_000);
    expect(here?.boostCents).toBe(boost?.cents);
    expect(here?.reach?.people).toBeGreaterThan(here?.withoutBoosts?.people ?? Infinity);
  });

  it('do not stand in a plan that was not asked for them', async () => {
    const { plan, frontier } = await planned({ boosts: null });
    expect(plan?.boosts).toBeNull();
    expect(
      frontier?.every(({ boostCents, withoutBoosts }) => boostCents === 0 && withoutBoosts === null),
    ).toBe(true);
  });

  it.each([
    ['/wishes/boosts/shareMax', { boosts: { shareMax: 0 } }],
    ['/wishes/boosts/shareMax', { boosts: { shareMax: 1.2 } }],
    ['/wishes/boosts/shareMax', { boosts: { shareMax: 0.01 } }],
    ['/wishes/counting', { boosts: { shareMax: 0.5 }, counting: 'followers' }],
    ['/wishes/ownMix/shares', { ownMix: mixOf(0.5, 0.3) }],
    ['/wishes/ownMix/shares', { ownMix: mixOf(0.8, 0.3) }],
    ['/wishes/ownMix/shares', { ownMix: mixOf(null, null) }],
    [
      '/wishes/ownMix/shares/1/tierKeys',
      { ownMix: { ...mixOf(0.5, 0.5), shares: [part('waist', 0.5), part('waist', 0.5)] } },
    ],
  ])('are refused at %s for %j', (path, over) => {
    const body = aPortfolioAsk({ budgetCents: 200_000, counting: 'readers', ...over });
    const { error } = AskPortfolio.safeParse(body);
    expect(error?.issues.map((issue) => `/${issue.path.join('/')}`)).toEqual([path]);
  });

  it('says what is left of an own make-up', () => {
    const { error } = AskPortfolio.safeParse(aPortfolioAsk({ ownMix: mixOf(0.5, 0.3) }));
    expect(error?.issues[0]?.message).toContain('20 % are left to give');
  });
});

function part(tier: string, shareOfSpend: number | null) {
  return { tierKeys: [tier], shareOfCreators: null, shareOfSpend };
}

function mixOf(waist: number | null, junior: number | null) {
  return { tolerance: 0.1, shares: [part('waist', waist), part('junior', junior)] };
}
