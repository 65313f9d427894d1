import type { CredibilityTest, RecruitedCreator } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { unusualTestsOf } from '../creators/credibility/judge-creator';

/** The creator a desk speaks for, as far as recruitments ask. */
export interface BoardCreator extends Omit<RecruitedCreator, 'unusualTests'> {
  id: string;
  imageCents: number | null;
  videoCents: number | null;
  unusual: CredibilityTest[];
}

/** Null where the desk speaks for nobody, and in workspaces that are no desks. The caller wears the engine's hat. */
export async function creatorOfDesk(
  tx: EntityManager,
  deskId: string,
  now: Date,
): Promise<BoardCreator | null> {
  const [found] = await tx.query<Omit<BoardCreator, 'unusual'>[]>(
    `select c.id, c.followers, c.categories, c.health, c.accepts_image as "acceptsImage", c.accepts_video as "acceptsVideo",
            c.image_cents as "imageCents", c.video_cents as "videoCents"
       from workspace w join creator c on c.id = w.creator_id where w.id = $1 and c.deleted_at is null`,
    [deskId],
  );
  if (!found) return null;
  const unusual = await unusualTestsOf((sql, parameters) => tx.query(sql, parameters), found.id, now);
  return { ...found, unusual };
}
