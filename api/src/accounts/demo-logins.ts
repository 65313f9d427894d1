import { Inject, Injectable } from '@nestjs/common';
import { DemoLogin } from '@poolrise/contracts';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { Db } from '../db/db';
import { Refused } from '../http/refused';

const LoginsFile = z.array(DemoLogin);

/** Sign-ins of the demo world, for the buttons on the sign-in page. The seeding writes them into the data folder. */
@Injectable()
export class DemoLogins {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Refused not-found outside a demo: passwords in a file are nothing for a real installation */
  async list(): Promise<DemoLogin[]> {
    const file =
      this.config.DEMO_LOGINS_FILE ??
      (this.config.DATA_DIR && path.join(this.config.DATA_DIR, 'demo-logins.json'));
    if (!file || !(await this.isDemo())) throw new Refused('not-found');
    const text = await fs.readFile(file, 'utf8').catch(() => {
      throw new Refused('not-found');
    });
    return LoginsFile.parse(JSON.parse(text));
  }

  private async isDemo(): Promise<boolean> {
    const [row] = await this.db.asEngine((tx) =>
      tx.query<{ demo: boolean }[]>('select demo from installation'),
    );
    return row?.demo ?? false;
  }
}
