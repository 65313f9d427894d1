import type { GiveAddress, HandInDraft, InviteCreator, MoveOrder, OrderView } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { InvitationsService } from '../src/collaborations/invitations.service';
import { AddressSeal } from '../src/collaborations/address-seal';
import { OrderAddresses } from '../src/collaborations/order-addresses';
import { OrderBooks } from '../src/collaborations/order-books';
import { OrderClock } from '../src/collaborations/order-clock';
import { OrdersQueries } from '../src/collaborations/orders.queries';
import { OrdersService } from '../src/collaborations/orders.service';
import { CreatorsService } from '../src/creators/creators.service';
import type { Db } from '../src/db/db';
import type { Caller } from '../src/http/caller';
import { LedgerService } from '../src/ledger/ledger.service';
import { NotesService } from '../src/notes/notes.service';
import { TopUpsService } from '../src/wallet/top-ups.service';
import { aCreator } from './creators';
import { deafJobs } from './deaf-jobs';
import { aMember, aWorkspace } from './people';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const noon = new Date('2026-11-02T04:00:00Z');
export const after = (hours: number): Date => new Date(noon.getTime() + hours * hourMs);

export const seal = new AddressSeal(Buffer.alloc(32, 7));

/** The services of orders on a database, wired as the modules wire them. */
export function ordersOn(db: Db) {
  const jobs = deafJobs;
  const ledger = new LedgerService();
  const books = new OrderBooks(ledger);
  const clock = new OrderClock(db, books);
  const notes = new NotesService(db, jobs, new CreatorsService(db));
  const addresses = new OrderAddresses(db, seal);
  return {
    ledger,
    addresses,
    topUps: new TopUpsService(db, ledger),
    clock,
    notes,
    invitations: new InvitationsService(db, jobs, books),
    orders: new OrdersService(db, jobs, books, clock, notes, addresses),
    queries: new OrdersQueries(db),
  };
}
export type Orders = ReturnType<typeof ordersOn>;

/** A brand with money, a creator with a desk, and the platform. */
export interface OrderCast {
  brand: Caller;
  creator: Caller;
  platform: Caller;
  creatorId: string;
}

export async function anOrderCast(db: Db, cents = 10_000_000): Promise<OrderCast> {
  const creatorId = await aCreator(db, { imageCents: 500_000 });
  const brand = await aWorkspace(db, 'brand', '林家茶');
  const desk = await aWorkspace(db, 'creator', '小满的茶桌');
  const platform = await aWorkspace(db, 'platform', '社区运营');
  await db.asEngine((tx) =>
    tx.query('update workspace set creator_id = $1 where id = $2', [creatorId, desk]),
  );
  // No amount waits for a second person here.
  await db.inWorkspace(brand, (tx) =>
    tx.query('insert into wallet_settings (workspace_id, changed_at) values ($1, now())', [brand]),
  );
  await ordersOn(db).topUps.ask(brand, null, {
    cents,
    reference: 'bank transfer',
    requestKey: randomUUID(),
  });
  const caller = async (workspaceId: string, kind: 'brand' | 'creator' | 'platform', name: string) => {
    const { id } = await aMember(db, workspaceId, 'owner', { name });
    return {
      workspaceId,
      person: { id, name, role: 'owner' as const, workspaceKind: kind },
      key: null,
      sessionHash: null,
    };
  };
  return {
    creatorId,
    brand: await caller(brand, 'brand', 'Lin'),
    creator: await caller(desk, 'creator', 'Xiaoman'),
    platform: await caller(platform, 'platform', 'Ops'),
  };
}

export const anInvite = (cast: OrderCast, ask: Partial<InviteCreator> = {}): InviteCreator => ({
  creatorId: cast.creatorId,
  name: '春茶上新',
  brief: '一杯茉莉冷泡茶，从早晨写起。',
  noteType: 'image',
  category: 'food',
  language: 'zh',
  quoteCents: 500_000,
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  protectionDays: 30,
  draftDueAt: after(24 * 7).toISOString(),
  requestKey: randomUUID(),
  ...ask,
});

export const aDraft = ({ version }: OrderView, text: Partial<HandInDraft> = {}): HandInDraft => ({
  title: '一杯好茶的早晨',
  body: '六点半，水刚好凉到八十度。',
  topics: ['冷泡茶'],
  mediaIds: [],
  coverId: null,
  words: '',
  version,
  requestKey: randomUUID(),
  ...text,
});

type PlainKind = Exclude<
  MoveOrder['kind'],
  | 'counter'
  | 'ask-removal'
  | 'resolve'
  | 'ask-extension'
  | 'counter-extension'
  | 'send-sample'
  | 'promise-sample'
>;
export const anAddress = {
  recipient: '周小满',
  phone: '138 0000 1234',
  province: 'zhejiang',
  street: '杭州市西湖区龙井路 1 号',
} as const;
export const anAddressFor = (
  { version }: OrderView,
  change: Partial<GiveAddress['address']> = {},
): GiveAddress => ({
  address: { ...anAddress, ...change },
  version,
  requestKey: randomUUID(),
});
export const aParcelFor = (
  { version }: OrderView,
  parcel: Partial<Extract<MoveOrder, { kind: 'send-sample' }>['parcel']> = {},
): MoveOrder => ({
  kind: 'send-sample',
  parcel: {
    ...{ carrier: 'sf', number: 'SF1234567890123', product: '茉莉冷泡茶', quantity: 2, valueCents: 12_800 },
    ...parcel,
  },
  sure: false,
  words: '放冰箱 Keep it cool',
  version,
  requestKey: randomUUID(),
});

/** A move as the mover sends it who has seen this order. */
export const aMove = ({ version }: OrderView, kind: PlainKind, words = ''): MoveOrder => ({
  kind,
  version,
  words,
  requestKey: randomUUID(),
});
