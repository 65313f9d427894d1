import { Injectable } from '@nestjs/common';
import type { CommentDraft, GiveAddress, HandInDraft, MoveOrder, OrderView } from '@poolrise/contracts';
import { moveOrder, type OrderMove, wasRefused } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { Actor, Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { JobsService } from '../jobs/jobs.service';
import { requestFingerprint } from '../ledger/request-fingerprint';
import { announce } from '../live/announce';
import { auditFindings } from '../notes/audit';
import { NotesService } from '../notes/notes.service';
import { copyToNote } from './draft-media';
import type { KeptOrder } from './kept-order.entity';
import { lifeOf } from './order-columns';
import { OrderAddresses } from './order-addresses';
import { OrderBooks } from './order-books';
import { OrderClock } from './order-clock';
import { type HeldOrder, lockOrder, type OrderParty, partyOf, platformParty } from './order-door';
import { answerDraft, commentOn, draftInHand, keepDraft } from './order-drafts';
import { refusalOf } from './order-refusals';
import { recordStep, type StepTaken, wasDone } from './order-steps';
import { detailOf, moveOf } from './order-terms';
import { orderView } from './order-views';

type Judges = (tx: EntityManager) => Promise<OrderParty>;

/** What the two sides, and the platform, do to an order. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
    private readonly books: OrderBooks,
    private readonly clock: OrderClock,
    private readonly notes: NotesService,
    private readonly addresses: OrderAddresses,
  ) {}

  /**
   * Makes a move, or returns the order when the same request was carried out before. `within` is a transaction under the
   * engine's hat, before which what was due has been done.
   * @throws Refused not-found, order-moved-on, order-move-refused, wallet-too-low, order-not-publishable, request-key-reused
   */
  move(
    actor: Actor,
    orderId: string,
    ask: MoveOrder,
    now = new Date(),
    within?: EntityManager,
  ): Promise<OrderView> {
    return this.moveAs((tx) => partyOf(tx, actor, orderId), orderId, ask, now, within);
  }

  /** The same for the platform's people. @throws Refused also platform-only */
  judge(caller: Caller, orderId: string, ask: MoveOrder, now = new Date()): Promise<OrderView> {
    return this.moveAs((tx) => platformParty(tx, caller), orderId, ask, now);
  }

  private async moveAs(
    judges: Judges,
    orderId: string,
    ask: MoveOrder,
    now: Date,
    within?: EntityManager,
  ): Promise<OrderView> {
    const { requestKey, version, words } = ask;
    const move = moveOf(ask);
    const view = await this.act(
      judges,
      orderId,
      { requestKey, version, ask, now, within },
      async (tx, held, party) => {
        const { kept } = held;
        const before = kept.state;
        const noteId = move.kind === 'publish' ? await this.publish(tx, kept, now) : undefined;
        await this.step(tx, held, party, move, { words, now, requestKey, ask }, noteId ? { noteId } : {});
        await answerDraft(tx, kept, before, move.kind);
      },
    );
    if (move.kind === 'publish') this.notes.nudgeAudit(view.category);
    return view;
  }

  /**
   * Hands in what the order waits for. A draft is audited by machine at once; what the machine leaves to a person waits at
   * the platform's desk.
   * @throws Refused not-found, order-moved-on, order-move-refused, too-many-drafts, draft-media-unfit, request-key-reused
   */
  handIn(caller: Caller, orderId: string, ask: HandInDraft, now = new Date()): Promise<OrderView> {
    const { requestKey, version, words } = ask;
    const judges: Judges = (tx) => partyOf(tx, caller, orderId);
    return this.act(judges, orderId, { requestKey, version, ask, now }, async (tx, held, party) => {
      const { kept } = held;
      const kind = kept.state === 'outline-due' ? ('outline' as const) : ('draft' as const);
      const move: OrderMove = { kind: kind === 'outline' ? 'submit-outline' : 'submit-draft' };
      await this.step(tx, held, party, move, { words, now, requestKey, ask });
      await keepDraft(tx, kept, kind, ask, party, now);
      if (kind === 'draft') await this.auditByMachine(tx, held, ask, now);
    });
  }

  /**
   * Says where the sample goes. The address itself is in no step, hash or record of what was done.
   * @throws Refused not-found, order-moved-on, order-move-refused, request-key-reused, invalid-input, addresses-not-kept
   */
  async giveAddress(
    caller: Caller,
    orderId: string,
    given: GiveAddress,
    now = new Date(),
  ): Promise<OrderView> {
    const { requestKey, version } = given;
    const { address, fingerprint } = this.addresses.checked(given.address);
    const ask = { requestKey, version, fingerprint };
    const judges: Judges = (tx) => partyOf(tx, caller, orderId);
    return this.act(judges, orderId, { requestKey, version, ask, now }, async (tx, held, party) => {
      await this.step(tx, held, party, { kind: 'give-address' }, { words: '', now, requestKey, ask });
      await this.addresses.keep(tx, held.kept, address, party, now);
    });
  }

  /** Says something about a draft. @throws Refused not-found, too-many-drafts, request-key-reused */
  comment(caller: Caller, orderId: string, ask: CommentDraft, now = new Date()): Promise<OrderView> {
    return this.db.asEngine(async (tx) => {
      const party = await partyOf(tx, caller, orderId);
      const held = await lockOrder(tx, this.books, orderId);
      if (!held) throw new Refused('not-found', { field: 'path.orderId' });
      await commentOn(tx, held.kept, party, ask, now);
      for (const side of new Set([held.kept.workspaceId, held.kept.deskId]))
        await announce(tx, side, 'orders');
      return orderView(tx, orderId, party.side, party.workspaceId);
    });
  }

  /**
   * What every act on an order has in common: what is due is done first, the wallet and the order are held, a repeated
   * request changes nothing, and nobody runs over what others did meanwhile.
   */
  private async act(
    judges: Judges,
    orderId: string,
    request: {
      requestKey: string;
      version: number;
      ask: object;
      now: Date;
      within?: EntityManager | undefined;
    },
    work: (tx: EntityManager, held: HeldOrder, party: OrderParty) => Promise<void>,
  ): Promise<OrderView> {
    const { within } = request;
    // In a transaction of its own, so that it stays done when the act is refused because of it.
    if (!within) await this.clock.advance(orderId, request.now);
    const act = async (tx: EntityManager): Promise<OrderView> => {
      const party = await judges(tx);
      const held = await lockOrder(tx, this.books, orderId);
      if (!held) throw new Refused('not-found', { field: 'path.orderId' });
      const { kept } = held;
      if (!(await wasDone(tx, orderId, request.requestKey, hashOf(request.ask)))) {
        if (kept.version !== request.version)
          throw new Refused('order-moved-on', {
            field: '/version',
            figures: { version: request.version, current: kept.version },
          });
        await work(tx, held, party);
      }
      return orderView(tx, orderId, party.side, party.workspaceId);
    };
    const view = await (within ? act(within) : this.db.asEngine(act));
    this.jobs.nudge('order-timers');
    return view;
  }

  private async step(
    tx: EntityManager,
    { kept, cashCents }: HeldOrder,
    party: OrderParty,
    move: OrderMove,
    about: { words: string; now: Date; requestKey: string; ask: object },
    change: { noteId?: string } = {},
  ): Promise<void> {
    const before = lifeOf(kept);
    const outcome = moveOrder({
      order: before,
      move,
      by: party.side,
      now: about.now.getTime(),
      cashCents,
    });
    if (wasRefused(outcome)) throw refusalOf(outcome);
    const taken: StepTaken = {
      kind: move.kind,
      actor: party.side,
      personId: party.personId,
      at: about.now,
      words: about.words,
      detail: detailOf(move, before, outcome.order),
      requestKey: about.requestKey,
      requestHash: hashOf(about.ask),
    };
    await recordStep(tx, kept, outcome.order, taken, change);
    await this.books.post(tx, kept, outcome.legs, party.personId, about.now);
    await audit(tx, {
      workspaceId: party.workspaceId,
      personId: party.personId,
      action: 'order.moved',
      subjectId: kept.id,
      detail: { move: move.kind, state: kept.state },
    });
  }

  private async auditByMachine(
    tx: EntityManager,
    held: HeldOrder,
    ask: HandInDraft,
    now: Date,
  ): Promise<void> {
    const findings = auditFindings(ask.title, ask.body, ask.topics);
    const gravest = findings[0]?.leadsTo ?? 'passed';
    if (gravest === 'human_review') return;
    const kind = gravest === 'rejected' ? 'fail-audit' : 'pass-audit';
    const { kept, cashCents } = held;
    const outcome = moveOrder({
      order: lifeOf(kept),
      move: { kind },
      by: 'platform',
      now: now.getTime(),
      cashCents,
    });
    if (wasRefused(outcome))
      throw new Error(`the audit of order ${kept.id} may not ${kind}: ${outcome.refusal}`);
    const words = findings.map(({ word }) => word).join('、');
    await recordStep(tx, kept, outcome.order, { kind, actor: 'platform', personId: null, at: now, words });
    await answerDraft(tx, kept, 'platform-audit', kind);
  }

  /** Publishes the draft that was approved, as the brand's note, labelled as a cooperation; the order's id is its key. */
  private async publish(tx: EntityManager, kept: KeptOrder, now: Date): Promise<string> {
    const draft = await draftInHand(tx, kept.id);
    if (!draft) throw new Refused('order-not-publishable');
    const noteId = await this.notes.publishIn(
      tx,
      kept.workspaceId,
      {
        creatorId: kept.creatorId,
        type: kept.terms.noteType,
        title: draft.title,
        body: draft.body,
        topics: draft.topics,
        category: kept.category,
        language: kept.language,
        disclosure: 'sponsored',
        requestKey: kept.id,
      },
      now,
    );
    await copyToNote(tx, kept, draft.version, noteId, now);
    return noteId;
  }
}

const hashOf = (ask: object): string => requestFingerprint({ ...ask, requestKey: null });
