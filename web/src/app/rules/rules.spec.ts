import type { RuleHitView, RuleReplayView, RuleView } from '@poolrise/contracts';
import { boostId } from '../../testing/a-boost';
import { aStream } from '../../testing/a-stream';
import { openPage } from '../../testing/opened';
import RuleEditorPage from './rule-editor-page';
import RulePage from './rule-page';
import RulesPage from './rules-page';

const path = '/api/v1/rules';
const ruleId = 'aaaaaaaa-0000-4000-8000-000000000001';
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null, asOf: '2026-11-23T06:02:11Z' });
const aRule = (changes: Partial<RuleView> = {}): RuleView => ({
  id: ruleId,
  name: 'Few clicks',
  campaign: null,
  condition: {
    metric: 'ctrPaid',
    comparison: 'below',
    value: 0.03,
    leastImpressions: 1_000,
    windowHours: 24,
  },
  action: 'stop-boost',
  state: 'dry-run',
  version: 3,
  writtenBy: 'Mei',
  changedAt: '2026-11-22T06:00:00Z',
  liveBy: null,
  liveAt: null,
  nextLookAt: '2026-11-23T07:02:00Z',
  watching: 2,
  done: 0,
  would: 1,
  lastHitAt: '2026-11-23T05:00:00Z',
  asOf: '2026-11-23T06:02:11Z',
  changesPerDay: 2,
  ...changes,
});
const evidence = {
  value: 0.012,
  low: 0.009,
  high: 0.017,
  threshold: 0.03,
  impressions: 1_034,
  reads: 12,
  follows: 0,
  spentCents: 1_551,
  spentSoFarCents: 1_551,
  budgetCents: 30_000,
};
const aReplay = (changes: Partial<RuleReplayView> = {}): RuleReplayView => ({
  asOf: '2026-11-23T06:02:11Z',
  from: '2026-11-16T06:00:00Z',
  to: '2026-11-23T06:00:00Z',
  boosts: 4,
  capped: false,
  looks: 31,
  unsure: 5,
  hitCount: 1,
  boostsHit: 1,
  laterCents: 12_739,
  hits: [{ boostId, title: 'Cold brew tea', hour: '2026-11-22T13:00:00Z', evidence, laterCents: 12_739 }],
  ...changes,
});
const aHit: RuleHitView = {
  id: ruleId,
  boostId,
  title: 'Cold brew tea',
  hour: '2026-11-23T05:00:00Z',
  at: '2026-11-23T05:02:00Z',
  outcome: 'would',
  evidence,
};

describe('the list of rules', () => {
  it('says each rule in a sentence, what it looks after and what it found, and follows the stream', async () => {
    const opened = await openPage(RulesPage, 'campaigns/rules');
    const stream = aStream();
    await opened.answer(path, pageOf(aRule()));
    expect(opened.text).toContain(
      'If the paid click rate is below 3% over the last 24 hours after 1,000 impressions, stop the boost.',
    );
    expect(opened.text).toContain('All boosts · looks after 2 running boosts');
    expect(opened.text).toContain('would have acted 1 time in 30 days');
    stream.tells('rules');
    await opened.answer(path, pageOf(aRule({ state: 'live', done: 3, would: 0 })));
    expect(opened.text).toContain('acted 3 times in 30 days');
  });

  it('teaches what a rule is when there is none, and says what failed', async () => {
    const opened = await openPage(RulesPage, 'campaigns/rules', { role: 'analyst' });
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No rules yet');
    expect(opened.text).not.toContain('New rule');
  });
});

describe('one rule', () => {
  const open = async (rule = aRule(), replay = aReplay(), setting = {}) => {
    const opened = await openPage(RulePage, `campaigns/rules/${ruleId}`, {
      route: 'campaigns/rules/:ruleId',
      ...setting,
    });
    opened.asked(`${path}/${ruleId}`).flush(rule);
    await opened.settle();
    opened.asked(`${path}/${ruleId}/hits`).flush(pageOf(aHit));
    opened.asked(`${path}/replay`, 'POST').flush(replay);
    await opened.settle();
    return opened;
  };

  it('shows what it would have done with each hit’s figures, what was not sure, and its log', async () => {
    const opened = await open();
    expect(opened.text).toContain('It would have stopped 1 boost, which went on to spend ¥127.39.');
    expect(opened.text).toContain('It looked at 31 hours of 4 boosts with enough impressions.');
    expect(opened.text).toContain('At 5 hours the figure was beyond the value but not surely so');
    expect(opened.text).toContain('1.2% (0.9% to 1.7%) of 1,034 impressions, against 3%');
    expect(opened.text).toContain('Would have stopped');
    expect(opened.text).toContain('at most 2 times in 24 hours');
  });

  it('is made live with the count that was seen, and looked at anew when that has changed', async () => {
    const opened = await open();
    await opened.press('Make live: 1 hit seen');
    await opened.press('Make this rule live');
    const asked = opened.asked(`${path}/${ruleId}/state`, 'POST');
    expect(asked.request.body).toEqual({ state: 'live', version: 3, seen: { days: 7, hits: 1 } });
    asked.flush({ code: 'rule-not-looked-at' }, { status: 409, statusText: 'x' });
    await opened.settle();
    opened.asked(`${path}/replay`, 'POST').flush(aReplay({ hitCount: 2, boostsHit: 2 }));
    await opened.settle();
    await opened.press('Make live: 2 hits seen');
    await opened.press('Make this rule live');
    await opened.answer(
      `${path}/${ruleId}/state`,
      aRule({ state: 'live', liveAt: '2026-11-23T06:00:00Z', liveBy: 'Lin' }),
      'POST',
    );
    await opened.settle();
    expect(opened.text).toContain('by Lin');
    expect(opened.text).not.toContain('Make live');
  });

  it('looks back further when asked to', async () => {
    const opened = await open();
    await opened.press('Last 14 days');
    const asked = opened.asked(`${path}/replay`, 'POST');
    expect(asked.request.body).toMatchObject({ days: 14 });
    asked.flush(aReplay({ hitCount: 0, boostsHit: 0, hits: [], laterCents: 0, unsure: 0 }));
    await opened.settle();
    expect(opened.text).toContain('It would have done nothing.');
    expect(opened.button('Make live: 0 hits seen')).toBeTruthy();
  });

  it('lets an analyst look and not switch, and speaks Chinese', async () => {
    const opened = await open(aRule(), aReplay(), { role: 'analyst', language: 'zh-CN' });
    expect(opened.text).toContain('曝光满 1,000 次后，最近 24 小时的推广点击率低于 3%，就停止加热。');
    expect(opened.text).toContain('它本会停止 1 个加热，这些加热之后又花了 ¥127.39。');
    expect(opened.text).not.toContain('启用（');
  });
});

describe('writing a rule', () => {
  it('shows what it would have done while it is typed, says what is wrong, and keeps it once', async () => {
    const opened = await openPage(RuleEditorPage, 'campaigns/rules/new');
    opened.asked('/api/v1/campaigns').flush(pageOf());
    const first = await opened.askedSoon(`${path}/replay`, 'POST');
    expect(first.request.body).toMatchObject({ days: 14, condition: { value: 0.03 }, action: 'stop-boost' });
    first.flush(aReplay());
    await opened.settle();
    expect(opened.text).toContain('It would have stopped 1 boost');

    await opened.type('input[name=value]', '120');
    expect(opened.text).toContain('Between 0.01 and 99.99 percent.');
    await opened.press('Save, on trial');
    expect(opened.text).toContain('Give the rule a name.');

    await opened.type('input[name=name]', ' Few clicks ');
    await opened.type('input[name=value]', '2.5');
    (await opened.askedSoon(`${path}/replay`, 'POST')).flush(aReplay({ hitCount: 0, hits: [] }));
    await opened.settle();
    await opened.press('Tell me');
    await opened.press('Save, on trial');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({
      name: 'Few clicks',
      campaignId: null,
      condition: {
        metric: 'ctrPaid',
        comparison: 'below',
        value: 0.025,
        leastImpressions: 1_000,
        windowHours: 24,
      },
      action: 'notify',
    });
    asked.flush(aRule());
    await opened.settle();
    expect(opened.address).toBe(`campaigns/rules/${ruleId}`);
  });

  it('asks for money where a figure is money, and changes the version that was read', async () => {
    const opened = await openPage(RuleEditorPage, `campaigns/rules/${ruleId}/edit`, {
      route: 'campaigns/rules/:ruleId/edit',
    });
    const cpc = { ...aRule().condition, metric: 'cpc' as const, comparison: 'above' as const, value: 45 };
    opened.asked(`${path}/${ruleId}`).flush(aRule({ condition: cpc }));
    await opened.settle();
    opened.asked('/api/v1/campaigns').flush(pageOf());
    (await opened.askedSoon(`${path}/replay`, 'POST')).flush(aReplay());
    await opened.settle();
    expect(opened.find<HTMLInputElement>('input[name=value]').value).toBe('0.45');
    expect(opened.text).toContain('If the cost of a read is above ¥0.45');
    await opened.press('Save, on trial');
    expect(opened.asked(`${path}/${ruleId}`, 'POST').request.body).toMatchObject({
      version: 3,
      condition: cpc,
    });
  });
});
