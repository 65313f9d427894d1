import { presets } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';

/** Puts the shipped presets in place; the platform-stated one is in force until somebody chooses another. */
export async function installPolicies(tx: EntityManager): Promise<void> {
  for (const preset of presets)
    await tx.query(
      `insert into pool_policy (name, version, source, mark, document, in_force)
       values ($1, $2, $3, $4, $5, $3 = 'platform_stated' and not exists (select from pool_policy where in_force))
       on conflict on constraint one_policy_per_version do nothing`,
      [preset.name, preset.version, preset.source, preset.mark, JSON.stringify(preset)],
    );
}
