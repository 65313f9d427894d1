import { Injectable } from '@nestjs/common';
import type { FoundWorkspace, MembershipView } from '@poolrise/contracts';
import { type EntityManager, IsNull } from 'typeorm';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { LedgerService } from '../ledger/ledger.service';
import { audit } from './audit';
import { Member } from './member.entity';
import { Person } from './person.entity';
import { personUnder } from './sessions.queries';
import { Workspace } from './workspace.entity';

/** Counted by who founded them, so that handing one over does not make room for another. */
const foundedMax = 20;

/** Workspaces and how they begin. */
@Injectable()
export class WorkspacesService {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
  ) {}

  /** Whoever is signed in founds a workspace and owns it. @throws Refused not-signed-in, too-many-workspaces */
  found(sessionHash: Buffer | null, ask: FoundWorkspace): Promise<MembershipView> {
    return this.db.asEngine(async (tx) => {
      const personId = await personUnder(tx, sessionHash);
      if (!personId) throw new Refused('not-signed-in');
      // The founder's row is the lock: twenty-one at the same moment are counted one after the other.
      await tx.findOneOrFail(Person, { where: { id: personId }, lock: { mode: 'for_no_key_update' } });
      // Rooms of clients are an agency's, which counts them itself.
      if ((await tx.countBy(Workspace, { foundedBy: personId, agencyId: IsNull() })) >= foundedMax)
        throw new Refused('too-many-workspaces');

      const { id: workspaceId, name, kind } = await this.open(tx, personId, ask);
      await audit(tx, { workspaceId, personId, action: 'workspace.founded', subjectId: workspaceId });
      return { workspaceId, workspaceName: name, workspaceKind: kind, role: 'owner' };
    });
  }

  /** A workspace with its first owner and its accounts at zero. */
  async open(
    tx: EntityManager,
    ownerId: string,
    about: Pick<Workspace, 'kind' | 'name'> & Partial<Pick<Workspace, 'agencyId' | 'category' | 'brands'>>,
  ): Promise<Workspace> {
    const workspace = await tx.save(tx.create(Workspace, { ...about, foundedBy: ownerId }));
    await tx.insert(Member, { workspaceId: workspace.id, personId: ownerId, role: 'owner' });
    await this.ledger.openAccounts(tx, workspace.id);
    return workspace;
  }
}
