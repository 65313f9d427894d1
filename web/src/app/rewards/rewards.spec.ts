import type { RewardHistoryRow } from '@poolrise/contracts';
import { aPastReward, aRewardPlan, rewardPlans } from '../../testing/a-reward-plan';
import { aMembership, aSession, openPage } from '../../testing/opened';
import { hence } from '../../testing/an-order';
import RewardPlanPage from './reward-plan-page';
import RewardsPage from './rewards-page';

const list = '/api/v1/reward-plans';
const { id } = aRewardPlan();
const session = aSession('creator', { memberships: [aMembership('creator', 'creator')] });
const one = `${list}/${id}`;
const openOne = () => openPage(RewardPlanPage, `rewards/${id}`, { session, route: 'rewards/:planId' });

describe('reward plans of a creator', () => {
  it('say that they are loading', async () => {
    const opened = await openPage(RewardsPage, 'rewards', { session });
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading reward plans');
    opened.asked(list);
  });

  it('show what each gives and asks, what is missing, and how many places are left', async () => {
    const opened = await openPage(RewardsPage, 'rewards', { session });
    const missing = aRewardPlan({
      state: 'eligible',
      eligible: false,
      enrolledAt: null,
      eligibility: [{ rule: 'followers-min', met: false, needs: 1_000, has: 760, missing: 240 }],
    });
    await opened.answer(list, rewardPlans(missing));
    expect(opened.text).toContain('2,000 extra impressions, valid 30 days');
    expect(opened.text).toContain('Publish 1 note with #春茶');
    expect(opened.text).toContain('240 followers missing');
    expect(opened.text).toContain('12 of 100 places left');
    await opened.press('Mine');
    expect(opened.address).toBe('rewards?show=mine');
    await opened.answer(list, rewardPlans());
    expect(opened.text).toContain('You are in no plan yet');
  });

  it('say in Chinese what failed, and try again', async () => {
    const opened = await openPage(RewardsPage, 'rewards', { session, language: 'zh-CN' });
    await opened.refuse(list, 503, 'unavailable');
    await opened.press('重试');
    await opened.answer(list, rewardPlans(aRewardPlan({ state: 'achieved' })));
    expect(opened.text).toContain('有 1 份奖励等您领取');
  });
});

describe('rewards that were claimed', () => {
  const past = '/api/v1/reward-history';
  const page = (...items: RewardHistoryRow[]) => ({ items, nextCursor: null, asOf: hence(0) });
  const open = (language: 'en' | 'zh-CN' = 'en') =>
    openPage(RewardsPage, 'rewards?show=history', { session, language });

  it('say that they are loading, and ask for no plans', async () => {
    const opened = await open();
    expect(opened.find('app-reward-history [aria-busy=true]').textContent).toContain('Loading');
    opened.asked(past);
    opened.http.expectNone(list);
  });

  it('are none yet, which leads to the plans', async () => {
    const opened = await open();
    await opened.answer(past, page());
    expect(opened.text).toContain('You have claimed nothing yet');
    expect(opened.button('Browse plans').getAttribute('href')).toContain('/rewards');
  });

  it('say in Chinese what failed, and try again', async () => {
    const opened = await open('zh-CN');
    await opened.refuse(past, 503, 'unavailable');
    await opened.press('重试');
    await opened.answer(past, page(aPastReward()));
    expect(opened.text).toContain('已到账');
    expect(opened.text).toContain('有效期至');
  });

  it('tell what became of each and why, and lead to the voucher', async () => {
    const opened = await open();
    const revoked = aPastReward({
      claim: {
        ...aPastReward().claim,
        id: '88888888-0000-4000-8000-000000000002',
        state: 'revoked',
        reason: 'Bought readers after all',
        voucherIds: [],
      },
      steps: [
        { kind: 'claimed', at: hence(-72) },
        { kind: 'revoked', at: hence(-1) },
      ],
      usableUntil: null,
    });
    await opened.answer(past, page(aPastReward(), revoked));
    expect(opened.text).toContain('Received');
    expect(opened.text).toContain('Use until');
    expect(opened.text).toContain('The platform says: Bought readers after all');
    expect(opened.button('See the voucher').getAttribute('href')).toContain(
      `/vouchers?sought=${aPastReward().claim.voucherIds[0]}`,
    );
    await opened.press('Open');
    expect(opened.address).toBe('rewards');
    opened.asked(list);
  });
});

describe('one reward plan', () => {
  it('says that it is loading, and what failed', async () => {
    const opened = await openOne();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the plan');
    await opened.refuse(one, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(one, aRewardPlan());
    expect(opened.text).toContain('250 / 500');
  });

  it('states how late readers are counted, and that bought ones are not', async () => {
    const opened = await openOne();
    await opened.answer(one, aRewardPlan());
    expect(opened.text).toContain('counts if it arrives within 48 hours');
    expect(opened.text).toContain('What happens after the close never counts');
    expect(opened.text).toContain('bought impressions do not');
  });

  it('is joined by whoever meets its rules', async () => {
    const opened = await openOne();
    await opened.answer(one, aRewardPlan({ state: 'eligible', enrolledAt: null, measuredAt: null }));
    await opened.press('Join the plan');
    opened.asked(`${one}/enrolment`, 'POST').flush(aRewardPlan({ state: 'enrolled' }));
    await opened.settle();
    expect(opened.text).toContain('Your notes are counted from now on');
  });

  it('says what is missing to those who may not join', async () => {
    const other = await openOne();
    await other.answer(
      one,
      aRewardPlan({
        state: 'eligible',
        enrolledAt: null,
        eligible: false,
        eligibility: [{ rule: 'notes-in-days', met: false, needs: 3, has: 1, missing: 2, days: 30 }],
      }),
    );
    expect(other.text).toContain('3 passed notes within 30 days');
    expect(other.text).toContain('2 notes missing');
    expect(other.text).not.toContain('Join the plan');
  });

  it('says in figures what is missing to the growth level that it asks for', async () => {
    const opened = await openOne();
    const lacks = [{ rule: 'reachedPool2', have: 1, need: 2, missing: 1, met: false } as const];
    const line = { rule: 'growth-level', met: false, needs: 3, has: 2, missing: 1, lacks } as const;
    await opened.answer(
      one,
      aRewardPlan({
        ...{ state: 'eligible', enrolledAt: null, eligible: false },
        eligibility: [{ ...line, lacks: [...lacks] }],
      }),
    );
    expect(opened.text).toContain('Growth level 3 or above');
    expect(opened.text).toContain('you hold level 2: 1 more note in pool 2');
  });

  const claim = {
    id: '88888888-0000-4000-8000-000000000001',
    holdReasons: ['shared-person' as const],
    claimedAt: hence(-1),
    issuedAt: null,
    reason: null,
    voucherIds: [],
    cashCents: 0,
  };

  it('explains a claim that is held', async () => {
    const opened = await openOne();
    await opened.answer(one, aRewardPlan({ state: 'held', claim: { ...claim, state: 'held' } }));
    expect(opened.text).toContain('Your place is kept');
    expect(opened.text).toContain('Another desk of one of your people');
  });

  it('leads to what was received', async () => {
    const issued = await openOne();
    await issued.answer(
      one,
      aRewardPlan({
        state: 'issued',
        claim: {
          ...claim,
          state: 'issued',
          holdReasons: [],
          voucherIds: ['99999999-0000-4000-8000-000000000001'],
        },
      }),
    );
    expect(issued.button('To my vouchers').getAttribute('href')).toContain('/vouchers');
  });
});
