import { balancesOf } from '../../test/money';
import { aCover } from '../../test/covers';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aRace, aRacingBrand, racesOn, readBoost } from '../../test/races';
import { aWorkspace } from '../../test/people';
import { runAndKill, type Told } from '../../test/run-and-kill';
import { NoticesQueries } from '../insights/notices.queries';
import { checkSums } from '../insights/run-sum-check';
import { raceFloorChance } from '@poolrise/domain';

const hourMs = 3_600_000;

describe('a race between notes', () => {
  let database: TestDatabase;
  let on: ReturnType<typeof racesOn>;

  beforeAll(async () => {
    database = await freshDatabase(25);
    on = racesOn(database.db);
  });
  afterAll(async () => {
    const wrong = (await checkSums(database.url)).filter(
      ({ name, different }) => different > 0 && !name.includes('paid'),
    );
    await database.close();
    expect(wrong).toEqual([]);
  });

  type Stage = Awaited<ReturnType<typeof started>>;
  const started = async (cents = 100_000, ask: Parameters<typeof aRace>[1] = {}, notes = 2) => {
    const brand = await aRacingBrand(database.db, cents, notes);
    const { id } = await on.races.start(brand.workspaceId, null, aRace(brand, ask));
    return { ...brand, id, now: Date.now() };
  };
  const viewOf = ({ workspaceId, id }: Stage) => on.queries.race(workspaceId, id);
  /** The readers of the round that runs: impressions and reads for each note in order. */
  const readRound = async (stage: Stage, ...lines: [impressions: number, reads: number][]) => {
    const boosts = (await viewOf(stage)).roundsBegun.at(-1)?.boosts ?? [];
    for (const [at, [impressions, reads]] of lines.entries()) {
      const boost = boosts.find(({ noteId }) => noteId === stage.noteIds[at]);
      if (boost) await readBoost(database.db, boost.boostId, impressions, reads);
    }
  };
  /** The clock passes the end of the round, its boosts are settled, and the worker looks. */
  const roundOver = async (stage: Stage) => {
    stage.now += 12 * hourMs + 1_000;
    await on.boosts.settleDue(new Date(stage.now));
    await on.races.moveDue(new Date(stage.now));
    return viewOf(stage);
  };

  it('begins with equal boosts, and reserves the money of the first round alone', async () => {
    const stage = await started();
    const cover = await aCover(database, stage.noteIds[1] ?? '');
    const race = await viewOf(stage);
    for (const notes of [race.notes, race.arms])
      expect(notes.map(({ coverUrl }) => coverUrl)).toEqual([null, expect.stringContaining(cover)]);
    expect(race).toMatchObject({ state: 'running', round: 1, leftCents: 60_000, regret: null, leader: null });
    expect(race.roundsBegun[0]?.boosts.map(({ budgetCents, state }) => [budgetCents, state])).toEqual([
      [10_000, 'running'],
      [10_000, 'running'],
    ]);
    expect(await balancesOf(database.db, stage)).toMatchObject({ cash: 80_000, reserved: 20_000 });
  });

  it('starts once under one request key, and names what was changed', async () => {
    const brand = await aRacingBrand(database.db, 100_000);
    const ask = aRace(brand);
    const both = await Promise.all([1, 2].map(() => on.races.start(brand.workspaceId, null, ask)));
    expect(both[0]?.id).toBe(both[1]?.id);
    await expect(on.races.start(brand.workspaceId, null, { ...ask, rounds: 3 })).rejects.toMatchObject({
      code: 'request-key-reused',
    });
    expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 20_000 });
  });

  it('gives the next round by chance, and shows by which chance', async () => {
    const stage = await started();
    await readRound(stage, [6_600, 430], [6_600, 390]);
    const race = await roundOver(stage);
    expect(race).toMatchObject({ state: 'running', round: 2 });
    const [first, second] = race.roundsBegun;
    const chance = (noteId = '') => first?.chances?.find((one) => one.noteId === noteId)?.chanceBest ?? 0;
    const money = (noteId = '') => second?.boosts.find((one) => one.noteId === noteId)?.budgetCents ?? 0;
    const [a, b] = stage.noteIds;
    expect(chance(a)).toBeGreaterThan(0.85);
    expect(chance(b)).toBeGreaterThan(raceFloorChance);
    expect(money(b)).toBe(7_500);
    // What the first round did not deliver came back and is shared again: 80,000 - 19,800 over three rounds.
    expect(money(a) + money(b)).toBe(20_066);
    expect(race.leader).toEqual({ noteId: a, chanceBest: chance(a) });
    expect(race.regret?.belowBest.mid).toBeGreaterThan(0);
  });

  it('ends when one note is clearly the best, and keeps it with what is left, once', async () => {
    const stage = await started();
    await readRound(stage, [6_600, 600], [6_600, 300]);
    const ended = await roundOver(stage);
    expect(ended).toMatchObject({ state: 'ended', endedBecause: 'clear', nextRoundAt: null });
    expect(ended.keepable).toEqual({ noteId: stage.noteIds[0], budgetCents: 60_200, durationHours: 36 });

    const keep = () => on.races.keep(stage.workspaceId, null, stage.id, new Date(stage.now));
    const [once, twice] = await Promise.all([keep(), keep()]);
    expect(twice.keptBoostId).toBe(once.keptBoostId);
    expect(once).toMatchObject({ leftCents: 0, keepable: null });
    expect(await balancesOf(database.db, stage)).toMatchObject({ cash: 20_000, reserved: 60_200 });
  });

  it('runs to its last round when nothing is clear, and spends no cent more than its budget', async () => {
    const stage = await started(80_000);
    for (let round = 1; round <= 4; round++) {
      await readRound(stage, [5_000, 300], [5_000, 301]);
      const race = await roundOver(stage);
      expect(race.state).toBe(round < 4 ? 'running' : 'ended');
    }
    const race = await viewOf(stage);
    expect(race.endedBecause).toBe('rounds-over');
    expect(race.spentCents + race.leftCents).toBe(80_000);
    expect(await balancesOf(database.db, stage)).toMatchObject({ cash: race.leftCents, reserved: 0 });
  });

  it('waits for money before a round, says what is missing, and goes on when it came', async () => {
    const stage = await started(25_000);
    await readRound(stage, [6_600, 400], [6_600, 400]);
    const waiting = await roundOver(stage);
    expect(waiting).toMatchObject({ state: 'waiting', round: 1, waiting: { missingCents: 20_066 - 5_200 } });
    expect(await balancesOf(database.db, stage)).toMatchObject({ reserved: 0 });
    const { items } = await new NoticesQueries(database.db).notices(stage.workspaceId, null, { limit: 50 });
    expect(items.map(({ kind }) => kind)).toContain('race-waiting');

    await on.topUps.ask(stage.workspaceId, null, {
      cents: 20_000,
      reference: 'more',
      requestKey: crypto.randomUUID(),
    });
    stage.now += 61_000;
    await on.races.moveDue(new Date(stage.now));
    expect(await viewOf(stage)).toMatchObject({ state: 'running', round: 2, waiting: null });
  });

  it('begins a round once when two workers look at the same moment', async () => {
    const stage = await started();
    await readRound(stage, [6_600, 410], [6_600, 400]);
    const later = new Date(stage.now + 12 * hourMs + 1_000);
    await on.boosts.settleDue(later);
    await Promise.all([1, 2, 3].map(() => on.races.moveDue(later)));
    const race = await viewOf(stage);
    expect(race.round).toBe(2);
    expect(race.roundsBegun[1]?.boosts).toHaveLength(2);
    expect(await balancesOf(database.db, stage)).toMatchObject({ reserved: 20_066 });
  });

  it('waits for boosts that are not settled yet', async () => {
    const stage = await started();
    await on.races.moveDue(new Date(stage.now + 12 * hourMs + 1_000));
    expect(await viewOf(stage)).toMatchObject({ round: 1, state: 'running' });
  });

  it('stops with its boosts, and the money that was not spent comes back', async () => {
    const stage = await started();
    await readRound(stage, [2_000, 120], [1_000, 60]);
    const stop = () => on.races.stop(stage.workspaceId, null, stage.id);
    const [once, twice] = [await stop(), await stop()];
    expect(once).toMatchObject({
      state: 'ended',
      endedBecause: 'stopped',
      spentCents: 4_500,
      leftCents: 75_500,
    });
    expect(once.roundsBegun[0]?.boosts.map(({ state }) => state)).toEqual(['stopped', 'stopped']);
    expect(twice.endedAt).toBe(once.endedAt);
    expect(await balancesOf(database.db, stage)).toMatchObject({ cash: 95_500, reserved: 0 });
  });

  it('goes on without a note that the audit took out, and ends when one is left', async () => {
    const stage = await started(100_000, { budgetCents: 90_000 }, 3);
    const reject = (at: number) =>
      database.owner(`update note set audit_state = 'limited' where id = $1`, [stage.noteIds[at]]);
    await readRound(stage, [6_600, 410], [6_600, 400], [6_600, 700]);
    await reject(2);
    const two = await roundOver(stage);
    expect(two.roundsBegun[1]?.boosts.map(({ noteId }) => noteId)).toEqual(stage.noteIds.slice(0, 2));
    expect(two.arms[2]).toMatchObject({ boostable: false, verdict: null });
    await reject(1);
    expect(await roundOver(stage)).toMatchObject({ state: 'ended', endedBecause: 'one-left' });
  });

  describe('with a note that a creator wrote for an order', () => {
    /** Rights to boost the note of this place that end in so many hours. */
    const rightsFor = async (
      stage: { workspaceId: string; noteIds: string[] },
      place: number,
      hours: number,
    ) => {
      const desk = await aWorkspace(database.db, 'creator');
      const terms = {
        rights: { channels: ['platform-ads'], territory: 'mainland', editsAllowed: false, days: 1 },
      };
      await database.owner(
        `insert into cooperation_order (workspace_id, desk_id, creator_id, request_key, request_hash, mode, name, brand_name, brief,
           category, language, state, since, terms, rules, offer, quote_cents, brand_fee_cents, effect_fee_cents, creator_fee_cents,
           held_cents, version, created_at, changed_at, note_id, rights_until)
         select $1, $2, creator_id, gen_random_uuid(), '', 'custom', 'Spring', 'Lin', 'tea', 'food', 'zh', 'settled', now(), $3, '{}', '{}',
           100, 10, 0, 10, 0, 1, now(), now(), id, now() + make_interval(hours => $5) from note where id = $4`,
        [stage.workspaceId, desk, JSON.stringify(terms), stage.noteIds[place], hours],
      );
    };

    it('does not start beyond its rights, and says so before', async () => {
      const brand = await aRacingBrand(database.db, 100_000);
      await rightsFor(brand, 1, 6);
      const refusal = { code: 'usage-rights-missing', field: '/noteIds/1' };
      expect((await on.races.preview(brand.workspaceId, aRace(brand))).refusal).toMatchObject(refusal);
      await expect(on.races.start(brand.workspaceId, null, aRace(brand))).rejects.toMatchObject({
        code: refusal.code,
        about: { field: refusal.field },
      });
    });

    it('runs it as long as its rights reach, and goes on without it', async () => {
      const stage = await started(100_000, { budgetCents: 90_000 }, 3);
      await rightsFor(stage, 2, 14);
      await readRound(stage, [6_600, 410], [6_600, 400], [6_600, 430]);
      const race = await roundOver(stage);
      expect(race).toMatchObject({ state: 'running', round: 2 });
      expect(race.roundsBegun[1]?.boosts.map(({ noteId }) => noteId)).toEqual(stage.noteIds.slice(0, 2));
    });
  });

  it.each([
    ['race-budget-too-low', { budgetCents: 59_999 }, '/budgetCents', { leastCents: 60_000 }],
    ['race-budget-too-high', { budgetCents: 3_000_001 }, '/budgetCents', { mostCents: 3_000_000 }],
    ['wallet-too-low', { budgetCents: 410_000 }, '/budgetCents', { missingCents: 2_500 }],
  ] as const)(
    'refuses with %s, the field and the figure, as the preview says',
    async (code, ask, field, figures) => {
      const brand = await aRacingBrand(database.db, 100_000);
      await expect(on.races.start(brand.workspaceId, null, aRace(brand, ask))).rejects.toMatchObject({
        code,
        about: { field, figures },
      });
      const preview = await on.races.preview(brand.workspaceId, aRace(brand, ask));
      expect(preview.refusal).toMatchObject({ code, field, figures });
      expect(await balancesOf(database.db, brand)).toMatchObject({ cash: 100_000 });
    },
  );

  it('refuses a note that is named twice, not there, or not let through by the audit', async () => {
    const brand = await aRacingBrand(database.db, 100_000);
    const [a = '', b = ''] = brand.noteIds;
    const start = (noteIds: string[]) => on.races.start(brand.workspaceId, null, aRace({ noteIds }));
    await expect(start([a, b, a])).rejects.toMatchObject({
      code: 'race-notes-repeat',
      about: { field: '/noteIds/2' },
    });
    const foreign = await aRacingBrand(database.db, 1_000);
    await expect(start([a, foreign.noteId])).rejects.toMatchObject({
      code: 'not-found',
      about: { field: '/noteIds/1' },
    });
    await database.owner(`update note set audit_state = 'pending' where id = $1`, [b]);
    await expect(start([a, b])).rejects.toMatchObject({
      code: 'note-not-boostable',
      about: { field: '/noteIds/1' },
    });
  });

  it('is listed in pages, the latest start first', async () => {
    const brand = await aRacingBrand(database.db, 100_000);
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three'])
      ids.unshift((await on.races.start(brand.workspaceId, null, aRace(brand, { name }))).id);
    const first = await on.queries.list(brand.workspaceId, { limit: 2 });
    const second = await on.queries.list(brand.workspaceId, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(first.items[0]?.notes).toHaveLength(2);
    expect(second.nextCursor).toBeNull();
  });
});

describe('a process killed while it starts, moves and stops races', () => {
  it('leaves no round half begun and no boost beside its race', async () => {
    const database = await freshDatabase();
    const brand = await aRacingBrand(database.db, 10_000_000);
    const told: Told = { asked: new Set(), done: new Map() };
    const env = {
      DATABASE_URL: database.url,
      WORKSPACE_ID: brand.workspaceId,
      NOTE_IDS: brand.noteIds.join(),
    };
    for (const afterMs of [3, 17])
      expect(await runAndKill('race-loop.ts', env, told, { acknowledged: 3, afterMs })).toBe('SIGKILL');

    const rounds = await database.owner<{ whole: boolean }>(
      `select t.budget_cents = (select coalesce(sum(b.budget_cents), 0) from race_boost u join boost b on b.id = u.boost_id
                                where u.race_id = t.race_id and u.round = t.number) as whole
         from race_round t`,
    );
    expect(rounds.length).toBeGreaterThan(5);
    expect(rounds.filter(({ whole }) => !whole)).toEqual([]);
    const [beside] = await database.owner<{ boosts: number }>(
      `select count(*)::int as boosts from boost where id not in (select boost_id from race_boost)`,
    );
    expect(beside?.boosts).toBe(0);

    // Whatever was cut short goes on where it stood, and every cent is found again.
    const { races, boosts } = racesOn(database.db);
    const later = new Date(Date.now() + 200 * hourMs);
    for (let step = 0; step < 6; step++) {
      await boosts.settleDue(new Date(later.getTime() + step * 20 * hourMs));
      await races.moveDue(new Date(later.getTime() + step * 20 * hourMs));
    }
    const open = await database.owner(`select id from race where state <> 'ended'`);
    expect(open).toEqual([]);
    expect(await balancesOf(database.db, brand)).toMatchObject({ reserved: 0 });
    await database.close();
  });
});
