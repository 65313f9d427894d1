import type { AnswerProfessional, ApplyProfessional } from '@poolrise/contracts';
import { professionalDays } from '@poolrise/domain';
import { randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember } from '../../test/people';
import { aCaller } from '../../test/recruitments';
import { dayMs } from '../../test/rewards';
import { Refused } from '../http/refused';
import { NoticesQueries } from '../insights/notices.queries';
import { ProfessionalQueries } from './professional.queries';
import { ProfessionalService } from './professional.service';
import { verifiedOf } from './verified-of';

type Somebody = Awaited<ReturnType<typeof aCaller>>;
const codeOf = (error: unknown): string => (error instanceof Refused ? error.code : String(error));
const codes = async (asked: Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(asked)).map((one) => (one.status === 'fulfilled' ? 'done' : codeOf(one.reason)));

describe('professional accounts', () => {
  let database: TestDatabase;
  let queries: ProfessionalQueries;
  let service: ProfessionalService;
  let ops: Somebody;
  beforeAll(async () => {
    database = await freshDatabase(10);
    queries = new ProfessionalQueries(database.db);
    service = new ProfessionalService(database.db, queries);
    ops = await aCaller(database.db, 'platform', 'Ops');
  });
  afterAll(() => database.close());

  const picture = async (workspaceId: string, kind: 'image' | 'video' = 'image'): Promise<string> => {
    const [row] = await database.owner<{ id: string }>(
      `insert into media (workspace_id, kind, sha256, place, content_type, bytes, width, height, duration_ms, color, uploaded_at, stored_at)
       values ($1, $2, sha256(gen_random_uuid()::text::bytea), 'nowhere', 'image/webp', 9, 800, 600, $3, '#ffffff', now(), now()) returning id`,
      [workspaceId, kind, kind === 'video' ? 900 : null],
    );
    return row?.id ?? '';
  };
  const anAsk = async (
    who: Somebody,
    change: Partial<ApplyProfessional> = {},
  ): Promise<ApplyProfessional> => ({
    legalName: '杭州林家茶业有限公司',
    creditCode: '9144 0300 7152 6726xg',
    licenceMediaId: await picture(who.workspaceId),
    contactName: '林先生',
    contactPhone: '0571 8700 1234',
    requestKey: randomUUID(),
    ...change,
  });
  const apply = async (who: Somebody, change: Partial<ApplyProfessional> = {}, now = new Date()) =>
    service.apply(who.workspaceId, who.person, await anAsk(who, change), now);
  const answer = (id: string | undefined, ask: Partial<AnswerProfessional>, now = new Date(), by = ops) =>
    service.answer(
      by.workspaceId,
      by.person,
      id ?? '',
      { verdict: 'verified', reason: 'As on the licence', ...ask },
      now,
    );
  const view = (who: Somebody, now = new Date()) => queries.view(who.workspaceId, 'owner', now);
  const inDays = (days: number): Date => new Date(Date.now() + days * dayMs);
  const publicly = async (who: Somebody): Promise<boolean | undefined> =>
    (
      await database.db.read<{ verified: boolean }>(
        ops.workspaceId,
        'select professional_verified($1) as verified',
        [who.workspaceId],
      )
    )[0]?.verified;

  it('are verified from a licence, told to the bell, and hold a year', async () => {
    const lin = await aCaller(database.db, 'brand', 'Lin');
    expect(await view(lin)).toMatchObject({ verification: 'none', application: null, hindrance: null });
    const { application, verification } = await apply(lin);
    expect(verification).toBe('submitted');
    expect(application?.legal).toMatchObject({
      creditCode: '9144030071526726XG',
      licence: { kind: 'image' },
    });
    expect(await publicly(lin)).toBe(false);

    const row = await answer(application?.id, {});
    expect(row).toMatchObject({
      state: 'verified',
      workspaceName: 'Lin',
      legal: { legalName: '杭州林家茶业有限公司' },
    });
    const now = await view(lin);
    expect(now).toMatchObject({ verification: 'verified', hindrance: 'renewal-too-early' });
    expect(Date.parse(now.until ?? '') - Date.parse(now.verifiedAt ?? '')).toBe(professionalDays * dayMs);
    expect(await publicly(lin)).toBe(true);
    const asked = [lin.workspaceId, ops.workspaceId];
    expect([...(await database.db.asEngine((tx) => verifiedOf(tx, asked)))]).toEqual([lin.workspaceId]);
    expect((await view(lin, inDays(366))).verification).toBe('expired');
    const told = await new NoticesQueries(database.db).notices(
      lin.workspaceId,
      { id: lin.person.id, role: 'owner' },
      { limit: 5 },
    );
    expect(told.items.map(({ kind }) => kind)).toEqual(['professional-verified']);
  });

  it('are told of: to the platform that a licence waits, to their holder when the year is nearly over, and over', async () => {
    const lin = await aCaller(database.db, 'brand', 'Lin of the licences');
    const news = async ({ workspaceId, person }: Somebody, limit = 5) =>
      (await new NoticesQueries(database.db).notices(workspaceId, person, { limit })).items;
    const { application } = await apply(lin);
    expect((await news(ops))[0]).toMatchObject({
      ...{ kind: 'professional-waiting', subjectId: application?.id, title: 'Lin of the licences' },
    });
    expect(await news(lin)).toEqual([]);
    await answer(application?.id, { verdict: 'verified' });
    const endsIn = (days: number) =>
      database.owner(
        `update professional_application set until = now() + $2 * interval '1 day' where id = $1`,
        [application?.id, days],
      );
    const ends = async () =>
      (await news(lin)).filter(({ kind }) => /end/.test(kind)).map(({ kind, count }) => [kind, count]);
    await endsIn(31);
    expect(await ends()).toEqual([]);
    await endsIn(5);
    expect(await ends()).toEqual([
      ['professional-ending', 7],
      ['professional-ending', 30],
    ]);
    await endsIn(-1);
    expect((await ends())[0]).toEqual(['professional-ended', 0]);
  });

  it('are refused with a reason and a way out, and may be asked for again', async () => {
    const lin = await aCaller(database.db, 'creator', 'Xiaoman');
    const first = await apply(lin);
    await answer(first.application?.id, {
      verdict: 'refused',
      reason: 'The seal covers the name',
      remedy: 'clearer-licence',
    });
    expect(await view(lin)).toMatchObject({
      verification: 'refused',
      hindrance: null,
      application: { reason: 'The seal covers the name', remedy: 'clearer-licence' },
    });
    const second = await apply(lin);
    expect(second.verification).toBe('submitted');
    await answer(second.application?.id, {});
    expect((await view(lin)).verification).toBe('verified');
  });

  it('are renewed before they end without losing a day, and lose nothing while that is looked at', async () => {
    const lin = await aCaller(database.db, 'brand', 'Lin');
    await answer((await apply(lin)).application?.id, {});
    const until = Date.parse((await view(lin)).until ?? '');
    expect(await codes([apply(lin, {}, inDays(200))])).toEqual(['renewal-too-early']);
    const renewal = await apply(lin, {}, inDays(320));
    expect(renewal).toMatchObject({
      verification: 'verified',
      application: { renewal: true, state: 'submitted' },
    });
    await answer(renewal.application?.id, {}, inDays(322));
    expect(Date.parse((await view(lin, inDays(322))).until ?? '')).toBe(until + professionalDays * dayMs);
    expect((await view(lin, inDays(400))).verification).toBe('verified');
  });

  it('are suspended and given back by the platform, and ask for nothing meanwhile', async () => {
    const lin = await aCaller(database.db, 'brand', 'Lin');
    const id = (await apply(lin)).application?.id;
    await answer(id, {});
    await answer(id, { verdict: 'suspended', reason: 'The licence was revoked' });
    expect(await view(lin)).toMatchObject({
      verification: 'suspended',
      application: { reason: 'The licence was revoked' },
    });
    expect(await publicly(lin)).toBe(false);
    expect(await codes([apply(lin)])).toEqual(['professional-suspended']);
    await answer(id, { verdict: 'reinstated', reason: 'It was another firm' });
    expect((await view(lin)).verification).toBe('verified');
  });

  it('take an application back, and forget whom to call', async () => {
    const lin = await aCaller(database.db, 'brand', 'Lin');
    const id = (await apply(lin)).application?.id ?? '';
    const back = await service.withdraw(lin.workspaceId, lin.person, id);
    await service.withdraw(lin.workspaceId, lin.person, id);
    expect(back).toMatchObject({
      verification: 'none',
      hindrance: null,
      application: { state: 'withdrawn', legal: null },
    });
    const [kept] = await database.owner(
      'select contact_phone, licence_id from professional_application where id = $1',
      [id],
    );
    expect(kept).toEqual({ contact_phone: '', licence_id: null });
    expect(await codes([answer(id, {})])).toEqual(['professional-already-answered']);
  });

  it('are asked for once and decided once, whoever comes at the same moment', async () => {
    const lin = await aCaller(database.db, 'brand', 'Lin');
    const ask = await anAsk(lin);
    const same = await codes([1, 2, 3, 4].map(() => service.apply(lin.workspaceId, lin.person, ask)));
    expect(same).toEqual(['done', 'done', 'done', 'done']);
    expect(await codes([apply(lin), apply(lin)])).toEqual(['professional-waiting', 'professional-waiting']);
    expect(await codes([service.apply(lin.workspaceId, lin.person, { ...ask, legalName: '别家' })])).toEqual([
      'request-key-reused',
    ]);
    const id = (await view(lin)).application?.id ?? '';
    const other = await aCaller(database.db, 'platform', 'Other', ops.workspaceId);
    const refusal = { verdict: 'refused', reason: 'Not readable', remedy: 'clearer-licence' } as const;
    const decisions = await codes([
      answer(id, {}),
      answer(id, refusal, new Date(), other),
      service.withdraw(lin.workspaceId, lin.person, id),
      answer(id, {}),
    ]);
    const state = (await view(lin)).application?.state;
    // The same verdict of the same person counts as one decision.
    expect(decisions.filter((one) => one === 'done')).toHaveLength(state === 'verified' ? 2 : 1);
    expect(
      decisions.filter((one) => one !== 'done').every((one) => one === 'professional-already-answered'),
    ).toBe(true);
  });

  it('are for brands and creators, with a picture of their own', async () => {
    const [lin, wen] = [
      await aCaller(database.db, 'brand', 'Lin'),
      await aCaller(database.db, 'brand', 'Wen'),
    ];
    const foreign = await picture(wen.workspaceId);
    const film = await picture(lin.workspaceId, 'video');
    expect(await codes([apply(lin, { licenceMediaId: foreign }), apply(ops)])).toEqual([
      'not-found',
      'professional-not-here',
    ]);
    expect(await codes([apply(lin, { licenceMediaId: film })])).toEqual(['invalid-input']);
    expect(await codes([service.choose(lin.workspaceId, lin.person, { identity: 'food' })])).toEqual([
      'creator-desk-only',
    ]);
    const desk = await aCaller(database.db, 'creator', 'Xiaoman');
    expect((await service.choose(desk.workspaceId, desk.person, { identity: 'food' })).identity).toBe('food');
    expect((await service.choose(desk.workspaceId, desk.person, { identity: null })).identity).toBeNull();
  });

  it('show a licence to owners and the platform, and to nobody else', async () => {
    const lin = await aCaller(database.db, 'brand', 'Lin');
    const { application } = await apply(lin);
    await aMember(database.db, lin.workspaceId, 'marketer');
    expect((await queries.view(lin.workspaceId, 'marketer')).application).toMatchObject({
      state: 'submitted',
      legal: null,
    });
    const wen = await aCaller(database.db, 'brand', 'Wen');
    expect((await view(wen)).application).toBeNull();
    expect(
      await codes([
        queries.desk(wen.workspaceId, { show: 'waiting', limit: 50 }),
        answer(application?.id, {}, new Date(), wen),
        service.withdraw(wen.workspaceId, wen.person, application?.id ?? ''),
      ]),
    ).toEqual(['platform-only', 'platform-only', 'not-found']);
    const page = await queries.desk(ops.workspaceId, { show: 'waiting', limit: 50 });
    expect(page.items.map(({ id }) => id)).toContain(application?.id);
  });
});
