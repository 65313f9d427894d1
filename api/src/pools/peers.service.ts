import { Injectable } from '@nestjs/common';
import {
  learnPeers,
  learnPeersByType,
  peerContribution,
  sameForAllTypes,
  type EngagementCounts,
  type NoteType,
  type PeersByType,
  type PeerStats,
  type PeerSums,
  type PoolPolicy,
  type TypedPeerSums,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { countsOf, exposureOf, type RunRow } from './run-row';

const experiment = 'group:';
/** Share of the group's impressions on a level that must be in before its variants are compared. */
const heardShare = 0.6;
/** An experiment has a handful of variants; the bound keeps a name used for everything from becoming a scan. */
const variantsMax = 200;

/**
 * Whom the runs of a note are compared with: its category, or the experiment it is a variant of. An experiment belongs to a
 * workspace: two that happen to use one name never meet.
 */
export const peerGroupOf = (note: {
  workspaceId: string;
  peerGroup: string | null;
  category: string;
}): string =>
  note.peerGroup === null ? note.category : `${experiment}${note.workspaceId}:${note.peerGroup}`;
export const isExperiment = (group: string): boolean => group.startsWith(experiment);

export interface PeerGroup {
  policyId: string;
  level: number;
  group: string;
}

/** What closed runs of the last days say about an average note; grown by addition, so nothing scans history. */
@Injectable()
export class PeersService {
  /**
   * The yardstick of a run by the type of its note; `category` chooses the prior where the group is young. A handful of rows for
   * each day of the window.
   */
  async of(
    tx: EntityManager,
    { policyId, level, group }: PeerGroup,
    policy: PoolPolicy,
    category: string,
    now: Date,
  ): Promise<PeersByType> {
    if (isExperiment(group))
      return sameForAllTypes(await this.ofExperiment(tx, { level, group }, policy, category, now));
    const days = await tx.query<TypedPeerSums[]>(
      `select note_type as "noteType", sums from peer_day where policy_id = $1 and level = $2 and peer_group = $3
         and day > ($4::timestamptz at time zone 'Asia/Shanghai')::date - $5::integer`,
      [policyId, level, group, now, policy.peerWindowDays],
    );
    return learnPeersByType(days, policy, category);
  }

  /**
   * Variants of one experiment run side by side, so the yardstick is what all of them got so far on this level, open runs
   * included: nothing has closed when the first verdict is due, and the category's prior knows nothing of their readers.
   * Wider pools have other readers, so levels are not mixed; a group name used for months is compared with its newest runs.
   * Whoever came up alone would meet only itself there, and is compared with the level below, where the others stayed.
   */
  private async ofExperiment(
    tx: EntityManager,
    { level, group }: Pick<PeerGroup, 'level' | 'group'>,
    policy: PoolPolicy,
    category: string,
    now: Date,
  ): Promise<PeerStats> {
    const runs = await tx.query<RunRow[]>(
      `select * from pool_run where peer_group = $1 and level = $2
         and entered_at > $3::timestamptz - $4::integer * interval '1 day'
       order by entered_at desc limit $5`,
      [group, level, now, policy.peerWindowDays, variantsMax],
    );
    if (runs.length < 2 && level > 0)
      return this.ofExperiment(tx, { level: level - 1, group }, policy, category, now);
    const sums = runs.map((run) => peerContribution(countsOf(run, 'organic'), policy, exposureOf(run)));
    const seen = sums.reduce((total, run) => total + run.value, 0);
    return learnPeers(
      sums,
      seen > 0 ? { ...policy, prior: { ...policy.prior, minPeers: 0 } } : policy,
      category,
    );
  }

  /** Whether the variants on this level have been shown enough to be compared; else the first to finish meets only itself. */
  async groupIsHeard(tx: EntityManager, group: string, level: number, target: number): Promise<boolean> {
    const [row] = await tx.query<{ heard: boolean }[]>(
      `select sum(least(impressions, $3::integer)) >= $4::float8 * count(*) * $3::integer as heard from pool_run where peer_group = $1 and level = $2`,
      [group, level, target, heardShare],
    );
    return row?.heard ?? true;
  }

  /** Adds a closed run to the day of its type; an experiment's runs teach nobody else. */
  async add(
    tx: EntityManager,
    { policyId, level, group, noteType }: PeerGroup & { noteType: NoteType },
    counts: EngagementCounts,
    policy: PoolPolicy,
    now: Date,
    exposure = counts.impressions,
  ): Promise<void> {
    const sums = peerContribution(counts, policy, exposure);
    if (!sums.runs || isExperiment(group)) return;
    await tx.query(
      `insert into peer_day (policy_id, level, peer_group, note_type, day, sums)
       values ($1, $2, $3, $6, ($4::timestamptz at time zone 'Asia/Shanghai')::date, $5)
       on conflict on constraint peer_day_pkey do update set sums = ${summed(sums, '+', 'excluded.sums')}`,
      [policyId, level, group, now, JSON.stringify(sums), noteType],
    );
  }

  /** Takes out of its day what a run taught when it closed at `then`, because it is open again and will teach anew. */
  async takeBack(
    tx: EntityManager,
    { policyId, level, group, noteType }: PeerGroup & { noteType: NoteType },
    counts: EngagementCounts,
    policy: PoolPolicy,
    then: Date,
    exposure = counts.impressions,
  ): Promise<void> {
    const sums = peerContribution(counts, policy, exposure);
    if (!sums.runs || isExperiment(group)) return;
    await tx.query(
      `update peer_day set sums = ${summed(sums, '-', '$5::jsonb')}
        where policy_id = $1 and level = $2 and peer_group = $3 and note_type = $6
          and day = ($4::timestamptz at time zone 'Asia/Shanghai')::date`,
      [policyId, level, group, then, JSON.stringify(sums), noteType],
    );
  }
}

/** The sums of a day with those of a run added or taken away, name by name. */
const summed = (sums: PeerSums, sign: '+' | '-', of: string): string =>
  `jsonb_build_object(${Object.keys(sums)
    .map(
      (name) =>
        `'${name}', coalesce((peer_day.sums->>'${name}')::float8, 0) ${sign} (${of}->>'${name}')::float8`,
    )
    .join(', ')})`;
