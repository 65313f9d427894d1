import { orderRulesOn } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { dayMs, noon } from '../../test/orders';
import { aWorkspace } from '../../test/people';
import { aDesk, aRecruitingBrand, aRecruitmentAsk, recruitmentsOn } from '../../test/recruitments';
import { startServer, type TestServer } from '../../test/server';
import { TodayQueries } from './today.queries';

describe('orders on a creator’s first page', () => {
  let database: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });
  const today = (desk: string) => server.app.get(TodayQueries).today(desk, 'creator', noon);

  /** An order that waits for its creator, and asks for its draft on this day. */
  async function anOrder(
    desk: { workspaceId: string; creatorId: string },
    name: string,
    about: { state: string; draftDueAt: number; dueAt?: Date; centsPerThousandReads?: number },
  ): Promise<void> {
    const brand = await aWorkspace(database.db, 'brand', '林家茶');
    const terms = {
      ...{ noteType: 'image', withSample: false, withOutline: true, withAdAudit: false, effectMode: false },
      ...{
        protectionDays: 30,
        draftDueAt: about.draftDueAt,
        centsPerThousandReads: about.centsPerThousandReads ?? null,
      },
    };
    await database.owner(
      `insert into cooperation_order (workspace_id, desk_id, creator_id, request_key, request_hash, mode, name, brand_name, brief,
         category, language, state, since, terms, rules, offer, quote_cents, brand_fee_cents, effect_fee_cents, creator_fee_cents,
         held_cents, waits_for, due_at, version, created_at, changed_at)
       values ($1, $2, $3, gen_random_uuid(), '', 'custom', $4, '林家茶', 'tea', 'food', 'zh', $5, $6, $7, $8,
         '{"by": "brand", "quoteCents": 260000, "protectionDays": 30}', 260000, 26000, 0, 26000, 286000, 'creator', $9, 1, $6, $6)`,
      [
        brand,
        desk.workspaceId,
        desk.creatorId,
        name,
        about.state,
        noon,
        JSON.stringify(terms),
        JSON.stringify(orderRulesOn('2026-11-02')),
        about.dueAt ?? null,
      ],
    );
  }

  it('are due on the day that was agreed on for the draft, and late after it', async () => {
    const desk = await aDesk(database.db);
    const at = (days: number) => noon.getTime() + days * dayMs;
    await anOrder(desk, 'due', { state: 'draft-due', draftDueAt: at(7) });
    await anOrder(desk, 'late', { state: 'draft-due', draftDueAt: at(-1) });
    await anOrder(desk, 'outline', { state: 'outline-due', draftDueAt: at(2) });
    // The clock of an offer comes before the day of a draft that nobody agreed on yet.
    await anOrder(desk, 'offer', { state: 'invited', draftDueAt: at(1), dueAt: new Date(at(3)) });
    const { things } = await today(desk.workspaceId);
    const day = (lapsesAt: string | null) =>
      lapsesAt === null ? null : (Date.parse(lapsesAt) - noon.getTime()) / dayMs;
    expect(
      things.map(({ title, kind, state, urgency, lapsesAt }) => [title, kind, state, urgency, day(lapsesAt)]),
    ).toEqual([
      ['late', 'order-late', 'draft-due', 'overdue', -1],
      ['outline', 'order-step', 'outline-due', 'soon', 2],
      ['offer', 'offer', 'invited', 'soon', 3],
      ['due', 'order-step', 'draft-due', 'later', 7],
    ]);
  });

  it('are told with what is left after the fee, and end the first steps of a desk that never applied', async () => {
    const desk = await aDesk(database.db);
    expect((await today(desk.workspaceId)).steps.applied).toBe(false);
    await anOrder(desk, 'due', { state: 'draft-due', draftDueAt: noon.getTime() + dayMs });
    await anOrder(desk, 'by reads', {
      state: 'draft-due',
      draftDueAt: noon.getTime() + 2 * dayMs,
      centsPerThousandReads: 9_000,
    });
    const { things, steps } = await today(desk.workspaceId);
    expect(steps.applied).toBe(true);
    expect(things.map(({ cents, centsAtMost }) => [cents, centsAtMost])).toEqual([
      [234_000, false],
      [234_000, true],
    ]);
  });

  it('stand beside recruitments that tell the most that is left after the fee', async () => {
    const desk = await aDesk(database.db, { followers: 5_000 });
    const house = recruitmentsOn(database.db);
    const brand = await aRecruitingBrand(database.db, house, 10_000_000);
    await house.recruitments.publish(
      brand,
      aRecruitmentAsk({ applyUntil: new Date(noon.getTime() + 3 * dayMs).toISOString() }),
      noon,
    );
    const { things } = await today(desk.workspaceId);
    expect(things.map(({ kind, cents }) => [kind, cents])).toEqual([['recruitment-closing', 135_000]]);
  });
});
