import { Injectable } from '@nestjs/common';
import {
  growthOf,
  learnObservedPeers,
  type ObservedPeers,
  type PeerGrowth,
  type PoolPolicy,
  type SnapshotNote,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { datedNote, snapshotNotes } from './snapshot-notes';

/** A note is compared with so many others of the workspace, those published nearest to it: before it, and after it. */
const peersBefore = 450;
const peersAfter = 150;
/** What is learnt of one week's peers takes some megabytes. */
const weeksKept = 8;

/** The peers of a note, and how the natural impressions of those grew that nothing was bought for. */
export interface PeersAround {
  all: ObservedPeers;
  withoutPaid: readonly PeerGrowth[];
}

interface Learnt {
  stamp: string;
  peers: Promise<PeersAround>;
}

/**
 * What the notes published around the same week teach about each other. Notes of one week share it, so opening one after the other
 * reads the peers' files once; nothing is kept beyond the next file, undo or choice, which change the stamp.
 */
@Injectable()
export class ObservedPeersService {
  /** the latest used last */
  private readonly learnt = new Map<string, Learnt>();

  async around(
    tx: EntityManager,
    workspaceId: string,
    publishedAt: number,
    policy: PoolPolicy,
  ): Promise<PeersAround> {
    const week = Math.floor(publishedAt / weekMs);
    const key = [workspaceId, week, policy.name, policy.version].join(' ');
    // Read before the notes are: what changes in between leaves an old stamp, which the next reader refuses.
    const stamp = await stampOf(tx, workspaceId);
    const known = this.learnt.get(key);
    this.learnt.delete(key);
    const found =
      known?.stamp === stamp
        ? known
        : { stamp, peers: learn(tx, workspaceId, new Date((week + 0.5) * weekMs), policy) };
    this.learnt.set(key, found);
    for (const oldest of this.learnt.keys()) {
      if (this.learnt.size <= weeksKept) break;
      this.learnt.delete(oldest);
    }
    return found.peers.catch((error: unknown) => {
      if (this.learnt.get(key) === found) this.learnt.delete(key);
      throw error;
    });
  }
}

const weekMs = 7 * 24 * 3_600_000;

async function learn(
  tx: EntityManager,
  workspaceId: string,
  around: Date,
  policy: PoolPolicy,
): Promise<PeersAround> {
  const near = await tx.query<{ id: string }[]>(nearSql, [workspaceId, around]);
  const notes = await snapshotNotes(
    tx,
    near.map(({ id }) => id),
  );
  const dated = [...notes.values()].flatMap((note) => datedNote(note) ?? []);
  return {
    all: learnObservedPeers(dated, policy),
    withoutPaid: growthOf(dated.filter(boughtNothing), 'impressionsNatural', policy),
  };
}

/** Both kinds of bought impressions are known to be none; where they are unknown there may have been some. */
const boughtNothing = ({ series: { points } }: SnapshotNote): boolean =>
  [points.impressionsPromoted, points.impressionsHeated].every((bought) => bought.at(-1)?.span.high === 0);

const publishedAt = `coalesce(published_at, '-infinity')`;
const nearSql = `
  (select id from observed_note
   where workspace_id = $1 and ${publishedAt} <= $2 and published_at is not null
   order by ${publishedAt} desc limit ${peersBefore})
  union all
  (select id from observed_note where workspace_id = $1 and ${publishedAt} > $2
   order by ${publishedAt} limit ${peersAfter})`;

/** All that changes what is known of notes: files put in force and taken back, batch by batch, and choices of people. */
async function stampOf(tx: EntityManager, workspaceId: string): Promise<string> {
  const [row] = await tx.query<{ stamp: string }[]>(
    `select concat_ws(' ',
       (select md5(string_agg(concat_ws(' ', id, state, rows_done, committed_at, undone_at), ',' order by id))
        from import_file where workspace_id = $1 and state not in ('waiting', 'asks', 'ready', 'refused')),
       (select concat_ws(' ', count(*), max(chosen_at)) from note_choice where workspace_id = $1)) as stamp`,
    [workspaceId],
  );
  return row?.stamp ?? '';
}
