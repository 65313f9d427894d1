import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember, aWorkspace, type Someone } from '../../test/people';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';
import { NoticesQueries } from '../insights/notices.queries';
import { AppealsQueries } from './appeals.queries';
import { AppealsService } from './appeals.service';
import type { NotesService } from './notes.service';
import { ReviewsService } from './reviews.service';

const dayMs = 86_400_000;
type Operator = Someone & { name: string };

describe('appeals', () => {
  let database: TestDatabase;
  let notes: NotesService;
  let pools: ReturnType<typeof poolsOn>['pools'];
  let reviews: ReviewsService;
  let appeals: AppealsService;
  let queries: AppealsQueries;
  let desk: Someone;
  let platform: string;
  let zhou: Operator;
  let ling: Operator;

  beforeEach(async () => {
    database = await freshDatabase(25);
    ({ notes, pools } = poolsOn(database.db));
    reviews = new ReviewsService(database.db, notes);
    queries = new AppealsQueries(database.db);
    appeals = new AppealsService(database.db, notes, queries);
    desk = await aMember(database.db, await aWorkspace(database.db, 'creator', '小满的茶桌'), 'owner');
    platform = await aWorkspace(database.db, 'platform', '社区运营');
    zhou = { ...(await aMember(database.db, platform, 'operator', { name: 'Zhou' })), name: 'Zhou' };
    ling = { ...(await aMember(database.db, platform, 'operator', { name: 'Ling' })), name: 'Ling' };
  });
  afterEach(() => database.close());

  const published = async (title: string): Promise<string> => {
    const id = await notes.publish(desk.workspaceId, aNoteToPublish({ title }));
    await notes.auditDue(new Date(Date.now() + 10_000));
    return id;
  };
  const ask = (noteId: string, about: { reason?: string; requestKey?: string } = {}, now = new Date()) =>
    appeals.ask(
      { workspaceId: desk.workspaceId, person: desk },
      noteId,
      { reason: '说的是画面 It speaks of the pictures', requestKey: randomUUID(), ...about },
      now,
    );
  const answer = (
    by: Operator,
    id: string,
    verdict: 'upheld' | 'dismissed' = 'upheld',
    reason = '没有承诺',
  ) => appeals.answer(by.workspaceId, by, id, { verdict, reason });
  const record = () => queries.violations(desk.workspaceId, { limit: 50 });
  const appealed = async (title = '想要教程的加微信'): Promise<{ noteId: string; id: string }> => {
    const noteId = await published(title);
    return { noteId, id: (await ask(noteId)).appeal?.id ?? '' };
  };
  const stateOf = async (id: string) =>
    (
      await database.owner(
        `select audit_state as audit, state, (select count(*)::int from pool_run where note_id = note.id and closed_at is null) as open
         from note where id = $1`,
        [id],
      )
    )[0];
  /** What the first pool of food knows of its peers, a row a day and type. */
  const taughtPeers = async () =>
    (
      await database.owner<{ sums: { runs: number; clicks: number } }>(
        'select sums from peer_day where level = 0',
      )
    ).map(({ sums }) => sums);
  const codesOf = (outcomes: PromiseSettledResult<unknown>[]) =>
    outcomes
      .map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code))
      .sort();

  it('the record says which word broke which rule, and until when that can be appealed', async () => {
    const limited = await published('想要教程的加微信');
    const rejected = await published('刷单返现，日结');
    await published('春茶开箱');
    const { items } = await record();
    expect(items).toMatchObject([
      { noteId: rejected, kind: 'forbidden-trade', words: ['刷单'], verdict: 'rejected', reviewReason: null },
      { noteId: limited, kind: 'off-platform', words: ['加微信'], verdict: 'limited', appeal: null },
    ]);
    const [first] = items;
    expect(first?.rule?.rule.en).toContain('fake orders');
    expect(Date.parse(first?.appealUntil ?? '') - Date.parse(first?.foundAt ?? '')).toBe(15 * dayMs);
  });

  it('the record gives what a person decided in that person’s words', async () => {
    const id = await published('三天根治湿疹');
    expect((await record()).items).toEqual([]);
    await reviews.answer(platform, zhou, id, { verdict: 'limited', reason: '“根治”是医疗承诺' });
    expect((await record()).items).toMatchObject([
      { kind: 'medical-claim', words: ['根治'], reviewReason: '“根治”是医疗承诺' },
    ]);
  });

  it('an upheld appeal lets the note into the pools from then, and the record keeps what it was about', async () => {
    const { noteId, id } = await appealed('刷单返现，日结');
    expect(await stateOf(noteId)).toEqual({ audit: 'rejected', state: 'rejected', open: 0 });
    expect(await answer(zhou, id)).toMatchObject({ state: 'upheld', answer: '没有承诺', decidedBy: 'Zhou' });
    expect(await stateOf(noteId)).toEqual({ audit: 'passed', state: 'climbing', open: 1 });
    expect((await record()).items).toMatchObject([
      { noteId, kind: 'forbidden-trade', appealUntil: null, appeal: { state: 'upheld' } },
    ]);
  });

  it('an upheld appeal takes a note up again that was stopped for being limited, with what it had earned', async () => {
    const { noteId, id } = await appealed();
    await database.owner(
      `update pool_run set impressions = 9000, clicks = 3000, likes = 900, next_review_at = now() - interval '1 minute' where note_id = $1`,
      [noteId],
    );
    await pools.reviewDue();
    expect(await stateOf(noteId)).toEqual({ audit: 'limited', state: 'limited', open: 0 });
    expect(await taughtPeers()).toMatchObject([{ runs: 1, clicks: 3000 }]);
    await answer(zhou, id);
    expect(await stateOf(noteId)).toEqual({ audit: 'passed', state: 'climbing', open: 1 });
    // What it taught its peers when it was stopped is taken back: it will teach them when it closes, and once.
    expect(await taughtPeers()).toMatchObject([{ runs: 0, clicks: 0 }]);
    await pools.reviewDue(() => new Date(Date.now() + 1_000));
    const verdicts = await database.owner(
      'select outcome, reason from pool_decision where note_id = $1 and level = 0 order by decided_at',
      [noteId],
    );
    expect(verdicts[0]).toEqual({ outcome: 'stop', reason: 'AUDIT_LIMITED' });
    expect(verdicts[1]).toMatchObject({ outcome: 'pass' });
    expect(await taughtPeers()).toMatchObject([{ runs: 1, clicks: 3000 }]);
  });

  it('a dismissed appeal changes nothing about the note, and says why', async () => {
    const { noteId, id } = await appealed();
    await answer(zhou, id, 'dismissed', '仍是站外联系方式');
    expect(await stateOf(noteId)).toMatchObject({ audit: 'limited', state: 'limited' });
    const noticesOf = ({ workspaceId, id: personId }: Someone, role: 'owner' | 'operator') =>
      new NoticesQueries(database.db).notices(workspaceId, { id: personId, role }, { limit: 10 });
    expect((await noticesOf(ling, 'operator')).items).toMatchObject([
      { kind: 'appeal-waiting', subjectId: noteId, title: '想要教程的加微信' },
    ]);
    const { items } = await noticesOf(desk, 'owner');
    expect(items).toMatchObject([
      { kind: 'appeal-dismissed', subjectId: noteId, reason: '仍是站外联系方式' },
    ]);
  });

  it('is one appeal when two people of a desk hand it in at the same moment', async () => {
    const noteId = await published('想要教程的加微信');
    const outcomes = await Promise.allSettled([ask(noteId), ask(noteId), ask(noteId)]);
    expect(codesOf(outcomes)).toEqual(['already-appealed', 'already-appealed', 'done']);
    expect(await database.owner('select from note_appeal where note_id = $1', [noteId])).toHaveLength(1);
  });

  it('sent again under its key is the same appeal; another one under it is refused', async () => {
    const [first, second] = [await published('想要教程的加微信'), await published('扫码进群')];
    const requestKey = randomUUID();
    const [one, again] = [await ask(first, { requestKey }), await ask(first, { requestKey })];
    expect(again).toEqual(one);
    await expect(ask(second, { requestKey })).rejects.toMatchObject({ code: 'request-key-reused' });
    await expect(ask(first, { requestKey, reason: 'other' })).rejects.toMatchObject({
      code: 'request-key-reused',
    });
    expect(await database.owner(`select from audit_event where action = 'appeal.asked'`)).toHaveLength(2);
  });

  it('is refused against a note that passed, too late, and against a note of others', async () => {
    await expect(ask(await published('春茶开箱'))).rejects.toMatchObject({ code: 'nothing-to-appeal' });
    const late = await published('扫码进群');
    await expect(ask(late, {}, new Date(Date.now() + 16 * dayMs))).rejects.toMatchObject({
      code: 'appeal-too-late',
      about: { detail: expect.stringContaining('open until') },
    });
    const foreign = await notes.publish(
      await aWorkspace(database.db, 'brand'),
      aNoteToPublish({ title: '扫码进群' }),
    );
    await expect(ask(foreign)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is decided once when two operators decide at the same moment, and the second is told who did what', async () => {
    const { noteId, id } = await appealed();
    const outcomes = await Promise.allSettled([
      answer(zhou, id, 'upheld', '没有承诺'),
      answer(ling, id, 'dismissed', '站外'),
    ]);
    expect(codesOf(outcomes)).toEqual(['appeal-already-answered', 'done']);
    const [won] = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const [lost] = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as { about: { detail: string } }] : [],
    );
    expect(lost?.about.detail).toContain(`${won?.decidedBy} decided “${won?.state}”`);
    expect(await stateOf(noteId)).toMatchObject({ audit: won?.state === 'upheld' ? 'passed' : 'limited' });
    const winner = won?.decidedBy === 'Zhou' ? zhou : ling;
    const verdict = won?.state === 'upheld' ? 'upheld' : 'dismissed';
    expect(await answer(winner, id, verdict, won?.answer ?? '')).toEqual(won);
    expect(await database.owner(`select from audit_event where action = 'appeal.answered'`)).toHaveLength(2);
  });

  it('nobody decides against their own decision, unless they are the only one, which is then said', async () => {
    const noteId = await published('三天根治湿疹');
    await reviews.answer(platform, zhou, noteId, { verdict: 'rejected', reason: '医疗承诺' });
    const id = (await ask(noteId)).appeal?.id ?? '';
    const queue = await queries.list(platform, zhou.id, { limit: 50, show: 'open' });
    expect(queue.items).toMatchObject([{ id, mayDecide: false, alone: false, reviewer: { isCaller: true } }]);
    await expect(answer(zhou, id)).rejects.toMatchObject({ code: 'appeal-own-review' });
    await database.owner('delete from member where person_id = $1', [ling.id]);
    expect(await answer(zhou, id)).toMatchObject({ state: 'upheld', decidedAlone: true });
    expect((await record()).items[0]?.appeal).toMatchObject({ decidedAlone: true });
  });

  it('is nobody’s to decide but the platform’s', async () => {
    const { id } = await appealed();
    const insider = { ...desk, name: 'Xiaoman' };
    await expect(answer(insider, id)).rejects.toMatchObject({ code: 'platform-only' });
    await expect(queries.list(desk.workspaceId, desk.id, { limit: 50, show: 'open' })).rejects.toMatchObject({
      code: 'platform-only',
    });
  });

  it('is counted by what was found, with an interval that says how little that is', async () => {
    const [first, second] = [await appealed(), await appealed('扫码进群')];
    await appealed('刷单返现，日结');
    await answer(zhou, first.id, 'upheld');
    await answer(ling, second.id, 'dismissed', '站外');
    const { kinds, sampleMin } = await queries.outcomes();
    expect(kinds.find(({ kind }) => kind === 'off-platform')).toMatchObject({
      decided: 2,
      upheld: 1,
      share: 0.5,
    });
    expect(kinds.find(({ kind }) => kind === 'forbidden-trade')).toMatchObject({
      decided: 0,
      open: 1,
      share: null,
    });
    expect(sampleMin).toBeGreaterThan(2);
  });
});
