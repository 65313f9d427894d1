import { Injectable } from '@nestjs/common';
import type { AudienceGroup, NoteAudience } from '@poolrise/contracts';
import {
  type Category,
  defaultExploreShare,
  defaultGuaranteeShare,
  foreignLanguage,
  groupReaders,
  type Language,
  leastReaders,
  type MatchedNote,
  noteSubject,
  type PoolPolicy,
  reachOf,
} from '@poolrise/domain';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { keyOf } from '../words/segment';
import { FeedIndex } from './feed-index';
import { readersMax, readFirstReaders } from './first-readers';
import { keywordKeys } from './indexed-note';

const wordsMax = 8;

interface AudienceRow {
  category: Category;
  language: Language;
  keywords: string[];
  keyword_weights: number[];
  policy: PoolPolicy;
  /** of the open run; null while the note is in no pool */
  level: number | null;
  impressions: number;
  guaranteed: number;
}

/** One row, by primary keys and the index of open runs. */
const audienceSql = `
  select note.category, note.language, note.keywords, note.keyword_weights, policy.document as policy, open.level,
    coalesce(first.impressions - first.search_impressions, 0) as impressions, coalesce(first.guaranteed_impressions, 0) as guaranteed
  from note
  left join pool_run first on first.note_id = note.id and first.level = 0
  left join lateral (select level, policy_id from pool_run where note_id = note.id and closed_at is null limit 1) open on true
  join pool_policy policy on policy.id = coalesce(open.policy_id, first.policy_id)
    or (open.policy_id is null and first.policy_id is null and policy.in_force)
  where note.id = $1`;

/** Whom a note is matched with, and who its first readers were. */
@Injectable()
export class NoteAudienceQueries {
  constructor(
    private readonly db: Db,
    private readonly index: FeedIndex,
  ) {}

  /** @throws Refused not-found */
  async audience(workspaceId: string, noteId: string, now = new Date()): Promise<NoteAudience> {
    const [row] = await this.db.read<AudienceRow>(workspaceId, audienceSql, [noteId]);
    if (!row) throw new Refused('not-found', { field: 'path.noteId' });
    const lookAlike = this.index.get(noteId)?.lookAlike;
    return {
      asOf: now.toISOString(),
      category: row.category,
      language: row.language,
      words: wordsOf(row),
      match: {
        reach: reachNow(row),
        lookAlike: lookAlike ? { belief: lookAlike.belief } : null,
        otherLanguage: foreignLanguage,
      },
      slots: {
        explored: defaultExploreShare,
        guaranteed: defaultGuaranteeShare,
        // Pages are made by the policy in force, whatever the note lives under.
        paid: this.index.policy.adLoad.max,
      },
      privacyFloor: leastReaders,
      first: await this.first(noteId, row),
    };
  }

  /** Pages are the platform's and not the workspace's, so they are read as the engine, and leave this method as groups only. */
  private async first(noteId: string, row: AudienceRow): Promise<NoteAudience['first']> {
    const found = row.impressions
      ? await this.db.asEngine((tx) =>
          readFirstReaders(tx, noteId, matchedNote(row), (category) => this.index.usual(category)),
        )
      : [];
    const grouped = groupReaders(found);
    // Words meet in another form than they are written in.
    const written = new Map(row.keywords.map((word) => [keyOf(word), word]));
    return {
      impressions: Number(row.impressions),
      guaranteed: Number(row.guaranteed),
      readers: grouped.readers || found.length,
      readersMax,
      opened: grouped.opened,
      groups: grouped.groups.map((group) => ({
        ...group,
        category: group.category as AudienceGroup['category'],
        words: group.words.map(({ word, readers }) => ({ word: written.get(word) ?? word, readers })),
      })),
    };
  }
}

function wordsOf({ keywords, keyword_weights }: AudienceRow): NoteAudience['words'] {
  return keywords
    .map((word, at) => ({ word, weight: keyword_weights[at] ?? 0 }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, wordsMax);
}

function reachNow({ level, policy }: AudienceRow): NoteAudience['match']['reach'] {
  const found = level === null ? undefined : policy.levels[level];
  if (!found) return null;
  const share = found.audienceShare;
  return { level: found.level, levelName: found.name, share, adds: reachOf(0, share) };
}

/** The note as its first pool matched it. */
function matchedNote({ category, language, keywords, keyword_weights, policy }: AudienceRow): MatchedNote {
  const words = keywordKeys(keywords, keyword_weights);
  const reach = policy.levels[0]?.audienceShare ?? 0;
  return { category, language, keywords: words, subject: noteSubject(category, words), reach };
}
