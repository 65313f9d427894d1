import { Injectable } from '@nestjs/common';
import type { CreatorBrief, PublishNote } from '@poolrise/contracts';
import { foldForSearch } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { placeNewcomers } from '../imports/place-creators';
import { noSuchCreator } from './no-such-creator';
import { Creator } from './creator.entity';

/** Creators say no more than this of themselves when they come in with a note. */
export type CreatorIntroduction = NonNullable<PublishNote['creator']>;

/** The directory of creators. */
@Injectable()
export class CreatorsService {
  constructor(private readonly db: Db) {}

  /** What a note shows of its creator. @throws Refused not-found */
  async find(tx: EntityManager, creatorId: string): Promise<CreatorBrief> {
    const creator = await tx.findOneBy(Creator, { id: creatorId });
    if (!creator) throw noSuchCreator('/creatorId');
    const { id, name, redId, followers } = creator;
    return { id, name, redId, followers };
  }

  /**
   * Id of the creator with this red id, entered into the directory when new. One who is known keeps the name and the
   * followers of the directory: it is shared, and a workspace must not rename somebody for all others.
   */
  knownAs({ redId, name, followers }: CreatorIntroduction): Promise<string> {
    return this.db.asEngine(async (tx) => {
      // Two notes of a new creator at the same moment: the second insert waits, does nothing, and finds the first.
      const [entered] = await tx.query<unknown[]>(
        `insert into creator (red_id, name, search_name, followers, gender, city_tier, categories)
         values ($1, $2, $3, $4, 'unknown', 'unknown', '{}') on conflict on constraint one_creator_per_red_id do nothing
         returning id`,
        [redId, name, foldForSearch(name), followers],
      );
      if (entered) await placeNewcomers(tx, [redId], []);
      return (await tx.findOneByOrFail(Creator, { redId })).id;
    });
  }
}
