import { Injectable } from '@nestjs/common';
import type { FirstRun, SessionView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { audit } from './audit';
import { Passwords } from './passwords';
import { Person } from './person.entity';
import { sessionView } from './sessions.queries';
import { SessionsService, type Visit } from './sessions.service';
import { WorkspacesService } from './workspaces.service';

/** The first-run page: an empty installation gets its owner. */
@Injectable()
export class FirstRunService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly workspaces: WorkspacesService,
  ) {}

  /** Creates the owner with the first workspace, and signs the owner in. @throws Refused already-set-up */
  async setUp(ask: FirstRun, visit: Visit, now = new Date()): Promise<{ token: string; view: SessionView }> {
    // Asked before the hash as well: nobody may keep us hashing once there is an owner.
    await this.db.asEngine(refuseIfSetUp);
    const passwordHash = await this.passwords.hash(ask.password);
    return this.db.asEngine(async (tx) => {
      // There is no row to lock yet, so the second of two first runs waits here and then finds the first.
      await tx.query(`select pg_advisory_xact_lock(hashtext('poolrise first run'))`);
      await refuseIfSetUp(tx);

      const person = await tx.save(tx.create(Person, { email: ask.email, name: ask.name, passwordHash }));
      const workspace = await this.workspaces.open(tx, person.id, {
        kind: ask.workspaceKind,
        name: ask.workspaceName,
      });
      await audit(tx, {
        workspaceId: workspace.id,
        personId: person.id,
        action: 'installation.set-up',
        subjectId: person.id,
      });
      const token = await this.sessions.begin(tx, person.id, visit, now);
      return { token, view: await sessionView(tx, person.id) };
    });
  }
}

async function refuseIfSetUp(tx: EntityManager): Promise<void> {
  if (await tx.existsBy(Person, {})) throw new Refused('already-set-up');
}
