import { aNote, noteId } from '../../testing/a-note';
import { aRace, raceId } from '../../testing/a-race';
import { aStream } from '../../testing/a-stream';
import { openPage } from '../../testing/opened';
import NewRacePage from './new-race-page';
import RacePage from './race-page';
import RacesPage from './races-page';

const path = '/api/v1/races';
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null, asOf: '2026-11-23T06:02:11Z' });
const ended = (changes = {}) =>
  aRace({
    state: 'ended',
    endedBecause: 'clear',
    endedAt: '2026-11-23T12:00:00Z',
    nextRoundAt: null,
    ...changes,
  });

describe('the list of races', () => {
  it('shows who leads, how far it is, and what was spent', async () => {
    const opened = await openPage(RacesPage, 'boosts/races');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    await opened.answer(path, pageOf(aRace()));
    expect(opened.text).toContain('Cold brew tea leads, 79% likely the best');
    expect(opened.text).toContain('Round 2 of 4');
    expect(opened.text).toContain('¥240.00 of ¥800 spent');
    expect(opened.button('Two covers').getAttribute('href')).toContain(`/boosts/races/${raceId}`);
  });

  it('teaches what a race is when there is none, and lets only those start one who may', async () => {
    const opened = await openPage(RacesPage, 'boosts/races', { role: 'analyst' });
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('When you cannot tell which of your notes readers prefer');
    expect(opened.text).not.toContain('New race');
  });

  it('asks by its address, says what failed, and follows the stream', async () => {
    const opened = await openPage(RacesPage, 'boosts/races?state=ended', { route: 'boosts/races' });
    const stream = aStream();
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    const asked = opened.asked(path);
    expect(asked.request.url).toBe(`${path}?state=ended`);
    asked.flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('No race in this state');
    stream.tells('races');
    await opened.answer(path, pageOf(ended()));
    expect(opened.text).toContain('Cold brew tea won');
  });
});

describe('the page of a race', () => {
  const open = async (race = aRace(), setting = {}) => {
    const opened = await openPage(RacePage, `boosts/races/${raceId}`, {
      route: 'boosts/races/:raceId',
      ...setting,
    });
    await opened.answer(`${path}/${raceId}`, race);
    return opened;
  };

  it('says first who leads, how sure that is, and what is still open', async () => {
    const opened = await open();
    expect(opened.find('.headline').textContent).toContain(
      'A leads: 83% likely the best. 50% of the budget is still open.',
    );
    expect(opened.text).toContain('Choosing A now would cost 0.8% of what the best note brings');
    expect(opened.text).toContain('Round 2 of 4; the next verdict is due');
  });

  it('shows money by round, the rate with its interval, and the boosts of each round', async () => {
    const opened = await open();
    const [first, second] = [...opened.page.querySelectorAll('tbody tr')].map((row) =>
      row.textContent?.replace(/\s+/g, ' '),
    );
    expect(first).toMatch(/50% ?63%/);
    expect(first).toContain('6.4%, between 6.1% and 6.6%');
    expect(first).toContain('Leads');
    expect(second).toContain('Still in');
    expect(opened.page.querySelectorAll('a[href*="/boosts/66666666"]')).toHaveLength(4);
  });

  it('says what looking cost, in answers and as a share of the best', async () => {
    const opened = await open();
    expect(opened.text).toContain('gave up about 31 reads (8 to 60)');
    expect(opened.text).toContain('That is 3.1% of what the best note alone would have brought');
    expect(opened.text).toContain('Against equal shares it won about 6 reads (-2 to 15)');
  });

  it('judges nothing before the first reader', async () => {
    const opened = await open(aRace({ regret: null, leader: null, round: 1 }));
    expect(opened.find('.headline').textContent).toContain('Round one is running');
    expect(opened.text).toContain('Not judged yet');
    expect(opened.text).toContain('Known once the first readers have seen the boosts.');
  });

  it('says what is missing while it waits for money, and where to bring it', async () => {
    const waiting = { since: '2026-11-23T00:00:00Z', missingCents: 4_250 };
    const opened = await open(aRace({ state: 'waiting', waiting }));
    expect(opened.text).toContain('Round 3 needs ¥42.50 more than the wallet holds');
    expect(opened.button('Go to the wallet').getAttribute('href')).toContain('/wallet');
  });

  it('stops after asking, once', async () => {
    const opened = await open();
    await opened.press('Stop race');
    await opened.press('Stop the race');
    await opened.answer(`${path}/${raceId}/stop`, ended({ endedBecause: 'stopped' }), 'POST');
    await opened.settle();
    expect(opened.find('.headline').textContent).toContain('because somebody stopped it');
    expect(opened.text).not.toContain('Stop race');
  });

  it('boosts the winner with what is left', async () => {
    const keepable = { noteId: aRace().arms[0]?.noteId ?? '', budgetCents: 40_000, durationHours: 24 };
    const opened = await open(ended({ keepable }));
    await opened.press('Boost the winner with ¥400');
    await opened.press('Boost for ¥400');
    await opened.answer(`${path}/${raceId}/keep`, ended({ keptBoostId: raceId, leftCents: 0 }), 'POST');
    await opened.settle();
    expect(opened.text).toContain('What was left went to the winner.');
    expect(opened.button('See the winner’s boost').getAttribute('href')).toContain('/boosts/');
  });

  it('lets an analyst look and not move', async () => {
    const opened = await open(aRace(), { role: 'analyst' });
    expect(opened.text).not.toContain('Stop race');
  });

  it('speaks Chinese', async () => {
    const opened = await open(aRace(), { language: 'zh-CN' });
    expect(opened.find('.headline').textContent).toContain('A 领先：最佳概率 83%，还有 50% 的预算未动用。');
  });
});

describe('a new race', () => {
  const open = async () => {
    const opened = await openPage(NewRacePage, 'boosts/races/new');
    await opened.answer(
      '/api/v1/notes',
      pageOf(aNote(), aNote({ id: noteId(2) }), aNote({ id: noteId(3), auditState: 'pending' })),
    );
    return opened;
  };
  const preview = {
    asOf: '2026-11-23T06:02:11Z',
    refusal: null,
    leastCents: 60_000,
    mostCents: 3_000_000,
    roundCents: 20_000,
    perNoteCents: 10_000,
    perNoteImpressions: 6_666,
    payableCents: 90_000,
    missingCents: 0,
    endsAtLatest: '2026-11-25T06:02:11Z',
  };
  const choose = async (opened: Awaited<ReturnType<typeof open>>) => {
    for (const button of [...opened.page.querySelectorAll<HTMLButtonElement>('app-note-choice li button')])
      button.click();
    await opened.settle();
  };

  it('offers notes that may be boosted, and says the least budget while it is typed', async () => {
    const opened = await open();
    expect(opened.page.querySelectorAll('app-note-choice li button')).toHaveLength(2);
    await choose(opened);
    expect(opened.text).toContain('2 notes chosen');
    await opened.type('input[name=budget]', '599');
    expect(opened.text).toContain('At least ¥600: the smallest boost for 2 notes in each of 4 rounds.');
    await opened.press('2 rounds');
    expect(opened.text).toContain('At least ¥300');
  });

  it('shows what the first round does, and starts once', async () => {
    const opened = await open();
    await choose(opened);
    await opened.type('input[name=name]', 'Two covers');
    await opened.type('input[name=budget]', '800');
    (await opened.askedSoon(`${path}/preview`, 'POST')).flush(preview);
    await opened.settle();
    expect(opened.text).toContain('6,666 guaranteed impressions each');
    await opened.press('Start the race');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toMatchObject({
      name: 'Two covers',
      budgetCents: 80_000,
      rounds: 4,
      goal: 'reads',
    });
    asked.flush(aRace());
    await opened.settle();
    expect(opened.address).toBe(`boosts/races/${raceId}`);
  });

  it('says what the wallet lacks before anybody presses', async () => {
    const opened = await open();
    await choose(opened);
    await opened.type('input[name=budget]', '800');
    const refusal = { code: 'wallet-too-low', remedy: '', field: '/budgetCents', figures: {} };
    (await opened.askedSoon(`${path}/preview`, 'POST')).flush({ ...preview, refusal, missingCents: 5_000 });
    await opened.settle();
    expect(opened.text).toContain('¥50.00 are missing for round one');
  });

  it('marks what is missing when it is tried', async () => {
    const opened = await open();
    await opened.press('Start the race');
    expect(opened.text).toContain('Choose at least two notes.');
    expect(opened.text).toContain('Give the race a name.');
    expect(opened.text).toContain('Enter an amount in yuan.');
  });
});
