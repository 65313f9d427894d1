import { Injectable } from '@nestjs/common';
import {
  can,
  type Page,
  type ProfessionalDeskRow,
  type ProfessionalView,
  type Role,
} from '@poolrise/contracts';
import type { ProfessionalDeskQuery, WorkspaceKind } from '@poolrise/contracts';
import {
  type Category,
  mayApply,
  type ProfessionalGround,
  renewableFrom,
  verificationOf,
} from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { asPlatform } from '../accounts/platform';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, pageFrom } from '../http/paging';
import { mediaLinksOf } from '../media/media-links';
import {
  applicationView,
  deskRows,
  deskView,
  groundSql,
  type LatestRecord,
  latestSql,
} from './application-rows';

interface Found {
  kind: WorkspaceKind;
  identity: Category | null;
  ground: ProfessionalGround;
  verifiedAt: Date | null;
  latest: LatestRecord | null;
}

const screenSql = `
  select w.kind, a.identity, ${groundSql('w.id')} as ground, ${latestSql('w.id')} as latest,
         (select verified_at from professional_application where workspace_id = w.id and state in ('verified', 'suspended')) as "verifiedAt"
    from workspace w left join professional_account a on a.workspace_id = w.id where w.id = $1`;

/** Where the lists of the platform's desk begin, and how they go on. */
const shown: Record<ProfessionalDeskQuery['show'], string> = {
  waiting: `p.state = 'submitted' and ($1::timestamptz is null or (p.asked_at, p.id) > ($1, $2::uuid))
    order by p.asked_at, p.id limit $3`,
  verified: `p.state in ('verified', 'suspended') and ($1::timestamptz is null or (p.decided_at, p.id) < ($1, $2::uuid))
    order by p.decided_at desc, p.id desc limit $3`,
  decided: `p.decided_at is not null and ($1::timestamptz is null or (p.decided_at, p.id) < ($1, $2::uuid))
    order by p.decided_at desc, p.id desc limit $3`,
};

/** Screens of professional accounts. */
@Injectable()
export class ProfessionalQueries {
  constructor(private readonly db: Db) {}

  /** What stands on the licence is told to whoever may send one. */
  async view(workspaceId: string, role: Role, now = new Date()): Promise<ProfessionalView> {
    const links = await mediaLinksOf(this.db);
    const [row] = await this.db.read<Found>(workspaceId, screenSql, [workspaceId]);
    if (!row) throw new Error(`workspace ${workspaceId} is gone`);
    const { ground, latest } = row;
    const until = ground.holding?.until;
    const iso = (at: number): string => new Date(at).toISOString();
    return {
      identity: row.identity,
      verification: verificationOf(ground, now.getTime()),
      verifiedAt: row.verifiedAt?.toISOString() ?? null,
      until: until === undefined ? null : iso(until),
      renewableFrom: until === undefined ? null : iso(renewableFrom(until)),
      application: latest && applicationView(latest, can(role, 'write:professional', row.kind), links),
      hindrance: isVerifiable(row.kind) ? mayApply(ground, now.getTime()) : 'professional-not-here',
      asOf: now.toISOString(),
    };
  }

  /** @throws Refused platform-only */
  async desk(
    workspaceId: string,
    ask: z.output<typeof ProfessionalDeskQuery>,
  ): Promise<Page<ProfessionalDeskRow>> {
    const tag = z.literal(`professional-${ask.show}`);
    const [at, id] = decodeCursor(ask.cursor, cursorInstant, z.uuid(), tag) ?? [null, null];
    const links = await mediaLinksOf(this.db);
    return asPlatform(this.db, workspaceId, async (tx) =>
      pageFrom(
        await deskRows(tx, `where ${shown[ask.show]}`, [at, id, ask.limit + 1]),
        ask.limit,
        (row) => deskView(row, links),
        ({ key, ...row }) => [key, row.id, `professional-${ask.show}`],
      ),
    );
  }

  /** One application, as the list of the platform has it. The caller wears the engine's hat. */
  async deskRow(tx: EntityManager, applicationId: string): Promise<ProfessionalDeskRow> {
    const [row] = await deskRows(tx, 'where p.id = $1', [applicationId]);
    if (!row) throw new Error(`application ${applicationId} is gone`);
    return deskView(row, await mediaLinksOf(this.db));
  }
}

/** Brands and creators' desks are who they are; an agency speaks for others, and its clients' rooms are its own. */
export const isVerifiable = (kind: WorkspaceKind): boolean => kind === 'brand' || kind === 'creator';
