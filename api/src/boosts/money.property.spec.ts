import { randomUUID } from 'node:crypto';
import { heldAccounts } from '@poolrise/domain';
import fc from 'fast-check';
import {
  aBrandWithNote,
  anAsk,
  balancesOf,
  type Brand,
  deliver,
  type Money,
  moneyOn,
} from '../../test/money';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { Refused } from '../http/refused';
import { sumCheck } from '../insights/sum-check';

const hourMs = 3_600_000;

type Command =
  | { do: 'top up'; cents: number }
  | { do: 'give'; bucket: 'rebate' | 'compensation' | 'credit'; cents: number }
  | { do: 'grant'; kind: 'fixed' | 'ratio' | 'traffic'; size: number; hours: number; stackable: boolean }
  | { do: 'launch'; budgetCents: number; durationHours: number; inHours: number; vouchers: number[] }
  | { do: 'deliver'; boost: number; impressions: number }
  | { do: 'settle' }
  | { do: 'stop'; boost: number }
  | { do: 'expire' }
  | { do: 'wait'; hours: number };

const index = fc.nat({ max: 50 });
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('top up' as const), cents: fc.integer({ min: 100, max: 60_000 }) }),
  fc.record({
    do: fc.constant('give' as const),
    bucket: fc.constantFrom('rebate' as const, 'compensation' as const, 'credit' as const),
    cents: fc.integer({ min: 1, max: 9_999 }),
  }),
  fc.record({
    do: fc.constant('grant' as const),
    kind: fc.constantFrom('fixed' as const, 'ratio' as const, 'traffic' as const),
    size: fc.integer({ min: 1, max: 9_999 }),
    hours: fc.integer({ min: 1, max: 100 }),
    stackable: fc.boolean(),
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('launch' as const),
      budgetCents: fc.integer({ min: 7_500, max: 30_000 }),
      durationHours: fc.integer({ min: 6, max: 72 }),
      inHours: fc.constantFrom(0, 0, 0, 5),
      vouchers: fc.array(index, { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      boost: index,
      impressions: fc.integer({ min: 1, max: 9_000 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'settle' as const }) },
  fc.record({ do: fc.constant('stop' as const), boost: index }),
  fc.constant({ do: 'expire' as const }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }),
);

/** A workspace, its clock, and what it was given so far. */
class Books {
  readonly boosts: string[] = [];
  readonly vouchers: string[] = [];
  now = Date.now();

  constructor(
    private readonly database: TestDatabase,
    private readonly money: Money,
    readonly brand: Brand,
  ) {}

  /** Does what is asked; a refusal is an answer like another. */
  async run(command: Command): Promise<void> {
    await this.carryOut(command).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  }

  private async carryOut(command: Command): Promise<unknown> {
    const { workspaceId } = this.brand;
    const now = new Date(this.now);
    switch (command.do) {
      case 'top up':
        return this.money.topUps.ask(
          workspaceId,
          null,
          { cents: command.cents, reference: 'x', requestKey: randomUUID() },
          now,
        );
      case 'give': {
        const given = { bucket: command.bucket, cents: command.cents, subject: 'x' };
        return this.database.db.inWorkspace(workspaceId, (tx) =>
          this.money.ledger.give(tx, workspaceId, given, now),
        );
      }
      case 'grant': {
        const sizes = {
          fixed: { faceCents: command.size },
          ratio: { faceCents: command.size, ratioBasisPoints: command.size },
          traffic: { impressions: command.size },
        };
        const grant = {
          name: command.kind,
          kind: command.kind,
          ...sizes[command.kind],
          stackable: command.stackable,
          validFrom: new Date(this.now - hourMs),
          expiresAt: new Date(this.now + command.hours * hourMs),
          grantedBy: 'Poolrise',
        };
        return this.vouchers.push(
          await this.database.db.inWorkspace(workspaceId, (tx) =>
            this.money.vouchers.grant(tx, workspaceId, grant, now),
          ),
        );
      }
      case 'launch': {
        const { budgetCents, durationHours } = command;
        const chosen = command.vouchers
          .map((at) => this.vouchers[at % this.vouchers.length])
          .filter((id) => id !== undefined);
        const startsAt = new Date(this.now + command.inHours * hourMs).toISOString();
        const ask = anAsk(this.brand, { budgetCents, durationHours, startsAt, voucherIds: chosen });
        return this.boosts.push((await this.money.boosts.launch(workspaceId, null, ask, now)).id);
      }
      case 'deliver': {
        const id = this.boosts[command.boost % this.boosts.length];
        return id && deliver(this.database.db, id, command.impressions);
      }
      case 'settle':
        return this.money.boosts.settleDue(now);
      case 'stop': {
        const id = this.boosts[command.boost % this.boosts.length];
        return id && this.money.boosts.stop(workspaceId, null, id, now);
      }
      case 'expire':
        return this.money.vouchers.lapseExpired(now);
      case 'wait':
        this.now += command.hours * hourMs;
        return;
    }
  }

  /** What is true of the books at any moment. */
  async expectSound(): Promise<void> {
    const balances = await balancesOf(this.database.db, this.brand);
    expect(Object.values(balances).reduce((sum, cents) => sum + cents, 0)).toBe(0);
    for (const held of [...heldAccounts, 'spent', 'expired'])
      expect(balances[held] ?? 0).toBeGreaterThanOrEqual(0);
    const wallet = await this.money.ledgerQueries.wallet(this.brand.workspaceId);
    expect(wallet.balanced).toBe(true);
    const holds = Object.values(wallet.held);
    expect(Math.min(...holds, wallet.creditOwedCents)).toBeGreaterThanOrEqual(0);
    expect(holds.reduce((sum, cents) => sum + cents, 0)).toBe(wallet.reservedCents);
    expect(wallet.creditCents + wallet.held.credit + wallet.creditOwedCents).toBe(wallet.creditLimitCents);
  }

  /** Long after: everything has come to its end. */
  async expectClosed(): Promise<void> {
    this.now += 90 * 24 * hourMs;
    await this.run({ do: 'settle' });
    await this.run({ do: 'expire' });
    const balances = await balancesOf(this.database.db, this.brand);
    expect({ reserved: balances['reserved'] ?? 0, voucher: balances['voucher'] ?? 0 }).toEqual({
      reserved: 0,
      voucher: 0,
    });
  }
}

describe('the books of a workspace', () => {
  let database: TestDatabase;
  let money: Money;

  beforeAll(async () => {
    database = await freshDatabase();
    money = moneyOn(database.db);
  });
  afterAll(() => database.close());

  const expectSums = async () => {
    const results = await sumCheck((sql) => database.owner(sql));
    // `deliver` stands in for ingest: there are counts here and no paid events behind them.
    expect(results.filter(({ name, different }) => different > 0 && !name.includes('paid'))).toEqual([]);
  };

  it('are sound after every step and closed at the end, in whatever order things happen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 30 }), async (commands) => {
        const books = new Books(database, money, await aBrandWithNote(database.db));
        for (const each of commands) {
          await books.run(each);
          await books.expectSound();
        }
        await books.expectClosed();
      }),
      { numRuns: 20 },
    );
    await expectSums();
  }, 120_000);

  it('are sound when things happen at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(command, { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 6 }),
        async (moments) => {
          const books = new Books(database, money, await aBrandWithNote(database.db));
          await books.run({ do: 'top up', cents: 60_000 });
          for (const moment of moments) {
            await Promise.all(moment.map((each) => books.run(each)));
            await books.expectSound();
          }
          await books.expectClosed();
        },
      ),
      { numRuns: 10 },
    );
    await expectSums();
  }, 120_000);
});
