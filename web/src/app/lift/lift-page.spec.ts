import { campaignId } from '../../testing/a-campaign';
import { aCampaignLift, aLift } from '../../testing/a-lift';
import { aBoost, boostId } from '../../testing/a-boost';
import { openPage } from '../../testing/opened';
import BoostPage from '../boosts/boost-page';
import { shapeBand } from './band-shape';
import LiftPage from './lift-page';

const path = `/api/v1/boosts/${boostId}/lift`;
const open = (setting: Parameters<typeof openPage>[2] = {}) =>
  openPage(LiftPage, `boosts/${boostId}/lift`, { ...setting, route: 'boosts/:boostId/lift' });
const nobody = { readers: 0, acting: 0, rate: null };
const nothing = {
  incrementality: null,
  ratio: null,
  extraReaders: null,
  extraReaderCostCents: null,
  band: [],
};

describe('the page of a lift', () => {
  it('holds its room while it waits, and says what failed', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the lift');
    await opened.refuse(path, 404, 'boost-without-holdout');
    expect(opened.text).toContain('This boost has no holdout');
    await opened.press('Try again');
    await opened.answer(path, aLift());
    expect(opened.find('h1').textContent).toBe('Cold brew tea');
  });

  it('says what the boost brought in one sentence, with how sure that is', async () => {
    const opened = await open();
    await opened.answer(path, aLift());
    expect(opened.text).toContain(
      'The boost did bring more reading: of the 1,200 exposed readers who read the note, about 80% (71% to 86%) would not have without it.',
    );
    expect(opened.text).toContain('with 95% certainty');
    expect(opened.text).toContain('852 to 1,032');
    expect(opened.text).toContain('¥0.31');
    expect(opened.text).toContain('no difference to be seen');
    expect(opened.text).toContain('Traffic is conserved');
  });

  it('shows the registration as it was written down', async () => {
    const opened = await open();
    await opened.answer(path, aLift());
    const dl = opened.find('app-lift-registered').textContent ?? '';
    for (const part of ['2 more of 100 readers', 'false alarms 5% at most, power 80%', '25,000 / 6,200'])
      expect(dl).toContain(part);
  });

  it('says that it is too early before the first reader is counted', async () => {
    const opened = await open();
    await opened.answer(
      path,
      aLift({
        ...nothing,
        state: 'running',
        verdict: 'too-early',
        decidedAt: null,
        counts: { exposed: nobody, heldOut: nobody },
        waiting: { exposed: 400, heldOut: 100 },
      }),
    );
    expect(opened.text).toContain('No result yet: each reader is followed for 24 hours');
    expect(opened.text).toContain('500 more readers are still being followed');
    expect(opened.text).toContain('The interval appears here once the first readers');
    expect(opened.page.querySelector('.figures')).toBeNull();
  });

  it('says that it cannot tell, and that this is not the same as no effect', async () => {
    const opened = await open();
    await opened.answer(
      path,
      aLift({
        verdict: 'cannot-tell',
        decidedAt: null,
        incrementality: { low: -1.6, mid: 0.2, high: 0.5 },
        extraReaderCostCents: null,
      }),
    );
    expect(opened.text).toContain(
      'cannot be told: of those who read the note, the boost brought below -100% to 50%',
    );
    expect(opened.text).toContain('not the same as no effect');
    expect(opened.text).toContain('not without a certain lift');
  });

  it('compares nothing when the arms are not as large as drawn', async () => {
    const opened = await open();
    await opened.answer(path, aLift({ verdict: 'arms-off', armsAsDrawn: false }));
    expect(opened.text).toContain('nothing here may be compared');
    expect(opened.page.querySelector('.figures')).toBeNull();
    expect(opened.text).not.toContain('as large as drawn: 20%');
  });

  it('has the same figures as a table', async () => {
    const opened = await open();
    await opened.answer(path, aLift());
    await opened.press('Show as table');
    const rows = [...opened.page.querySelectorAll('app-lift-band tbody tr')].map((row) =>
      [...row.children].slice(1).map((cell) => cell.textContent?.trim()),
    );
    expect(rows[0]).toEqual(['70%', 'below -100% to 97%', '900']);
    expect(rows).toHaveLength(3);
  });
});

describe('the page of a campaign’s lift', () => {
  const ofCampaign = `/api/v1/campaigns/${campaignId}/lift`;
  const openCampaign = (language: 'en' | 'zh-CN') =>
    openPage(LiftPage, `campaigns/${campaignId}/lift`, { language, route: 'campaigns/:campaignId/lift' });

  it('says what the campaign brought the brand, when it was ended early, and what it does not see', async () => {
    const opened = await openCampaign('en');
    await opened.answer(ofCampaign, aCampaignLift());
    expect(opened.find('h1').textContent).toBe('春茶上新');
    expect(opened.text).toContain(
      'The campaign did bring more searching: of the 1,200 exposed readers who searched for the keywords of the campaign, about 80% (71% to 86%) would not have without it.',
    );
    expect(opened.text).toMatch(/The campaign was ended early on .*24 Nov.*, planned was .*29 Nov/);
    expect(opened.text).toContain('Share who searched');
    expect(opened.text).toContain('moves from one note of the brand to another is no lift');
    expect(opened.text).toContain('72 hours from when they were first chosen');
    expect(opened.text).toContain('Notes that creators publish for it can be seen by everybody');
    expect(opened.find('a[href$="/campaigns/' + campaignId + '"]').textContent).toContain(
      'Back to the campaign',
    );
  });

  it('says it in Chinese, and that it cannot tell where it cannot', async () => {
    const opened = await openCampaign('zh-CN');
    await opened.answer(
      ofCampaign,
      aCampaignLift({
        ...nothing,
        verdict: 'cannot-tell',
        decidedAt: null,
        endedEarly: false,
        incrementality: { low: -0.4, mid: 0.1, high: 0.4 },
      }),
    );
    expect(opened.text).toContain(
      '看不出推广带来了更多搜索：搜索过活动的关键词的人里由推广带来的占 -40% 至 40%',
    );
    expect(opened.text).not.toContain('提前结束');
  });
});

describe('the band', () => {
  it('ends at the bottom of the picture where there is no lower end, and goes from early to late', () => {
    const shape = shapeBand(aLift().band, { width: 600, height: 280 });
    const [first, , last] = shape.points;
    expect(first?.x).toBe(58);
    expect(last?.x).toBe(582);
    expect(shape.band).toContain('L58 252Z');
    expect(shape.zero).toBe(132.5);
  });
});

describe('the card of a lift on the page of its boost', () => {
  const boost = `/api/v1/boosts/${boostId}`;
  it('says the same sentence and leads to the evidence', async () => {
    const opened = await openPage(BoostPage, `boosts/${boostId}`, { route: 'boosts/:boostId' });
    opened.asked(boost).flush(aBoost({ holdout: { share: 0.2, metric: 'readers', minimumEffect: 0.02 } }));
    (await opened.askedSoon(path)).flush(aLift());
    await opened.settle();
    expect(opened.find('app-lift-card').textContent).toContain('The boost did bring more reading');
    expect(opened.find('app-lift-card a').getAttribute('href')).toContain(`/boosts/${boostId}/lift`);
  });

  it('is not there without a holdout', async () => {
    const opened = await openPage(BoostPage, `boosts/${boostId}`, { route: 'boosts/:boostId' });
    await opened.answer(boost, aBoost());
    expect(opened.page.querySelector('app-lift-card')).toBeNull();
  });
});
