import type { ReviewVerdict } from '@poolrise/contracts';
import { aCover } from '../../test/covers';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember, aWorkspace, type Someone } from '../../test/people';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';
import { NoticesQueries } from '../insights/notices.queries';
import type { NotesService } from './notes.service';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

const secondMs = 1000;
type Operator = Someone & { name: string };

describe('human review', () => {
  let database: TestDatabase;
  let notes: NotesService;
  let reviews: ReviewsService;
  let queue: ReviewsQueries;
  let lin: string;
  let zhou: Operator;
  let ling: Operator;

  beforeEach(async () => {
    database = await freshDatabase(25);
    ({ notes } = poolsOn(database.db));
    reviews = new ReviewsService(database.db, notes);
    queue = new ReviewsQueries(database.db);
    lin = await aWorkspace(database.db, 'brand', '林家茶');
    const platform = await aWorkspace(database.db, 'platform', '社区运营');
    zhou = { ...(await aMember(database.db, platform, 'operator', { name: 'Zhou' })), name: 'Zhou' };
    ling = { ...(await aMember(database.db, platform, 'operator', { name: 'Ling' })), name: 'Ling' };
  });
  afterEach(() => database.close());

  let minute = 0;
  /** A note whose audit left it to a person; each a minute younger than the one before. */
  const waiting = async (title = '三天根治湿疹', workspaceId = lin, body = ''): Promise<string> => {
    const publishedAt = new Date(Date.parse('2026-11-24T08:00:00Z') + ++minute * 60 * secondMs);
    const id = await notes.publish(workspaceId, aNoteToPublish({ title, body }), publishedAt);
    await notes.auditDue(new Date(publishedAt.getTime() + 10 * secondMs));
    return id;
  };
  const answer = (
    operator: Operator,
    noteId: string,
    verdict: ReviewVerdict = 'passed',
    reason = '说的是杂物',
  ) => reviews.answer(operator.workspaceId, operator, noteId, { verdict, reason });
  const listed = (operator: Operator, more = {}) => queue.list(operator.workspaceId, { limit: 50, ...more });
  const stateOf = async (id: string) =>
    (
      await database.owner<{ audit: string; state: string; runs: number }>(
        `select audit_state as audit, state, (select count(*)::int from pool_run where note_id = note.id) as runs
         from note where id = $1`,
        [id],
      )
    )[0];

  it('lists the notes of every workspace that wait, the oldest first, with the words that led there', async () => {
    const wen = await aWorkspace(database.db, 'brand', '文氏咖啡');
    const long = '今天的开箱。'.repeat(60);
    const first = await waiting('三天根治湿疹');
    await waiting('春茶开箱');
    const second = await waiting('亲测有效', wen, `${long}医生说疗效显著，加微信。${long}`);
    const cover = await aCover(database, second);
    const { items } = await listed(zhou);
    expect(items.map(({ coverUrl }) => coverUrl)).toEqual([null, expect.stringContaining(cover)]);
    expect(items.map(({ noteId, workspaceName }) => [noteId, workspaceName])).toEqual([
      [first, '林家茶'],
      [second, '文氏咖啡'],
    ]);
    expect(items[1]?.words).toEqual([
      { word: '疗效', leadsTo: 'human_review' },
      { word: '加微信', leadsTo: 'limited' },
    ]);
    expect(items[1]?.excerpt).toMatch(/^….*医生说疗效显著.*…$/);
  });

  it('gives the queue in pages that hold while notes are answered and come', async () => {
    const ids = [await waiting(), await waiting(), await waiting()];
    const first = await listed(zhou, { limit: 2 });
    await answer(ling, ids[0] ?? '');
    const late = await waiting();
    const second = await listed(zhou, { limit: 2, cursor: first.nextCursor });
    expect([first, second].map(({ items }) => items.map(({ noteId }) => noteId))).toEqual([
      [ids[0], ids[1]],
      [ids[2], late],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ['passed', { audit: 'passed', state: 'climbing', runs: 1 }],
    ['limited', { audit: 'limited', state: 'limited', runs: 1 }],
    ['rejected', { audit: 'rejected', state: 'rejected', runs: 0 }],
  ] as const)('moves a note that is %s as the machine audit would have', async (verdict, expected) => {
    const id = await waiting();
    expect(await answer(zhou, id, verdict)).toMatchObject({ noteId: id, verdict, decidedBy: 'Zhou' });
    expect(await stateOf(id)).toEqual(expected);
    expect((await listed(zhou)).items).toEqual([]);
  });

  it('tells the workspace what was decided and why', async () => {
    const id = await waiting();
    await answer(zhou, id, 'limited', '“根治”是医疗承诺');
    const mei = await aMember(database.db, lin, 'marketer');
    const { items } = await new NoticesQueries(database.db).notices(
      lin,
      { id: mei.id, role: 'marketer' },
      { limit: 10 },
    );
    expect(items).toMatchObject([
      {
        kind: 'review-limited',
        subjectId: id,
        title: '三天根治湿疹',
        reason: '“根治”是医疗承诺',
        unread: true,
      },
    ]);
  });

  it('stands in the trail of the platform and of the workspace whose note it was', async () => {
    const id = await waiting();
    await answer(zhou, id, 'rejected', '医疗承诺');
    const trail = await database.owner(
      `select workspace_id, person_id, action, detail from audit_event where subject_id = $1`,
      [id],
    );
    const line = {
      person_id: zhou.id,
      action: 'note.reviewed',
      detail: { verdict: 'rejected', reason: '医疗承诺' },
    };
    expect(trail).toHaveLength(2);
    expect(trail).toEqual(
      expect.arrayContaining(
        [lin, zhou.workspaceId].map((workspaceId) => ({ workspace_id: workspaceId, ...line })),
      ),
    );
  });

  it('answered twice by the same person with the same words is one decision', async () => {
    const id = await waiting();
    const [first, again] = [await answer(zhou, id), await answer(zhou, id)];
    expect(again).toEqual(first);
    expect(await database.owner(`select from audit_event where subject_id = $1`, [id])).toHaveLength(2);
    await expect(answer(zhou, id, 'rejected')).rejects.toMatchObject({ code: 'review-already-answered' });
  });

  it('decides once when two operators answer at the same moment, and tells the second who did what', async () => {
    const id = await waiting();
    const outcomes = await Promise.allSettled([
      answer(zhou, id, 'passed', '没有承诺'),
      answer(ling, id, 'rejected', '医疗承诺'),
    ]);
    const [won] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const [lost] = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as { code: string; about: { detail: string } }] : [],
    );
    expect(lost?.code).toBe('review-already-answered');
    expect(lost?.about.detail).toContain(`${won?.decidedBy} decided “${won?.verdict}”`);
    expect(lost?.about.detail).toContain(won?.reason);
    expect((await stateOf(id))?.audit).toBe(won?.verdict);
    expect(await database.owner(`select from note_review where note_id = $1`, [id])).toHaveLength(1);
  });

  it('is nobody’s but the platform’s, whatever role a brand gives to its people', async () => {
    const id = await waiting();
    for (const role of ['operator', 'owner'] as const) {
      const insider = { ...(await aMember(database.db, lin, role)), name: 'Lin' };
      await expect(listed(insider)).rejects.toMatchObject({ code: 'platform-only' });
      await expect(answer(insider, id)).rejects.toMatchObject({ code: 'platform-only' });
    }
    expect(await stateOf(id)).toMatchObject({ audit: 'human_review' });
  });

  it('finds no note that does not wait for a person', async () => {
    const passed = await waiting('春茶开箱');
    await expect(answer(zhou, passed)).rejects.toMatchObject({ code: 'not-found' });
    expect(await stateOf(passed)).toMatchObject({ audit: 'passed', runs: 1 });
  });
});
