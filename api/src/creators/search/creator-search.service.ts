import { Injectable } from '@nestjs/common';
import type { CreatorSearchPage, CreatorsQuery } from '@poolrise/contracts';
import type { TierScheme } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../../db/db';
import { encodeCursor } from '../../http/paging';
import { creatorRows, tierSchemeOf } from '../creator-rows';
import type { CreatorFindings, SearchText } from './creator-question';
import { CreatorSets } from './creator-sets';
import { findInIndex } from './find-in-index';
import { findInPostgres, type RunSql } from './find-in-postgres';
import { IndexFollower } from './index-follower';
import { type AskedText, cursorAfter, hintOf, readQuestion, readText } from './read-question';

/** The search of the directory: the index says who, the database says what is known of them. */
@Injectable()
export class CreatorSearchService {
  constructor(
    private readonly db: Db,
    private readonly follower: IndexFollower,
    private readonly sets: CreatorSets,
  ) {}

  /** @throws Refused invalid-input, invalid-cursor */
  search(workspaceId: string, query: CreatorsQuery, now = new Date()): Promise<CreatorSearchPage> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const scheme = await tierSchemeOf(tx, workspaceId);
      const { rows, ...counts } = await this.find(tx, scheme, query, now);
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: await creatorRows(
          tx,
          scheme,
          shown.map(({ id }) => id),
        ),
        nextCursor: rows.length > query.limit && last ? encodeCursor(cursorAfter(query, last)) : null,
        asOf: now.toISOString(),
        ...counts,
        hint: hintOf(query),
      };
    });
  }

  /** Who fits, without rows and facets: all are counted, and the first `most` named. @throws Refused invalid-input */
  fitting(
    workspaceId: string,
    query: Omit<CreatorsQuery, 'limit' | 'cursor'>,
    most: number,
    now = new Date(),
  ): Promise<{ ids: string[]; total: number }> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const scheme = await tierSchemeOf(tx, workspaceId);
      const { rows, total } = await this.find(tx, scheme, { ...query, limit: most }, now);
      return { ids: rows.slice(0, most).map(({ id }) => id), total };
    });
  }

  private async find(
    tx: EntityManager,
    scheme: TierScheme,
    query: CreatorsQuery,
    now: Date,
  ): Promise<CreatorFindings> {
    const asked = readText(query);
    const question = readQuestion(query, {
      scheme,
      text: asked && (await lookUp(tx, asked)),
      sets: await this.sets.of(tx, query),
      now,
    });
    const run: RunSql = (sql, parameters) => tx.query(sql, parameters);
    return this.follower.ready ? findInIndex(this.follower.index, question) : findInPostgres(run, question);
  }
}

/** Ids are looked up where they are unique by constraint, and need no place in the index. */
async function lookUp(tx: EntityManager, { reference, ...text }: AskedText): Promise<SearchText> {
  const { platformId, redId } = reference;
  if (platformId === null && redId === null) return { ...text, named: [] };
  const rows = await tx.query<{ id: string }[]>(
    `select id from creator where platform_id = $1 or red_id = $2`,
    [platformId, redId],
  );
  return { ...text, named: rows.map(({ id }) => id) };
}
