import { Injectable } from '@nestjs/common';
import type { TierSchemeView } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { tierSchemeOf } from '../creators/creator-rows';
import { Db } from '../db/db';
import { JobsService } from '../jobs/jobs.service';

/** By which bounds of followers a workspace speaks of tiers. */
@Injectable()
export class TierSchemeService {
  constructor(
    private readonly db: Db,
    private readonly jobs: JobsService,
  ) {}

  chosen(workspaceId: string): Promise<TierSchemeView> {
    return this.db.inWorkspace(workspaceId, (tx) => schemeView(tx, workspaceId));
  }

  /** Peers of a scheme that nobody used before are counted by the worker, which a million creators keep busy for a while. */
  async choose(workspaceId: string, personId: string, schemeId: string): Promise<TierSchemeView> {
    const view = await this.db.inWorkspace(workspaceId, async (tx) => {
      const [was] = await tx.query<{ scheme: string }[]>(
        'select tier_scheme as scheme from workspace where id = $1 for no key update',
        [workspaceId],
      );
      if (was?.scheme !== schemeId) {
        await tx.query('update workspace set tier_scheme = $2 where id = $1', [workspaceId, schemeId]);
        await audit(tx, {
          workspaceId,
          personId,
          action: 'tier-scheme.chosen',
          subjectId: workspaceId,
          detail: { from: was?.scheme, to: schemeId },
        });
      }
      return schemeView(tx, workspaceId);
    });
    if (!view.counted) this.jobs.nudge('creator-peers');
    return view;
  }
}

async function schemeView(tx: EntityManager, workspaceId: string): Promise<TierSchemeView> {
  const { id } = await tierSchemeOf(tx, workspaceId);
  const [row] = await tx.query<{ counted: boolean }[]>(
    'select exists (select from peer_band where scheme = $1) as counted',
    [id],
  );
  return { schemeId: id, counted: row?.counted ?? false };
}
