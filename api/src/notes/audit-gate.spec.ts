import { Logger } from '@nestjs/common';
import type { PublishNote } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aWorkspace } from '../../test/people';
import { poolsOn } from '../../test/pools';
import { aNoteToPublish } from '../../test/publishing';
import type { NotesService } from './notes.service';

const start = new Date('2026-11-24T08:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

describe('the audit gate', () => {
  let database: TestDatabase;
  let notes: NotesService;
  let lin: string;

  beforeEach(async () => {
    database = await freshDatabase();
    ({ notes } = poolsOn(database.db));
    lin = await aWorkspace(database.db);
  });
  afterEach(() => database.close());

  const publish = (about: Partial<PublishNote> = {}) => notes.publish(lin, aNoteToPublish(about), start);
  const stateOf = async (id: string) => {
    const [row] = await database.owner<{ audit: string; state: string; runs: number; due: Date | null }>(
      `select audit_state as audit, state, audit_due_at as due,
         (select count(*)::int from pool_run where note_id = note.id) as runs from note where id = $1`,
      [id],
    );
    return row;
  };

  it('answers when it is due and not before, later for mother and baby', async () => {
    const tea = await publish();
    const baby = await publish({ category: 'mother-baby' });
    expect(await notes.auditDue(after(1))).toBe(0);
    expect(await notes.auditDue(after(2))).toBe(1);
    expect(await stateOf(tea)).toEqual({ audit: 'passed', state: 'climbing', runs: 1, due: null });
    expect(await stateOf(baby)).toMatchObject({ audit: 'pending', runs: 0 });
    expect(await notes.auditDue(after(6))).toBe(1);
    expect(await stateOf(baby)).toMatchObject({ audit: 'passed', runs: 1 });
    expect(await notes.auditDue(after(600))).toBe(0);
  });

  it.each([
    ['资料请加微信', { audit: 'limited', state: 'limited', runs: 1, due: null }],
    ['刷单返现，日结', { audit: 'rejected', state: 'rejected', runs: 0, due: null }],
    ['三天根治湿疹', { audit: 'human_review', state: 'pending', runs: 0, due: null }],
  ])('puts “%s” where it belongs', async (title, expected) => {
    const id = await publish({ title });
    await notes.auditDue(after(2));
    expect(await stateOf(id)).toEqual(expected);
  });

  it('opens one run a note when two workers audit at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => publish()));
    const totals = await Promise.all([1, 2, 3].map(() => poolsOn(database.db).notes.auditDue(after(2))));
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(30);
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ audit: 'passed', runs: 1 });
  });

  describe('with a note whose audit breaks', () => {
    let poisoned: string;
    let tries: Date[];

    // Each try is logged with its stack, which is right in production and a page of noise here.
    beforeAll(() => Logger.overrideLogger(false));
    afterAll(() => Logger.overrideLogger(true));
    beforeEach(async () => {
      tries = [];
      // Registered after the pools: their run of the poisoned note has to go again with its answer.
      notes.onAudited(async (tx, audited) => {
        if (!audited.some(({ id }) => id === poisoned)) return;
        tries.push(new Date());
        await tx.query('select 1 / 0');
      });
      poisoned = await publish({ title: '坏了的笔记' });
    });

    it('answers all the others, before it and after it', async () => {
      const others = await Promise.all(Array.from({ length: 5 }, () => publish()));
      await notes.auditDue(after(2));
      for (const id of others) expect(await stateOf(id)).toMatchObject({ audit: 'passed', runs: 1 });
      expect(await stateOf(poisoned)).toMatchObject({ audit: 'pending', state: 'pending', runs: 0 });
    });

    it('tries it again, each time after a longer pause, an hour at most', async () => {
      const pauses: number[] = [];
      let now = after(2);
      for (let round = 0; round < 12; round++) {
        await notes.auditDue(now);
        const { due } = (await stateOf(poisoned)) ?? {};
        if (!due) throw new Error('the note is not due again');
        pauses.push((due.getTime() - now.getTime()) / 1000);
        expect(await notes.auditDue(new Date(due.getTime() - 1))).toBe(0);
        now = due;
      }
      expect(pauses.slice(0, 4)).toEqual([10, 20, 40, 80]);
      expect(pauses.at(-1)).toBe(3600);
      expect(tries).toHaveLength(12);
    });

    it('lets it through once it is mended', async () => {
      await notes.auditDue(after(2));
      const id = poisoned;
      poisoned = '';
      await notes.auditDue(after(12));
      expect(await stateOf(id)).toEqual({ audit: 'passed', state: 'climbing', runs: 1, due: null });
    });
  });
});
