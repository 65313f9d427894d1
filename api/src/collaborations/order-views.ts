import type {
  DraftComment,
  OrderDraft,
  OrderRow,
  OrderSide,
  OrderStep,
  OrderView,
} from '@poolrise/contracts';
import {
  dayInShanghai,
  extensionRulesOn,
  interactions,
  legalMoves,
  noCounts,
  offeredTerms,
  priceOf,
  protectionEnds,
  requestLapses,
  sampleTroubles,
} from '@poolrise/domain';
import type { AuditState } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { auditFindings } from '../notes/audit';
import { type MediaLinks, mediaJson, mediaLinks, type MediaRecord } from '../media/media-links';
import { KeptOrder } from './kept-order.entity';
import { lifeOf } from './order-columns';
import { sampleView } from './sample-view';
import { extensionsView, extensionView, termsView } from './order-terms';

/** An order, and what is known of it beside its own row. */
export interface OrderRecord {
  kept: KeptOrder;
  creatorName: string;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What a list shows of an order. */
export function orderRow({ kept, creatorName }: OrderRecord, side: OrderSide): OrderRow {
  const life = lifeOf(kept);
  return {
    id: kept.id,
    name: kept.name,
    mode: kept.mode,
    state: kept.state,
    side,
    brandName: kept.brandName,
    creatorId: kept.creatorId,
    creatorName,
    noteType: kept.terms.noteType,
    price: priceOf(life),
    waitsFor: kept.waitsFor,
    dueAt: kept.dueAt?.toISOString() ?? null,
    draftDueAt: new Date(offeredTerms(life).draftDueAt).toISOString(),
    protectionEndsAt: iso(protectionEnds(life)),
    rejections: kept.rejections,
    sampleTrouble: sampleTroubles(life, Date.now())[0] ?? null,
    changedAt: kept.changedAt.toISOString(),
    version: kept.version,
  };
}

/** A draft without the addresses of its media, which are signed when they are shown. */
type KeptDraft = Omit<OrderDraft, 'media' | 'cover'> & {
  media: MediaRecord[] | null;
  cover: MediaRecord | null;
};

interface Around {
  creator_name: string;
  verified: OrderView['verified'];
  drafts: KeptDraft[] | null;
  comments: DraftComment[] | null;
  history: OrderStep[] | null;
  note: NoteAround | null;
  campaign: OrderView['campaign'];
}
interface NoteAround {
  id: string;
  title: string;
  auditState: AuditState;
  state: NonNullable<OrderView['note']>['state'];
  level: number;
  impressions: number;
  reads: number;
  likes: number;
  collects: number;
  comments: number;
  shares: number;
}

// People are named to those of their own workspace; the other side is a side, and not a person.
const named = (id: string) =>
  `(select someone.name from person someone join member own on own.person_id = someone.id and own.workspace_id = $2
    where someone.id = ${id})`;

const aroundSql = `
  select c.name as creator_name,
    json_build_object('brand', professional_verified(o.workspace_id), 'creator', professional_verified(o.desk_id)) as verified,
    (select json_agg(json_build_object('version', d.version, 'kind', d.kind, 'title', d.title, 'body', d.body, 'topics', d.topics,
              'at', ${isoInstant('d.at')}, 'by', coalesce(${named('d.person_id')}, c.name), 'answer', d.answer,
              'media', (select json_agg(${mediaJson('m')} order by dm.place)
                          from order_draft_media dm join media m on m.id = dm.media_id where dm.order_id = d.order_id and dm.version = d.version),
              'cover', (select ${mediaJson('m')} from media m where m.id = d.cover_id)) order by d.version)
       from order_draft d where d.order_id = o.id) as drafts,
    (select json_agg(json_build_object('id', m.id, 'draftVersion', m.draft_version, 'anchor', m.anchor, 'quoted', m.quoted,
              'words', m.words, 'at', ${isoInstant('m.at')}, 'side', m.side,
              'by', coalesce(${named('m.person_id')}, case m.side when 'brand' then o.brand_name when 'creator' then c.name else '' end))
              order by m.at, m.id)
       from order_comment m where m.order_id = o.id) as comments,
    (select json_agg(json_build_object('at', ${isoInstant('s.at')}, 'actor', s.actor, 'by', ${named('s.person_id')}, 'kind', s.kind,
              'words', s.words, 'quoteCents', s.detail -> 'quoteCents', 'protectionDays', s.detail -> 'protectionDays',
              'terms', s.detail -> 'terms', 'until', s.detail -> 'until', 'day', s.detail -> 'day', 'creatorBasisPoints', s.detail -> 'creatorBasisPoints', 'state', s.state) order by s.number)
       from order_step s where s.order_id = o.id) as history,
    (select json_build_object('id', n.id, 'title', n.title, 'auditState', n.audit_state, 'state', n.state, 'level', n.level,
              'impressions', coalesce(sum(r.impressions + r.paid_impressions), 0), 'reads', coalesce(sum(r.clicks + r.paid_clicks), 0),
              'likes', coalesce(sum(r.likes + r.paid_likes), 0), 'collects', coalesce(sum(r.collects + r.paid_collects), 0),
              'comments', coalesce(sum(r.comments + r.paid_comments), 0), 'shares', coalesce(sum(r.shares + r.paid_shares), 0))
       from note n left join pool_run r on r.note_id = n.id where n.id = o.note_id group by n.id) as note,
    (select json_build_object('id', p.id, 'name', p.name) from campaign p where p.id = o.campaign_id) as campaign
    from cooperation_order o join creator c on c.id = o.creator_id
   where o.id = $1`;

/**
 * One order with its drafts, comments, history, and what this side may do now. The caller wears the engine's hat, since
 * the note stands in the brand's workspace and the creator sees how it does, and has asked who may look.
 */
export async function orderView(
  tx: EntityManager,
  orderId: string,
  side: OrderSide,
  workspaceId: string,
): Promise<OrderView> {
  const kept = await tx.findOneBy(KeptOrder, { id: orderId });
  const [around] = await tx.query<Around[]>(aroundSql, [orderId, workspaceId]);
  if (!kept || !around) throw new Refused('not-found', { field: 'path.orderId' });
  const life = lifeOf(kept);
  const { by, quoteCents, protectionDays } = kept.offer;
  const { effectMode, centsPerThousandReads } = kept.terms;
  const { withSample, withOutline, withAdAudit, revisionsMost, rights } = termsView(offeredTerms(life));
  return {
    ...orderRow({ kept, creatorName: around.creator_name }, side),
    verified: around.verified,
    brief: kept.brief,
    category: kept.category,
    language: kept.language,
    terms: {
      ...{ withSample, withOutline, withAdAudit, revisionsMost, rights },
      effectMode,
      centsPerThousandReads,
    },
    rules: kept.rules,
    offer: { by, quoteCents, protectionDays },
    heldCents: kept.heldCents,
    publishedAt: kept.publishedAt?.toISOString() ?? null,
    rightsUntil: kept.rightsUntil?.toISOString() ?? null,
    extension: extensionView(life),
    extensions: extensionsView(life),
    extensionRules: extensionRulesOn(dayInShanghai(new Date())),
    sample: sampleView(life, Date.now()),
    request: kept.request && {
      kind: kept.request.kind,
      askedAt: new Date(kept.request.askedAt).toISOString(),
      lapsesAt: new Date(requestLapses(life) ?? 0).toISOString(),
    },
    campaign: side === 'brand' ? around.campaign : null,
    mayRemove: kept.mayRemove,
    note: around.note && noteView(around.note),
    payment: kept.payment,
    drafts: withAddresses(around.drafts ?? [], await mediaLinks(tx)),
    comments: around.comments ?? [],
    findings: side === 'platform' ? findingsOf(around.drafts?.at(-1)) : null,
    history: around.history ?? [],
    legal: legalMoves(life, side),
  };
}

const withAddresses = (drafts: KeptDraft[], links: MediaLinks): OrderDraft[] =>
  drafts.map((draft) => ({
    ...draft,
    media: (draft.media ?? []).map((medium) => links.view(medium)),
    cover: draft.cover && links.view(draft.cover),
  }));

/** What the machine audit says of the latest draft, as it said when it was handed in. */
const findingsOf = (
  draft: Pick<OrderDraft, 'title' | 'body' | 'topics'> | undefined,
): OrderView['findings'] => (draft ? auditFindings(draft.title, draft.body, draft.topics) : []);

function noteView({ likes, collects, comments, shares, ...note }: NoteAround): OrderView['note'] {
  const counts = { ...noCounts(), likes, collects, comments, shares };
  return { ...note, interactions: interactions(counts, 'LCCS') };
}
