import { Injectable } from '@nestjs/common';
import { Db } from '../db/db';
import { HandlesJob } from '../jobs/handles-job';
import { judgeDesks } from './judge-desks';

/** Desks judged in one transaction, and how many of those one round of the job does before others get their turn. */
const batch = 200;
const batchesAtOnce = 50;

/** Judges every creator's desk once a day, a new one within minutes of its beginning. */
@Injectable()
export class GrowthClock {
  constructor(private readonly db: Db) {}

  /** Returns how many desks were judged. */
  @HandlesJob('growth-levels')
  async judgeDue(now = new Date()): Promise<number> {
    let done = 0;
    for (let round = 0; round < batchesAtOnce; round++) {
      const judged = await this.db.asEngine((tx) => judgeDesks(tx, batch, now));
      done += judged;
      if (judged < batch) break;
    }
    return done;
  }
}
