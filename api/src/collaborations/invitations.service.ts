import { Injectable } from '@nestjs/common';
import type { InviteCreator, OrderBasis, OrderView } from '@poolrise/contracts';
import {
  type Category,
  type CooperationOrder,
  dayInShanghai,
  holdLegs,
  noSample,
  type OrderRules,
  orderRulesOn,
  priceOrder,
  usualRights,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { joinCampaign } from '../campaign-ties/join-campaign';
import { noSuchCreator } from '../creators/no-such-creator';
import { Db } from '../db/db';
import { holdDeskOf } from '../desks/desk-of';
import type { Actor } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { KeptOrder } from './kept-order.entity';
import { columnsOf } from './order-columns';
import { OrderBooks } from './order-books';
import { insertStep } from './order-steps';
import { offerDetail } from './order-terms';
import { orderView } from './order-views';

interface AskedCreator {
  name: string;
  imageCents: number | null;
  videoCents: number | null;
  categories: Category[];
  deskId: string | null;
  brandName: string;
}

/** Asking a creator for a note. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly books: OrderBooks,
  ) {}

  /** What an invitation stands on. @throws Refused not-found */
  basis(workspaceId: string, creatorId: string, now = new Date()): Promise<OrderBasis> {
    return this.db.asEngine(async (tx) => {
      const asked = await this.asked(tx, workspaceId, creatorId, 'path.creatorId');
      const { name, deskId, imageCents, videoCents, categories } = asked;
      return {
        creatorId,
        creatorName: name,
        reachable: deskId !== null,
        imageCents,
        videoCents,
        categories,
        cashCents: await this.books.cash(tx, workspaceId),
        rules: rulesOn(now),
      };
    });
  }

  /**
   * Invites a creator and holds the price, or returns the order already made under the same request key. `within` is a
   * transaction under the engine's hat.
   * @throws Refused not-found, creator-not-here, wallet-too-low, request-key-reused, invalid-input
   */
  async invite(
    caller: Actor,
    ask: InviteCreator,
    now = new Date(),
    within?: EntityManager,
  ): Promise<OrderView> {
    const { workspaceId } = caller;
    const personId = caller.person?.id ?? null;
    const { requestKey, ...input } = ask;
    const requestHash = requestFingerprint(input);
    const invite = async (tx: EntityManager): Promise<OrderView> => {
      const cashCents = await this.books.lock(tx, workspaceId);
      const earlier = await tx.findOneBy(KeptOrder, { workspaceId, requestKey });
      if (earlier && earlier.requestHash !== requestHash)
        throw new Refused('request-key-reused', { field: '/requestKey' });
      if (earlier) return orderView(tx, earlier.id, 'brand', workspaceId);

      const asked = await this.asked(tx, workspaceId, ask.creatorId, '/creatorId');
      if (!asked.deskId || asked.deskId === workspaceId)
        throw new Refused('creator-not-here', { field: '/creatorId' });
      // A tie that is being undone is gone by the time this goes on.
      if ((await holdDeskOf(tx, ask.creatorId)) !== asked.deskId)
        throw new Refused('creator-not-here', { field: '/creatorId' });
      const life = invitation(ask, rulesOn(now), now);
      const missingCents = life.heldCents - cashCents;
      if (missingCents > 0)
        throw new Refused('wallet-too-low', { field: '/quoteCents', figures: { missingCents } });

      const campaignId = await joinCampaign(tx, workspaceId, ask.campaignId, now);
      const { name, brief, category, language, creatorId } = ask;
      const kept = await tx.save(
        tx.create(KeptOrder, {
          ...columnsOf(life),
          workspaceId,
          deskId: asked.deskId,
          creatorId,
          campaignId,
          requestKey,
          requestHash,
          name,
          brandName: asked.brandName,
          brief,
          category,
          language,
          version: 1,
          createdBy: personId,
          createdAt: now,
          changedAt: now,
        }),
      );
      await insertStep(tx, kept, {
        kind: 'invite',
        actor: 'brand',
        personId,
        at: now,
        detail: offerDetail(life),
      });
      await this.books.post(tx, kept, holdLegs(0, life.heldCents), personId, now);
      const detail = { name, creatorId, quoteCents: ask.quoteCents };
      await audit(tx, { workspaceId, personId, action: 'order.invited', subjectId: kept.id, detail });
      for (const side of [workspaceId, asked.deskId]) await announce(tx, side, 'orders');
      if (campaignId) await announce(tx, workspaceId, 'campaigns');
      return orderView(tx, kept.id, 'brand', workspaceId);
    };
    const view = await (within ? invite(within) : this.db.asEngine(invite));
    this.jobs.nudge('order-timers');
    return view;
  }

  private async asked(
    tx: EntityManager,
    workspaceId: string,
    creatorId: string,
    field: string,
  ): Promise<AskedCreator> {
    const [asked] = await tx.query<AskedCreator[]>(
      `select c.name, c.image_cents as "imageCents", c.video_cents as "videoCents", c.categories, d.id as "deskId",
              (select name from workspace where id = $1) as "brandName"
         from creator c left join workspace d on d.creator_id = c.id
        where c.id = $2 and c.deleted_at is null`,
      [workspaceId, creatorId],
    );
    if (!asked) throw noSuchCreator(field);
    return asked;
  }
}

const rulesOn = (now: Date): OrderRules => orderRulesOn(dayInShanghai(now));

/** @throws Refused invalid-input naming what the rules do not allow */
function invitation(ask: InviteCreator, rules: OrderRules, now: Date): CooperationOrder {
  const { protectionDaysLeast: least, protectionDaysMost: most } = rules;
  if (ask.protectionDays < least || ask.protectionDays > most)
    throw fault('/protectionDays', `a note is protected for ${least} to ${most} days`);
  if (ask.revisionsMost !== undefined && ask.revisionsMost > rules.rejectionsMost)
    throw fault('/revisionsMost', `a draft is sent back at most ${rules.rejectionsMost} times`);
  const draftDueAt = Date.parse(ask.draftDueAt);
  if (draftDueAt <= now.getTime()) throw fault('/draftDueAt', 'lies in the past: name a day to come');
  const { noteType, withSample, withOutline, withAdAudit, effectMode, protectionDays, quoteCents } = ask;
  const centsPerThousandReads = ask.centsPerThousandReads ?? null;
  return {
    mode: centsPerThousandReads === null ? 'custom' : 'co-creation',
    state: 'invited',
    since: now.getTime(),
    terms: {
      noteType,
      withSample,
      withOutline,
      withAdAudit,
      effectMode,
      draftDueAt,
      protectionDays,
      centsPerThousandReads,
      rights: ask.rights === undefined ? usualRights : ask.rights,
      ...(ask.revisionsMost !== undefined && { revisionsMost: ask.revisionsMost }),
    },
    rules,
    offer: { by: 'brand', quoteCents, protectionDays },
    heldCents: priceOrder(quoteCents, { effectMode }, rules).totalCents,
    rejections: 0,
    draftedOnce: false,
    publishedAt: null,
    request: null,
    mayRemove: false,
    disputed: null,
    extension: null,
    extensions: [],
    sample: noSample,
  };
}

const fault = (field: string, detail: string): Refused =>
  new Refused('invalid-input', { field, detail: `${field}: ${detail}.` });
