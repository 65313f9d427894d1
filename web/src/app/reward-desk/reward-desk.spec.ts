import type { ForecastRewardPlan, RewardDeskClaim, RewardDeskPlan } from '@poolrise/contracts';
import { aDeskClaim, aDeskPlan, anOutlook } from '../../testing/a-reward-plan-of-desk';
import { aStream } from '../../testing/a-stream';
import { aMembership, aSession, openPage } from '../../testing/opened';
import { pageOf } from '../../testing/page-of';
import DesignerPage from './designer-page';
import HoldsPage from './holds-page';
import { draftOf, emptyPlan, planFaults, termsOf } from './plan-draft';
import PlanPage from './plan-page';
import RewardDeskPage from './reward-desk-page';

const root = '/api/v1/reward-desk';
const claims = '/api/v1/reward-claims';
const session = aSession('operator', { memberships: [aMembership('operator', 'platform')] });
const plan = aDeskPlan();

describe('the list of reward plans', () => {
  const open = (language: 'en' | 'zh-CN' = 'en', address = 'reward-desk') =>
    openPage(RewardDeskPage, address, { session, language });

  it('shows that it is loading, then places, cost and what was expected', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading');
    await opened.answer(
      root,
      pageOf(plan, aDeskPlan({ id: 'd', state: 'draft', expectedCents: null, held: 0 })),
    );
    expect(opened.text).toContain('Winter drinks sprint');
    expect(opened.text).toContain('12 of 200 places');
    expect(opened.text).toContain('60 take part · 2 held claims');
    expect(opened.text).toContain('expected ¥6,860–¥13,720');
    expect(opened.text).toContain('no forecast before it opens');
  });

  it('says what a plan is where there is none, and shows the way to all where none fits', async () => {
    const opened = await open();
    await opened.answer(root, pageOf());
    expect(opened.text).toContain('No reward plan yet');
    expect(opened.button('Draft a plan')).toBeTruthy();
    await opened.press('Paused');
    await opened.answer(root, pageOf());
    expect(opened.text).toContain('No plan of this kind');
  });

  it('says what failed and tries again', async () => {
    const opened = await open('zh-CN');
    await opened.refuse(root, 403, 'platform-only');
    expect(opened.find('[role=alert]')).toBeTruthy();
    await opened.press('重试');
    await opened.answer(root, pageOf(plan));
    expect(opened.text).toContain('冬日热饮冲刺');
    expect(opened.text).toContain('名额 12 / 200');
  });
});

describe('the designer', () => {
  const open = () => openPage(DesignerPage, 'reward-desk/new', { session });
  const fill = async (opened: Awaited<ReturnType<typeof open>>) => {
    await opened.type('[name=nameZh]', '新手计划');
    await opened.type('[name=nameEn]', 'First steps');
    await opened.type('[name=summaryZh]', '三篇笔记');
    await opened.type('[name=summaryEn]', 'Three notes');
  };

  it('marks what is missing and asks for nothing', async () => {
    const opened = await open();
    await opened.type('input[name=quota]', 'many');
    await opened.press('Work it out');
    expect(opened.text).toContain('Give it a name of up to 40 characters.');
    expect(opened.text).toContain('A whole number from 1 to 1,000,000.');
    expect(opened.find('input[name=quota]').getAttribute('aria-invalid')).toBe('true');
    opened.http.expectNone(`${root}/forecast`);
  });

  it('shows the plan as a creator reads it, what it costs, and who would cheat', async () => {
    const opened = await open();
    await fill(opened);
    expect(opened.text).toContain('publish 3 notes');
    expect(opened.text).toContain('up to 5,000 followers');
    await opened.press('Work it out');
    const asked = opened.asked(`${root}/forecast`, 'POST');
    expect((asked.request.body as ForecastRewardPlan).terms).toMatchObject({
      quota: 500,
      tasks: [{ notes: 3 }, {}],
    });
    asked.flush(anOutlook);
    await opened.fixture.whenStable();
    await opened.settle();
    expect(opened.text).toContain('¥9,800');
    expect(opened.text).toContain('The places run out in 32 of 100 cases, then about day 11 (9–13).');
    expect(opened.text).toContain(
      '12.6% (±2.0%) would go to cheats without the hold and 9.1% (±2.0%) with it',
    );
    expect(opened.text).toContain('Ask for 450 organic reads¥7003');
    // A step that saves nothing is not offered.
    expect(opened.text).not.toContain('Ask for a tied account');
    await opened.type('input[name=quota]', '900');
    expect(opened.text).toContain('The terms have changed since');
  });

  it('saves a draft once and goes to it', async () => {
    const opened = await open();
    await fill(opened);
    const save = opened.button('Save the draft');
    save.click();
    save.click();
    opened.asked(root, 'POST').flush(plan);
    await opened.settle();
    expect(opened.address).toBe(`reward-desk/${plan.id}`);
  });

  it('says what the api has against it, in the form', async () => {
    const opened = await open();
    await fill(opened);
    opened.button('Save the draft').click();
    await opened.refuse(root, 409, 'request-key-reused', 'POST');
    await opened.settle();
    expect(opened.find('app-refusal p').textContent).toBeTruthy();
  });

  it('keeps every term that it can show', () => {
    const terms = {
      ...plan.terms,
      opensAt: '2026-12-01T16:00:00.000Z',
      closesAt: '2026-12-15T16:00:00.000Z',
    };
    expect(termsOf(draftOf(terms))).toEqual(terms);
  });

  it.each([
    [{ closes: '2020-01-01' }, 'closes'],
    [{ followersMin: '900', followersMax: '100' }, 'followersMax'],
    [{ publish: '', reads: '' }, 'tasks'],
    [{ impressions: '' }, 'rewards'],
    [{ face: '50', minimum: '20' }, 'minimum'],
    [{ badgeZh: '茶' }, 'badge'],
    [{ topic: '热饮', publish: '' }, 'topic'],
  ])('%j is wrong at %p', (change, field) => {
    const good = { ...emptyPlan(Date.now()), nameZh: '一', nameEn: 'a', summaryZh: '二', summaryEn: 'b' };
    expect(planFaults(good, Date.now())).toEqual([]);
    expect(planFaults({ ...good, ...change }, Date.now())).toContain(field);
  });
});

describe('one plan', () => {
  const open = async (given: RewardDeskPlan, issued: RewardDeskClaim[] = []) => {
    const opened = await openPage(PlanPage, `reward-desk/${given.id}`, {
      session,
      route: 'reward-desk/:planId',
    });
    opened.asked(claims).flush(pageOf(...issued));
    await opened.answer(`${root}/${given.id}`, given);
    return opened;
  };

  it('holds what happened against what was expected', async () => {
    const opened = await open(plan);
    expect(opened.text).toContain('Joined60expected 189–378');
    expect(opened.text).toContain('Places taken12 / 200');
    expect(opened.text).toContain('publish 2 notes with #热饮');
  });

  it('opens a draft once, under the version that was read', async () => {
    const opened = await open(aDeskPlan({ state: 'draft', forecast: null, expectedCents: null }));
    const launch = opened.button('Open the plan');
    launch.click();
    launch.click();
    const asked = opened.asked(`${root}/${plan.id}/moves`, 'POST');
    expect(asked.request.body).toEqual({ move: 'launch', version: 3 });
    asked.flush(plan);
    await opened.settle();
    await opened.answer(`${root}/${plan.id}`, plan);
    expect(opened.button('Pause')).toBeTruthy();
  });

  it('asks before it ends a plan for good', async () => {
    const opened = await open(plan);
    await opened.press('End for good');
    const dialog = opened.find('mat-dialog-container');
    expect(dialog.textContent).toContain('It cannot be opened again.');
    dialog.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    const asked = opened.asked(`${root}/${plan.id}/moves`, 'POST');
    expect(asked.request.body).toEqual({ move: 'end', version: 3 });
    asked.flush({ ...plan, state: 'ended' });
    await opened.settle();
    await opened.answer(`${root}/${plan.id}`, { ...plan, state: 'ended' });
    expect(opened.page.textContent).not.toContain('End for good');
  });

  it('is closed once its last day is over: it can be ended, and neither paused nor widened', async () => {
    const over = { ...plan, closesAt: new Date(Date.now() - 3 * 86_400_000).toISOString() };
    const opened = await open(over);
    expect(opened.find('h2 app-chip').textContent).toContain('Closed');
    expect(opened.button('End for good')).toBeTruthy();
    expect(opened.text).not.toContain('Pause');
    expect(opened.page.querySelector('input[name=closes]')).toBeNull();
  });

  it('sends no fewer places than were promised', async () => {
    const opened = await open(plan);
    await opened.type('input[name=quota]', '100');
    await opened.press('Save');
    expect(opened.text).toContain('At least 200 places');
    opened.http.expectNone(`${root}/${plan.id}/bounds`);
    await opened.type('input[name=quota]', '300');
    await opened.press('Save');
    const asked = opened.asked(`${root}/${plan.id}/bounds`, 'POST');
    expect(asked.request.body).toMatchObject({ quota: 300, closesAt: plan.closesAt });
    asked.flush(plan);
  });

  it('says what failed', async () => {
    const opened = await openPage(PlanPage, `reward-desk/${plan.id}`, {
      session,
      route: 'reward-desk/:planId',
    });
    opened.asked(claims).flush(pageOf());
    await opened.refuse(`${root}/${plan.id}`, 404, 'not-found');
    expect(opened.button('Try again')).toBeTruthy();
  });
});

describe('held claims', () => {
  const open = async (
    held: RewardDeskClaim[],
    decided: RewardDeskClaim[] = [],
    language: 'en' | 'zh-CN' = 'en',
  ) => {
    const opened = await openPage(HoldsPage, 'reward-desk/holds', { session, language });
    answer(opened, held, decided);
    await opened.fixture.whenStable();
    await opened.settle();
    return opened;
  };
  const answer = (
    opened: Awaited<ReturnType<typeof openPage>>,
    held: RewardDeskClaim[],
    decided: RewardDeskClaim[],
  ) => {
    for (const request of opened.http.match(({ url }) => url.startsWith(claims)))
      request.flush(pageOf(...(request.request.url.includes('show=held') ? held : decided)));
  };

  it('says what comes here when nothing is held', async () => {
    expect((await open([])).text).toContain('Nothing is held');
  });

  it('says in sentences what speaks against a claim', async () => {
    const { text } = await open(
      [aDeskClaim()],
      [
        aDeskClaim({
          id: 'x',
          state: 'refused',
          reason: 'Bots',
          decidedBy: 'Ling',
          decidedAt: aDeskClaim().claimedAt,
        }),
      ],
    );
    expect(text).toContain('100 of 1,000 events of 2 notes lie in quarantine (10.0%; held from 5%)');
    expect(text).toContain('3 other desks in this plan share a person with this one');
    expect(text).toContain('Ling, 3 hours ago: Bots');
  });

  it('speaks Chinese', async () => {
    const opened = await open([aDeskClaim()], [], 'zh-CN');
    expect(opened.text).toContain('流量被隔离');
    expect(opened.button('放行: 阿茶的工作台')).toBeTruthy();
    expect(opened.find('a[href*="/creators/"]').textContent).toContain('查看博主阿茶');
    expect(opened.find('a[href*="/reward-desk/"]').textContent).toContain('查看计划');
  });

  it('asks for a reason, sends a decision once, and tells who was quicker', async () => {
    const opened = await open([aDeskClaim()]);
    await opened.press('Refuse: 阿茶的工作台');
    await opened.settle();
    await opened.type('mat-dialog-container input', ' Bots ');
    const submit = opened.find('mat-dialog-container button[type=submit]');
    submit.click();
    submit.click();
    const detail = 'Ling decided, the claim is issued: a livestream';
    const asked = opened.asked(`${claims}/${aDeskClaim().id}`, 'POST');
    expect(asked.request.body).toEqual({ verdict: 'refuse', reason: 'Bots' });
    asked.flush(
      { type: 'about:blank', title: '', status: 409, code: 'reward-already-answered', detail, remedy: '' },
      { status: 409, statusText: 'Conflict' },
    );
    await opened.settle();
    expect(document.body.textContent).toContain(detail);
  });

  it('reloads when a claim comes in', async () => {
    const opened = await open([]);
    const stream = aStream();
    stream.tells('rewards');
    await opened.settle();
    answer(opened, [aDeskClaim()], []);
    await opened.settle();
    expect(opened.text).toContain('阿茶的工作台');
  });
});
