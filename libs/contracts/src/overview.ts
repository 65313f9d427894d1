import { campaignAlertKinds, orderNews, rails, sampleAlarmKinds } from '@poolrise/domain';
import { z } from 'zod';
import { BoostRow } from './boosts';
import { CampaignAlertView } from './campaigns';
import { VerdictView } from './climb';
import { climbStates, NoteRow } from './notes';
import { pageOf, pageQuery } from './paging';
import { bilingual, cents, instant, line } from './text';

/**
 * The first page of a workspace. A tile has six days and today so far, against the same span a week earlier: to the same
 * minute, so that a morning is not compared with a whole day. Every figure names its metric id.
 */
export const OverviewView = z
  .object({
    asOf: instant,
    /** where the span of the tiles begins; it ends with `asOf` */
    tilesFrom: instant,
    tiles: z.array(
      z.object({ metric: z.string(), value: z.number().nullable(), previous: z.number().nullable() }),
    ),
    ladder: z.array(z.object({ level: z.int(), name: bilingual, climbing: z.int(), stopped: z.int() })),
    states: z.array(z.object({ state: z.enum(climbStates), notes: z.int() })),
    series: z.object({
      days: z.array(instant),
      impressions: z.object(
        Object.fromEntries(rails.map((rail) => [rail, z.array(z.int())])) as Record<
          (typeof rails)[number],
          z.ZodArray<z.ZodInt>
        >,
      ),
    }),
    rising: z.array(NoteRow),
    verdicts: z.array(VerdictView.extend({ noteId: z.uuid(), noteTitle: z.string() })),
    boosts: z.array(BoostRow),
    cashCents: cents.nullable(),
  })
  .meta({ id: 'OverviewView' });
export type OverviewView = z.infer<typeof OverviewView>;

export const SearchQuery = z.strictObject({ q: line(100) });
/** What the command palette finds: notes, creators, boosts, orders and recruitments, and things by a pasted id. */
export const SearchView = z
  .object({
    hits: z
      .array(
        z.object({
          kind: z.enum(['note', 'creator', 'boost', 'voucher', 'campaign', 'order', 'recruitment']),
          id: z.uuid(),
          title: z.string(),
          subtitle: z.string(),
        }),
      )
      .max(40),
  })
  .meta({ id: 'SearchView' });
export type SearchView = z.infer<typeof SearchView>;

/** Alerts of campaigns, as the bell names them. */
export const campaignNoticeKinds = campaignAlertKinds.map((kind) => `campaign-${kind}` as const);
/** Steps of an order that the other side is told of, as the bell names them; and what is late about its sample. */
export const orderNoticeKinds = [
  ...orderNews.map((kind) => `order-${kind}` as const),
  ...sampleAlarmKinds.map((kind) => `sample-${kind}` as const),
  'sample-answer-wanted',
] as const;
export const noticeKinds = [
  'note-passed',
  'note-stopped',
  'boost-completed',
  'boost-stopped',
  'approval-waiting',
  'approval-approved',
  'approval-rejected',
  'approval-expired',
  'rule-stopped',
  'rule-found',
  'race-ended',
  'race-waiting',
  'voucher-expiring',
  'review-passed',
  'review-limited',
  'review-rejected',
  'schedule-failed',
  'appeal-waiting',
  'appeal-upheld',
  'appeal-dismissed',
  'traffic-quarantined',
  'proposal-answered',
  'proposal-commented',
  ...campaignNoticeKinds,
  ...orderNoticeKinds,
  'rights-ending',
  'rights-expired',
  'recruitment-applied',
  'application-selected',
  'application-declined',
  'application-unselected',
  'claim-approved',
  'claim-refused',
  'claim-superseded',
  'claim-undone',
  'topics-published',
  'reward-claimable',
  'reward-issued',
  'reward-refused',
  'reward-revoked',
  'professional-verified',
  'professional-refused',
  'professional-suspended',
  'professional-ending',
  'professional-ended',
  'professional-waiting',
] as const;
export const NoticeView = z
  .object({
    id: z.string(),
    at: instant,
    kind: z.enum(noticeKinds),
    subjectId: z.uuid(),
    title: z.string(),
    /** in place of the title where what it is about has a name in both languages */
    name: bilingual.nullable(),
    level: z.int().nullable(),
    levelName: bilingual.nullable(),
    cents: cents.nullable(),
    /** what was said: by the platform's reviewer of a note, by a client of a proposal */
    reason: z.string().nullable(),
    /** of proposals: the client as they called themselves, and how many creators they answered */
    who: z.string().nullable(),
    count: z.int().nullable(),
    /** of campaigns: what the alert says, as `CampaignAlertView` has it */
    detail: CampaignAlertView.shape.detail.nullable(),
    unread: z.boolean(),
  })
  .meta({ id: 'NoticeView' });
export type NoticeView = z.infer<typeof NoticeView>;
export const NoticesQuery = z.strictObject(pageQuery);
export const NoticePage = pageOf(NoticeView).extend({ unread: z.int() });
export type NoticePage = z.infer<typeof NoticePage>;

export const PolicyView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    version: z.int(),
    source: z.string(),
    mark: z.string(),
    inForce: z.boolean(),
    createdAt: instant,
    document: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'PolicyView' });
export type PolicyView = z.infer<typeof PolicyView>;
export const PolicyPage = pageOf(PolicyView);

/** An EventSource cannot send the header x-workspace, so the stream alone takes the workspace from the query. */
export const LiveQuery = z.strictObject({ workspace: z.uuid().optional() });
export type LiveQuery = z.infer<typeof LiveQuery>;
