import { Injectable } from '@nestjs/common';
import type { Page, PageQuery, PolicyActivationView, PolicyVersion } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';
import { policyBrief } from './policy-brief';

/** A list of the desk: its rows, and the instant and id that they are ordered by. */
interface DeskList<Row> {
  /** Stands in the cursor, so that one list's place is not taken for another's. */
  name: string;
  select: string;
  at: string;
  id: string;
  instantOf: (row: Row) => string;
}

const versions: DeskList<PolicyVersion> = {
  name: 'versions',
  at: 'policy.created_at',
  id: 'policy.id',
  instantOf: ({ createdAt }) => createdAt,
  select: `select policy.id, policy.name, policy.version, policy.source, policy.mark, policy.in_force as "inForce",
    ${isoInstant('policy.created_at')} as "createdAt", policy.why,
    case when policy.author_id is null then null else coalesce(author.name, 'Somebody who has left') end as author,
    case when base.id is null then null else ${policyBrief('base')} end as "basedOn"
  from pool_policy policy left join person author on author.id = policy.author_id left join pool_policy base on base.id = policy.based_on_id`,
};

const activations: DeskList<PolicyActivationView> = {
  name: 'activations',
  at: 'act.activated_at',
  id: 'act.id',
  instantOf: ({ at }) => at,
  select: `select act.id, ${isoInstant('act.activated_at')} as at, coalesce(person.name, 'Somebody who has left') as by,
    ${policyBrief('older')} as from, ${policyBrief('newer')} as to, act.kind, act.why
  from policy_activation act join pool_policy older on older.id = act.from_id join pool_policy newer on newer.id = act.to_id
  left join person on person.id = act.person_id`,
};

/** The operator's lists: versions and what was in force when. Under the engine's hat, for the platform's people alone. */
@Injectable()
export class PolicyDeskQueries {
  constructor(private readonly db: Db) {}

  versions(workspaceId: string, query: PageQuery): Promise<Page<PolicyVersion>> {
    return this.list(workspaceId, query, versions);
  }

  activations(workspaceId: string, query: PageQuery): Promise<Page<PolicyActivationView>> {
    return this.list(workspaceId, query, activations);
  }

  async version(tx: EntityManager, id: string): Promise<PolicyVersion> {
    const [row] = await tx.query<PolicyVersion[]>(`${versions.select} where policy.id = $1`, [id]);
    if (!row) throw new Error(`version ${id} is gone`);
    return row;
  }

  async activation(tx: EntityManager, id: string): Promise<PolicyActivationView> {
    const [row] = await tx.query<PolicyActivationView[]>(`${activations.select} where act.id = $1`, [id]);
    if (!row) throw new Error(`activation ${id} is gone`);
    return row;
  }

  /** Newest first, a page by the index on the instant. */
  private async list<Row extends { id: string }>(
    workspaceId: string,
    query: PageQuery,
    { name, select, at, id, instantOf }: DeskList<Row>,
  ): Promise<Page<Row>> {
    const cursor = decodeCursor(query.cursor, cursorInstant, z.uuid(), z.literal(name));
    const rows = await asPlatform(this.db, workspaceId, async (tx) => {
      return tx.query<Row[]>(
        `${select} ${cursor ? `where (${at}, ${id}) < ($2::timestamptz, $3::uuid)` : ''}
         order by ${at} desc, ${id} desc limit $1`,
        [query.limit + 1, ...(cursor?.slice(0, 2) ?? [])],
      );
    });
    return pageFrom(
      rows,
      query.limit,
      (row) => row,
      (row) => [instantOf(row), row.id, name],
    );
  }
}
