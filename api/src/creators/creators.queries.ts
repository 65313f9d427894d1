import { Injectable } from '@nestjs/common';
import {
  type CreatorDay,
  type CreatorNoteRow,
  type CreatorNotesQuery,
  type CreatorView,
  medianKeys,
  type Page,
} from '@poolrise/contracts';
import { audienceBands, type Category, trafficSources } from '@poolrise/domain';
import { z } from 'zod';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { creatorRows, tierSchemeOf } from './creator-rows';
import { noSuchCreator } from './no-such-creator';

/** Shares are stored as parts in ten thousand. */
const whole = 10_000;

interface RecordDetail {
  scenes: CreatorView['scenes'];
  servedCategories: Category[];
  servedBrands: string[];
  medians: Partial<CreatorView['medians']>;
  sourceShares: number[];
  sample: number;
  shares: number[];
  interests: Category[];
  service: CreatorView['service'];
  days: CreatorDay[];
}

/** Screens of one creator. */
@Injectable()
export class CreatorsQueries {
  constructor(private readonly db: Db) {}

  /** The whole record. @throws Refused not-found */
  async one(workspaceId: string, creatorId: string): Promise<CreatorView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const [row] = await creatorRows(tx, await tierSchemeOf(tx, workspaceId), [creatorId]);
      const [detail] = await tx.query<RecordDetail[]>(detailSql, [creatorId]);
      if (!row || !detail) throw noSuchCreator();
      const { sourceShares, sample, shares, interests, medians, ...rest } = detail;
      return {
        ...row,
        ...rest,
        medians: Object.fromEntries(
          medianKeys.map((key) => [key, mediansOf(medians[key])]),
        ) as CreatorView['medians'],
        sources: sourceShares.map((share, at) => ({
          source: trafficSources[at] ?? 'other',
          share: share / whole,
        })),
        audience: sample
          ? {
              sample,
              bands: audienceBands.map((band, at) => ({ ...band, share: (shares[at] ?? 0) / whole })),
              interests,
            }
          : null,
      };
    });
  }

  /** Their notes as the platform shows them, the latest first. @throws Refused not-found */
  async notes(
    workspaceId: string,
    creatorId: string,
    query: CreatorNotesQuery,
  ): Promise<Page<CreatorNoteRow>> {
    const cursor = decodeCursor(query.cursor, cursorInstant, z.uuid(), z.literal('note of creator'));
    const rows = await this.db.inWorkspace(workspaceId, async (tx) => {
      const [known] = await tx.query<unknown[]>('select from creator where id = $1', [creatorId]);
      if (!known) throw noSuchCreator();
      return tx.query<CreatorNoteRow[]>(
        `select id, title, ${isoInstant('published_at')} as "publishedAt", kind, cooperation, brand,
         impressions_natural as "impressionsNatural", impressions_all as "impressionsAll", reads_natural as "readsNatural",
         reads_all as "readsAll", likes, collects, comments, shares
       from creator_note where creator_id = $1 and ($2::boolean is null or cooperation = $2)
         and ($3::timestamptz is null or (published_at, id) < ($3, $4::uuid))
       order by published_at desc, id desc limit $5`,
        [
          creatorId,
          query.scope === 'all' ? null : query.scope === 'cooperation',
          cursor?.[0] ?? null,
          cursor?.[1] ?? null,
          query.limit + 1,
        ],
      );
    });
    return pageFrom(
      rows,
      query.limit,
      (row) => row,
      ({ publishedAt, id }) => [publishedAt, id, 'note of creator'],
    );
  }
}

const detailSql = `
  select scenes, served_categories as "servedCategories", served_brands as "servedBrands", medians,
    source_shares as "sourceShares", audience_sample as sample, audience_shares as shares, audience_interests as interests,
    jsonb_build_object('invitations', invitations_90d, 'accepted', accepted_90d, 'completed', completed_90d,
      'onTime', on_time_90d, 'cancelled', cancelled_90d) as service,
    coalesce((select jsonb_agg(jsonb_build_object('day', day, 'followers', followers, 'imageCents', image_cents,
        'videoCents', video_cents) order by day)
      from (select * from creator_day where creator_id = record.id order by day desc limit 400) latest), '[]') as days
  from creator_record record where id = $1`;

/** As a profile shows them; what only matches read is left out. */
function mediansOf(known: CreatorView['medians'][keyof CreatorView['medians']] | undefined) {
  const { notes = 0, impressions = null, reads = null, interactions = null } = known ?? {};
  return { notes, impressions, reads, interactions };
}
