import { Injectable } from '@nestjs/common';
import type { ChooseCreator } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import type { CallingPerson } from '../http/caller';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { lockObservations } from './lock-observations';
import { placeCreators } from './place-creators';

interface Ids {
  platformId: string | null;
  redId: string | null;
}
const nobody: Ids = { platformId: null, redId: null };

/** Who a creator of files is, where only a person knows. */
@Injectable()
export class CreatorNames {
  constructor(private readonly db: Db) {}

  /**
   * Says that a creator of files is somebody of the directory, the creator of other files, or with neither nobody else; rows in force
   * follow, and later ones of the same name as well.
   * @throws Refused not-found, invalid-input
   */
  choose(
    workspaceId: string,
    person: Pick<CallingPerson, 'id'>,
    { observedCreatorId, creatorId, sameAs }: ChooseCreator,
    now = new Date(),
  ): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await lockObservations(tx, workspaceId);
      const names = await namesOf(tx, observedCreatorId);
      if (!names.length) throw new Refused('not-found', { field: '/observedCreatorId' });
      const { platformId, redId } = await meant(tx, creatorId, sameAs);
      await tx.query(
        `insert into creator_choice (workspace_id, name_key, platform_id, red_id, chosen_by, chosen_at)
         select $1, unnest($2::text[]), $3, $4, $5, $6
         on conflict (workspace_id, name_key) do update set platform_id = excluded.platform_id, red_id = excluded.red_id,
           chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`,
        [workspaceId, names, platformId, redId, person.id, now],
      );
      await placeCreators(tx, workspaceId, names);
      await announce(tx, workspaceId, 'imports');
    });
  }

  /**
   * Takes back what was said of a name. Its rows go where they would be without it.
   * @throws Refused not-found
   */
  drop(workspaceId: string, nameKey: string): Promise<void> {
    return this.db.inWorkspace(workspaceId, async (tx) => {
      await lockObservations(tx, workspaceId);
      const [dropped] = await tx.query<[unknown[], number]>(
        'delete from creator_choice where name_key = $1 returning name_key',
        [nameKey],
      );
      if (!dropped.length) throw new Refused('not-found', { field: '/nameKey' });
      await placeCreators(tx, workspaceId, [nameKey]);
      await announce(tx, workspaceId, 'imports');
    });
  }
}

async function namesOf(tx: EntityManager, observedId: string): Promise<string[]> {
  const rows = await tx.query<{ name: string }[]>(
    'select name_key as name from creator_name where observed_id = $1 order by name_key',
    [observedId],
  );
  return rows.map(({ name }) => name);
}

async function meant(tx: EntityManager, creatorId: string | null, sameAs: string | null): Promise<Ids> {
  if (creatorId === null && sameAs === null) return nobody;
  const [found] = await tx.query<Ids[]>(
    `select platform_id as "platformId", red_id as "redId" from ${creatorId ? 'creator' : 'observed_creator'} where id = $1`,
    [creatorId ?? sameAs],
  );
  if (!found) throw new Refused('not-found', { field: creatorId ? '/creatorId' : '/sameAs' });
  if (found.platformId === null && found.redId === null)
    throw new Refused('invalid-input', {
      field: '/sameAs',
      detail:
        'Files give this creator neither an account number nor a home page, so nobody can be joined to her.',
      remedy: 'Choose a creator with an account number, or say first who this one is.',
    });
  return found;
}
