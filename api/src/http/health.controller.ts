import { Controller, Get } from '@nestjs/common';
import { Db } from '../db/db';
import { Refused } from './refused';
import { OpenToAll } from './serves';

/** For supervisors and load balancers. */
@Controller()
export class HealthController {
  constructor(private readonly db: Db) {}

  /** The process runs; asks nobody else. */
  @Get('livez')
  @OpenToAll()
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can work: the database answers as the application role. */
  @Get('readyz')
  @OpenToAll()
  async ready(): Promise<{ status: 'ok' }> {
    await this.db
      .asEngine((tx) => tx.query('select 1'))
      .catch(() => {
        throw new Refused('unavailable');
      });
    return { status: 'ok' };
  }
}
