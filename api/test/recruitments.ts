import type { AnswerApplication, ApplicantRow, PublishRecruitment } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import type { Db } from '../src/db/db';
import { DesksQueries } from '../src/desks/desks.queries';
import { DesksService } from '../src/desks/desks.service';
import { AgreedOrdersService } from '../src/collaborations/agreed-orders.service';
import { OrderBooks } from '../src/collaborations/order-books';
import type { Caller } from '../src/http/caller';
import { ApplicationsService } from '../src/recruitments/applications.service';
import { BoardQueries } from '../src/recruitments/board.queries';
import { RecruitmentClock } from '../src/recruitments/recruitment-clock';
import { RecruitmentsQueries } from '../src/recruitments/recruitments.queries';
import { RecruitmentsService } from '../src/recruitments/recruitments.service';
import { SelectionService } from '../src/recruitments/selection.service';
import { aCreator } from './creators';
import { deafJobs } from './deaf-jobs';
import { after, ordersOn } from './orders';
import { aMember, aWorkspace } from './people';

/** The services of recruitments and of desks on a database, wired as the modules wire them. */
export function recruitmentsOn(db: Db) {
  const orders = ordersOn(db);
  const agreed = new AgreedOrdersService(new OrderBooks(orders.ledger));
  const clock = new RecruitmentClock(db);
  const queries = new RecruitmentsQueries(db, agreed);
  const board = new BoardQueries(db);
  return {
    orders,
    clock,
    queries,
    board,
    recruitments: new RecruitmentsService(db, deafJobs, agreed, queries),
    selection: new SelectionService(db, deafJobs, agreed, clock),
    applications: new ApplicationsService(db, clock, board),
    desks: new DesksService(db),
    deskQueries: new DesksQueries(db),
  };
}
export type Recruiting = ReturnType<typeof recruitmentsOn>;

/** Somebody at a workspace of this kind. */
export async function aCaller(
  db: Db,
  kind: 'brand' | 'creator' | 'platform',
  name: string,
  workspaceId?: string,
): Promise<Caller & { person: NonNullable<Caller['person']> }> {
  const room = workspaceId ?? (await aWorkspace(db, kind, name));
  const { id } = await aMember(db, room, 'owner', { name });
  return {
    workspaceId: room,
    person: { id, name, role: 'owner', workspaceKind: kind },
    key: null,
    sessionHash: null,
  };
}

/** A creator of the directory who takes orders for both kinds of notes, and their desk. */
export async function aDesk(
  db: Db,
  about: Parameters<typeof aCreator>[1] = {},
): Promise<Caller & { creatorId: string }> {
  const creatorId = await aCreator(db, about);
  const caller = await aCaller(db, 'creator', about.name ?? '小满');
  await db.asEngine(async (tx) => {
    await tx.query('update creator set accepts_image = true, accepts_video = true where id = $1', [
      creatorId,
    ]);
    await tx.query('update workspace set creator_id = $1 where id = $2', [creatorId, caller.workspaceId]);
  });
  return { ...caller, creatorId };
}

/** Three creators of a thousand followers or more are wanted, for 800 to 1,500 yuan, within a week. */
export const aRecruitmentAsk = (ask: Partial<PublishRecruitment> = {}): PublishRecruitment => ({
  name: '冷泡茶夏日',
  brief: '写一杯带出门的冷泡茶，不写功效。',
  noteType: 'image',
  category: 'food',
  language: 'zh',
  quoteLeastCents: 80_000,
  quoteMostCents: 150_000,
  wanted: 3,
  applyUntil: after(24 * 7).toISOString(),
  draftDays: 10,
  withSample: false,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  protectionDays: 30,
  requirements: {
    followersLeast: 1_000,
    followersMost: null,
    categories: [],
    health: 'ordinary',
    withoutUnusual: false,
  },
  requestKey: randomUUID(),
  ...ask,
});

export const anAnswer = (
  kind: AnswerApplication['kind'],
  { version }: Pick<ApplicantRow, 'version'>,
  words = '',
): AnswerApplication => ({ kind, version, words });
