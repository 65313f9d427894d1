import { randomUUID } from 'node:crypto';
import { aPaidOrder, type AgencyCast, agencyDeskOn, anAgencyCast, closed } from '../../test/agency-months';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember } from '../../test/people';

const inOctober = new Date('2026-10-12T04:00:00Z');
const inNovember = new Date('2026-11-12T04:00:00Z');
const december = new Date('2026-12-02T04:00:00Z');
const scheme = { percentBasisPoints: 800, retainerCents: 300_000, rebateShareBasisPoints: 5_000 };

describe('a month of a client', () => {
  let database: TestDatabase;
  let cast: AgencyCast;
  let desk: ReturnType<typeof agencyDeskOn>;

  beforeEach(async () => {
    database = await freshDatabase();
    desk = agencyDeskOn(database.db);
    cast = await anAgencyCast(database);
    await desk.statements.setFee(cast.door, { ...scheme, fromMonth: '2026-09' }, inOctober);
  });
  afterEach(() => database.close());

  const october = (now = december) =>
    desk.books.statement(cast.agencyId, cast.zhou, cast.clientId, '2026-10', now);
  const refusalOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'let through',
      (error: { code?: string }) => error.code ?? String(error),
    );
  const spentInJournal = async (from: string, to: string) =>
    Number(
      (
        await database.owner<{ cents: string }>(
          `select coalesce(sum(e.cents), 0) as cents from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
            where t.workspace_id = $1 and e.account = 'spent' and t.at >= $2 and t.at < $3`,
          [cast.clientId, from, to],
        )
      )[0]?.cents,
    );

  it('charges what the client’s journal spent, the fee on it and the retainer', async () => {
    const orderId = await aPaidOrder(database.db, cast, inOctober);
    await desk.statements.recordRebate(
      cast.door,
      { orderId, cents: 75_000, receivedOn: '2026-10-20', requestKey: randomUUID() },
      december,
    );
    const { sums, lines, state } = await october();
    expect(sums.spentCents).toBe(await spentInJournal('2026-10-01T00:00+08:00', '2026-11-01T00:00+08:00'));
    expect(sums).toMatchObject({
      mediaCents: 550_000,
      creatorCents: 500_000,
      platformCents: 50_000,
      feeCents: 344_000,
      rebateExpectedCents: 75_000,
      rebateReceivedCents: 75_000,
      rebatePassedCents: 37_500,
      totalCents: 856_500,
      marginCents: 344_000 + 37_500,
    });
    expect(lines.map(({ kind }) => kind)).toEqual(['order', 'fee-percent', 'fee-retainer', 'rebate']);
    expect(state).toBe('open');
  });

  it('is closed once when ten close it at the same moment', async () => {
    await aPaidOrder(database.db, cast, inOctober);
    const { sums } = await october();
    const ask = { month: '2026-10', totalCents: sums.totalCents };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.statements.close(cast.door, ask, december)),
    );
    expect(
      new Set(answers.map(({ closedAt, sums: { totalCents } }) => `${closedAt} ${totalCents}`)).size,
    ).toBe(1);
    expect(
      await database.owner(
        `select (select count(*)::int from agency_statement) as statements,
                (select count(*)::int from audit_event where action = 'client.month-closed') as noted`,
      ),
    ).toEqual([{ statements: 1, noted: 1 }]);
  });

  it('stays as it was closed; what comes to light later is charged in the next, once', async () => {
    await aPaidOrder(database.db, cast, inOctober);
    const before = await closed(database.db, cast, '2026-10', december);
    // The clock was down over the end of the month, and writes under the time that was due.
    await aPaidOrder(database.db, cast, new Date('2026-10-30T04:00:00Z'), 100_000);
    await aPaidOrder(database.db, cast, inNovember, 200_000);
    await desk.statements.setFee(
      cast.door,
      { ...scheme, percentBasisPoints: 0, fromMonth: '2026-11' },
      december,
    );

    expect((await october()).sums).toEqual(before.sums);
    const november = await closed(database.db, cast, '2026-11', december);
    expect(november.lines.map(({ kind, chargedCents }) => `${kind} ${chargedCents}`).sort()).toEqual([
      'fee-retainer 300000',
      'late 110000',
      'order 220000',
    ]);
    const [sum] = await database.owner<{ charged: string }>(
      `select sum(spent_cents) as charged from agency_statement_line`,
    );
    expect(Number(sum?.charged)).toBe(
      await spentInJournal('2026-10-01T00:00+08:00', '2026-12-01T00:00+08:00'),
    );
    const next = await desk.books.statement(cast.agencyId, cast.zhou, cast.clientId, '2026-12', december);
    expect(next.sums.spentCents).toBe(0);
  });

  it('takes corrections and rebates of a closed month into the first that is open', async () => {
    const orderId = await aPaidOrder(database.db, cast, inOctober);
    await closed(database.db, cast, '2026-10', december);
    const correction = { month: '2026-10', cents: -20_000, reason: 'late note', requestKey: randomUUID() };
    const rebate = { orderId, cents: 10_001, receivedOn: '2026-10-31', requestKey: randomUUID() };
    expect(await desk.statements.adjust(cast.door, correction, december)).toEqual({ month: '2026-11' });
    expect(await desk.statements.adjust(cast.door, correction, december)).toEqual({ month: '2026-11' });
    expect(await desk.statements.recordRebate(cast.door, rebate, december)).toEqual({ month: '2026-11' });
    expect(await refusalOf(desk.statements.recordRebate(cast.door, { ...rebate, cents: 9 }, december))).toBe(
      'request-key-reused',
    );
    const { sums, lines } = await closed(database.db, cast, '2026-11', december);
    expect(sums).toMatchObject({
      adjustmentCents: -20_000,
      rebateReceivedCents: 10_001,
      rebatePassedCents: 5_000,
    });
    expect(lines.find(({ kind }) => kind === 'adjustment')?.name).toBe('2026-10 · late note');
  });

  it('is refused before it is over, out of turn, and when it has moved since it was seen', async () => {
    const close = (month: string, totalCents = 300_000) =>
      refusalOf(desk.statements.close(cast.door, { month, totalCents }, december));
    expect(await close('2026-12')).toBe('month-not-over');
    expect(await close('2027-01')).toBe('month-not-over');
    expect(await close('2026-10', 1)).toBe('statement-moved-on');
    expect(await close('2026-10')).toBe('let through');
    expect(await close('2026-09')).toBe('month-out-of-turn');
    expect(await refusalOf(desk.statements.send(cast.door, '2026-11', december))).toBe('month-not-closed');
    expect(
      await refusalOf(desk.statements.setFee(cast.door, { ...scheme, fromMonth: '2026-10' }, december)),
    ).toBe('month-closed');
  });

  it('takes no rebate above what the creator was paid, nor one of a day ahead', async () => {
    const orderId = await aPaidOrder(database.db, cast, inOctober);
    const record = (cents: number, receivedOn = '2026-10-20') =>
      refusalOf(
        desk.statements.recordRebate(
          cast.door,
          { orderId, cents, receivedOn, requestKey: randomUUID() },
          december,
        ),
      );
    expect(await record(500_001)).toBe('rebate-above-price');
    expect(await record(1, '2026-12-03')).toBe('invalid-input');
    expect(await Promise.all([record(300_000), record(300_000)])).toEqual(
      expect.arrayContaining(['let through', 'rebate-above-price']),
    );
  });

  it('cannot be kept with lines that are not its total', async () => {
    await aPaidOrder(database.db, cast, inOctober);
    await closed(database.db, cast, '2026-10', december);
    await expect(
      database.owner('update agency_statement set total_cents = total_cents + 1'),
    ).rejects.toMatchObject({ constraint: 'statement_adds_up' });
  });

  it('is seen by those of the agency alone who were let into the room', async () => {
    const { id } = await aMember(database.db, cast.agencyId, 'owner', { name: 'Qiao' });
    const qiao = { ...cast.zhou, id, name: 'Qiao' };
    const look = desk.books.statement(cast.agencyId, qiao, cast.clientId, '2026-10', december);
    expect(await refusalOf(look)).toBe('not-found');
    const { items } = await desk.books.margin(cast.agencyId, qiao, { month: '2026-10', limit: 20 }, december);
    expect(items).toEqual([]);
    const door = { ...cast.door, person: qiao };
    expect(await refusalOf(desk.statements.close(door, { month: '2026-10', totalCents: 0 }, december))).toBe(
      'not-found',
    );
  });

  it('is shown to the client once it was sent, without the agency’s own side', async () => {
    const orderId = await aPaidOrder(database.db, cast, inOctober);
    await desk.statements.recordRebate(
      cast.door,
      { orderId, cents: 75_000, receivedOn: '2026-10-20', requestKey: randomUUID() },
      december,
    );
    await closed(database.db, cast, '2026-10', december);
    const seen = () => desk.books.sentMonth(cast.clientId, '2026-10', december);
    expect(await refusalOf(seen())).toBe('not-found');
    await desk.statements.send(cast.door, '2026-10', december);
    const month = await seen();
    expect(month.totalCents).toBe(856_500);
    expect(JSON.stringify(month)).not.toMatch(/margin|creatorCents|Received|Expected|75000/i);
    expect(await desk.books.sent(cast.clientId, { limit: 20 })).toMatchObject({
      items: [{ month: '2026-10', totalCents: 856_500 }],
    });
    for (const format of ['csv', 'xlsx', 'pdf'] as const) {
      const file = await desk.files.ofClient(
        cast.clientId,
        cast.zhou,
        { month: '2026-10', format, language: 'zh-CN' },
        december,
      );
      const chunks: Buffer[] = [];
      for await (const chunk of file.getStream()) chunks.push(Buffer.from(chunk as Uint8Array));
      const bytes = Buffer.concat(chunks);
      expect([format, bytes.length > 400]).toEqual([format, true]);
      if (format === 'csv') expect(bytes.toString()).toContain('应付合计,8565');
    }
  });
});
