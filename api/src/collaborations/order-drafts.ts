import type { CommentDraft, DraftAnchor, HandInDraft } from '@poolrise/contracts';
import { orderDraftsMax } from '@poolrise/contracts';
import type { OrderMoveKind, OrderState } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Refused } from '../http/refused';
import { checkPin, keepDraftMedia } from './draft-media';
import type { KeptOrder } from './kept-order.entity';
import type { OrderParty } from './order-door';

/** Comments on the drafts of one order. */
const commentsMax = 500;

/** Keeps what was handed in as the next version. @throws Refused too-many-drafts, draft-media-unfit */
export async function keepDraft(
  tx: EntityManager,
  kept: KeptOrder,
  kind: 'outline' | 'draft',
  ask: HandInDraft,
  party: OrderParty,
  now: Date,
): Promise<void> {
  const [written] = await tx.query<{ version: number }[]>(
    `insert into order_draft (order_id, version, workspace_id, desk_id, kind, title, body, topics, person_id, at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from order_draft where order_id = $1
     returning version`,
    [kept.id, kept.workspaceId, kept.deskId, kind, ask.title, ask.body, ask.topics, party.personId, now],
  );
  const version = written?.version ?? 0;
  if (version > orderDraftsMax) throw new Refused('too-many-drafts', { figures: { most: orderDraftsMax } });
  await keepDraftMedia(tx, kept, version, ask, party, now);
}

/** Notes on the draft in hand how it was answered, when the move was an answer. */
export async function answerDraft(
  tx: EntityManager,
  kept: KeptOrder,
  before: OrderState,
  kind: OrderMoveKind,
): Promise<void> {
  // A draft that passes the audit of the platform is not answered by that: the brand has still to see it.
  const answer =
    kind === 'approve'
      ? 'approved'
      : kind === 'send-back'
        ? 'sent-back'
        : kind === 'fail-audit'
          ? 'audit-failed'
          : kind === 'pass-audit' && before === 'platform-audit' && kept.state !== 'brand-review'
            ? 'approved'
            : null;
  if (answer)
    await tx.query(
      `update order_draft set answer = $2
        where order_id = $1 and version = (select max(version) from order_draft where order_id = $1)`,
      [kept.id, answer],
    );
}

interface DraftInHand {
  version: number;
  title: string;
  body: string;
  topics: string[];
}

/** The latest draft, which is the one that gets published. */
export async function draftInHand(tx: EntityManager, orderId: string): Promise<DraftInHand | null> {
  const [draft] = await tx.query<DraftInHand[]>(
    `select version, title, body, topics from order_draft where order_id = $1 and kind = 'draft' order by version desc limit 1`,
    [orderId],
  );
  return draft ?? null;
}

/** Puts a comment to a draft; the same request twice is one comment. @throws Refused not-found, too-many-drafts, request-key-reused, pin-off-media */
export async function commentOn(
  tx: EntityManager,
  kept: KeptOrder,
  party: OrderParty,
  ask: CommentDraft,
  now: Date,
): Promise<void> {
  const { draftVersion, anchor, words, requestKey } = ask;
  const [earlier] = await tx.query<{ same: boolean }[]>(
    `select words = $3 and draft_version = $4 and anchor is not distinct from $5::jsonb as same
       from order_comment where order_id = $1 and request_key = $2`,
    [kept.id, requestKey, words, draftVersion, anchor],
  );
  if (earlier && !earlier.same) throw new Refused('request-key-reused', { field: '/requestKey' });
  if (earlier) return;
  const [draft] = await tx.query<{ title: string; body: string; comments: number }[]>(
    `select title, body, (select count(*)::int from order_comment where order_id = $1) as comments
       from order_draft where order_id = $1 and version = $2`,
    [kept.id, draftVersion],
  );
  if (!draft) throw new Refused('not-found', { field: '/draftVersion' });
  if (draft.comments >= commentsMax) throw new Refused('too-many-drafts', { figures: { most: commentsMax } });
  const quoted = await quotedAt(tx, kept.id, draftVersion, draft, anchor);
  await tx.query(
    `insert into order_comment (order_id, draft_version, workspace_id, desk_id, side, person_id, anchor, quoted, words, at, request_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      kept.id,
      draftVersion,
      kept.workspaceId,
      kept.deskId,
      party.side,
      party.personId,
      anchor,
      quoted,
      words,
      now,
      requestKey,
    ],
  );
}

/** The words that an anchor marks, where it marks words. @throws Refused invalid-input, pin-off-media for a place that is not there */
async function quotedAt(
  tx: EntityManager,
  orderId: string,
  version: number,
  draft: { title: string; body: string },
  anchor: DraftAnchor | null,
): Promise<string | null> {
  if (!anchor) return null;
  if (anchor.field === 'image' || anchor.field === 'video') {
    await checkPin(tx, orderId, version, anchor);
    return null;
  }
  const text = draft[anchor.field];
  if (anchor.to > text.length)
    throw new Refused('invalid-input', {
      field: '/anchor/to',
      detail: `/anchor/to: the ${anchor.field} of that draft has ${text.length} characters.`,
    });
  return text.slice(anchor.from, anchor.to);
}
