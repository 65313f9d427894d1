import { Injectable } from '@nestjs/common';
import type {
  ChooseNote,
  CurveNotes,
  NoteChoice,
  ObservedNoteRow,
  ObservedNotesQuery,
  ObservedNoteView,
  Page,
  PageQuery,
  UnmatchedName,
  UnmatchedQuery,
} from '@poolrise/contracts';
import {
  estimateObserved,
  estimateSpill,
  joinSnapshots,
  paidWindow,
  type PoolPolicy,
  spillDaysOf,
} from '@poolrise/domain';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { NoteNames } from '../imports/note-names.service';
import { PoliciesService } from '../pools/policies.service';
import { curveNotes } from './curve-notes.queries';
import { choicePage } from './note-choices.queries';
import { noteCost } from './note-cost';
import { headOf } from './observed-note.queries';
import { observedNotePage } from './observed-notes.queries';
import { ObservedPeersService } from './observed-peers.service';
import { datedNote, snapshotNote } from './snapshot-notes';
import { unmatchedPage } from './unmatched.queries';

/** Notes of the platform, as the files that were brought in describe them. */
@Injectable()
export class ObservedNotesService {
  constructor(
    private readonly db: Db,
    private readonly names: NoteNames,
    private readonly policies: PoliciesService,
    private readonly peers: ObservedPeersService,
  ) {}

  list(workspaceId: string, query: ObservedNotesQuery): Promise<Page<ObservedNoteRow>> {
    return this.db.inWorkspace(workspaceId, (tx) => observedNotePage(tx, query));
  }

  unmatched(workspaceId: string, query: UnmatchedQuery): Promise<Page<UnmatchedName>> {
    return this.db.inWorkspace(workspaceId, (tx) => unmatchedPage(tx, workspaceId, query));
  }

  /**
   * The notes that the curves of a file may be of, by the words of its name and its first day.
   * @throws Refused not-found
   */
  likelyOf(workspaceId: string, importId: string): Promise<CurveNotes> {
    return this.db.inWorkspace(workspaceId, (tx) => curveNotes(tx, workspaceId, importId));
  }

  /** @throws Refused not-found */
  choose(workspaceId: string, person: Pick<CallingPerson, 'id'>, ask: ChooseNote): Promise<void> {
    return this.names.choose(workspaceId, person, ask);
  }

  choices(workspaceId: string, query: PageQuery): Promise<Page<NoteChoice>> {
    return this.db.inWorkspace(workspaceId, (tx) => choicePage(tx, query));
  }

  /** @throws Refused not-found */
  drop(workspaceId: string, nameKey: string): Promise<void> {
    return this.names.drop(workspaceId, nameKey);
  }

  /** @throws Refused not-found */
  async one(workspaceId: string, noteId: string): Promise<ObservedNoteView> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const head = await headOf(tx, noteId);
      const note = await snapshotNote(tx, noteId);
      const series = note?.series ?? joinSnapshots([]);
      const policy = (await this.policies.inForce(tx)).document;
      const dated = datedNote(note);
      const peers = dated && (await this.peers.around(tx, workspaceId, dated.publishedAt, policy));
      return {
        ...head,
        category: note?.category === 'unknown' ? null : (note?.category ?? null),
        followers: note?.followers ?? null,
        cooperation: note?.cooperation ?? null,
        series,
        paid: paidWindow(series, paidAdDays(head)),
        estimate: dated && peers && estimateObserved(dated, peers.all, policy),
        spill: dated && peers && estimateSpill(spillDaysOf(dated, peers.withoutPaid, policy)),
        peers: peers?.all.rated.filter((peer) => peer.note.id !== noteId).length ?? 0,
        levels: levelsOf(policy),
        cost: await noteCost(tx, noteId, note?.series),
      };
    });
  }
}

const paidAdDays = ({ ads }: Pick<ObservedNoteView, 'ads'>): string[] =>
  ads.filter(({ impressions }) => (impressions ?? 0) > 0).map(({ day }) => day);

const levelsOf = ({ levels }: PoolPolicy): ObservedNoteView['levels'] =>
  levels.map(({ level, name, target }) => ({ level, name, target }));
