import { Injectable } from '@nestjs/common';
import type { Page, PageQuery, ReviewRow } from '@poolrise/contracts';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { coverJson, type MediaLinks, mediaLinksOf, type MediaRecord } from '../media/media-links';
import { type AuditFinding, auditFindings } from './audit';

interface ReviewRecord {
  id: string;
  workspace_name: string;
  title: string;
  body: string;
  topics: string[];
  category: ReviewRow['category'];
  language: ReviewRow['language'];
  cover_hue: number;
  cover: MediaRecord | null;
  creator: ReviewRow['creator'];
  published_at: string;
}

const excerptLength = 220;

/** The queue of the platform's people. */
@Injectable()
export class ReviewsQueries {
  constructor(private readonly db: Db) {}

  /** Notes of every workspace that wait for a person, the oldest first; under the engine's hat, so it filters itself. */
  async list(workspaceId: string, query: PageQuery): Promise<Page<ReviewRow>> {
    const cursor = decodeCursor(query.cursor, cursorInstant, z.uuid(), z.literal('reviews'));
    const rows = await asPlatform(this.db, workspaceId, async (tx) => {
      return tx.query<ReviewRecord[]>(
        `select note.id, workspace.name as workspace_name, note.title, note.body, note.topics, note.category, note.language,
           note.cover_hue, ${coverJson('note.id')} as cover, ${isoInstant('note.published_at')} as published_at,
           jsonb_build_object('id', creator.id, 'name', creator.name, 'redId', creator.red_id, 'followers', creator.followers) as creator
         from note join workspace on workspace.id = note.workspace_id join creator on creator.id = note.creator_id
         where note.audit_state = 'human_review'
           ${cursor ? 'and (note.published_at, note.id) > ($2::timestamptz, $3::uuid)' : ''}
         order by note.published_at, note.id limit $1`,
        [query.limit + 1, ...(cursor?.slice(0, 2) ?? [])],
      );
    });
    const links = await mediaLinksOf(this.db);
    return pageFrom(
      rows,
      query.limit,
      (row) => reviewRow(row, links),
      (row) => [row.published_at, row.id, 'reviews'],
    );
  }
}

function reviewRow(row: ReviewRecord, links: MediaLinks): ReviewRow {
  const words = auditFindings(row.title, row.body, row.topics);
  return {
    noteId: row.id,
    workspaceName: row.workspace_name,
    title: row.title,
    excerpt: excerptOf(row.body, words),
    topics: row.topics,
    words,
    category: row.category,
    language: row.language,
    coverHue: row.cover_hue,
    coverUrl: links.thumb(row.cover),
    creator: row.creator,
    publishedAt: row.published_at,
  };
}

/** The part of a body in which the first word that was found stands, so that nobody has to open the note to see why. */
function excerptOf(body: string, words: AuditFinding[]): string {
  const letters = [...body];
  const at = words
    .map(({ word }) => body.toLowerCase().indexOf(word.toLowerCase()))
    .find((place) => place >= 0);
  const from = Math.max(0, [...body.slice(0, at ?? 0)].length - excerptLength / 2);
  const part = letters.slice(from, from + excerptLength).join('');
  return `${from > 0 ? '…' : ''}${part}${from + excerptLength < letters.length ? '…' : ''}`;
}
