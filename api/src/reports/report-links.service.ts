import { Injectable } from '@nestjs/common';
import type { NewLinkView, OpenReportLink, SeeSharedReport, SharedReport } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { LinkKeys, newToken, tokenHashOf, type Visitor } from '../accounts/link-keys';
import { Passwords } from '../accounts/passwords';
import { Db } from '../db/db';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { newestEdition, reportLinks } from './reports.queries';
import { firstEdition, lockReport } from './reports.service';

/** Links to one report that are open at once. */
const openLinksMax = 20;

/** A link that is open, and the report behind it. */
interface OpenLink {
  id: string;
  workspaceId: string;
  reportId: string;
  expiresAt: string;
}

/** Links by which people without an account see the newest edition of a report. */
@Injectable()
export class ReportLinksService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly keys: LinkKeys,
  ) {}

  /** Makes a link, and an edition where there is none yet. @throws Refused not-found, too-many-links, report-too-wide, unavailable */
  async open(
    workspaceId: string,
    personId: string,
    reportId: string,
    ask: OpenReportLink,
    now = new Date(),
  ): Promise<NewLinkView> {
    const passwordHash = ask.password === undefined ? null : await this.passwords.hash(ask.password);
    const token = newToken();
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const report = await lockReport(tx, reportId);
      const [open] = await tx.query<{ count: number }[]>(
        'select count(*)::int from report_link where report_id = $1 and revoked_at is null and expires_at > now()',
        [reportId],
      );
      if ((open?.count ?? 0) >= openLinksMax) throw new Refused('too-many-links');
      await firstEdition(tx, { workspaceId, personId, report, language: ask.language }, now);
      const [row] = await tx.query<{ id: string }[]>(
        `insert into report_link (report_id, workspace_id, token_hash, password_hash, language, expires_at, created_by, created_at)
         values ($1, $2, $3, $4, $5, now() + $6::int * interval '1 day', $7, now()) returning id`,
        [reportId, workspaceId, tokenHashOf(token), passwordHash, ask.language, ask.days, personId],
      );
      const linkId = row?.id ?? '';
      const detail = { linkId, days: ask.days, withPassword: passwordHash !== null };
      await audit(tx, { workspaceId, personId, action: 'report.link-opened', subjectId: reportId, detail });
      await announce(tx, workspaceId, 'reports');
      const [view] = await reportLinks(tx, reportId, linkId);
      if (!view) throw new Error('a link was written and is not there');
      return { ...view, token };
    });
  }

  /** Closes a link; closing it twice is no error. @throws Refused not-found */
  async revoke(workspaceId: string, personId: string, reportId: string, linkId: string): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const [rows] = await tx.query<[{ fresh: boolean }[], number]>(
        `update report_link link set revoked_at = coalesce(link.revoked_at, now()) from report_link old
         where link.id = $1 and link.report_id = $2 and old.id = link.id returning old.revoked_at is null as fresh`,
        [linkId, reportId],
      );
      if (!rows[0]) throw new Refused('not-found', { field: 'path.linkId' });
      if (!rows[0].fresh) return;
      const event = { workspaceId, personId, subjectId: reportId, detail: { linkId } };
      await audit(tx, { ...event, action: 'report.link-revoked' });
      await announce(tx, workspaceId, 'reports');
    });
  }

  /** The newest edition. @throws Refused link-not-open, link-password-needed, link-password-wrong, too-many-attempts */
  async see(ask: SeeSharedReport, visitor: Visitor): Promise<SharedReport> {
    return this.opened(ask, visitor, 'report.viewed');
  }

  /** The newest edition for a file of it. @throws Refused as see */
  async take(ask: SeeSharedReport, visitor: Visitor, now = new Date()): Promise<SharedReport> {
    await this.keys.countFile(visitor, now);
    return this.opened(ask, visitor, 'report.downloaded');
  }

  private async opened(
    ask: SeeSharedReport,
    visitor: Visitor,
    action: 'report.viewed' | 'report.downloaded',
  ): Promise<SharedReport> {
    const { id: linkId, workspaceId, reportId, expiresAt } = await this.keys.enter(ask, visitor, findLink);
    return this.db.inWorkspace(workspaceId, async (tx) => {
      // Asked again where it is used: a link may be closed while its password is being compared.
      const [rows] = await tx.query<[{ first: boolean }[], number]>(
        `update report_link link set views = link.views + 1, last_viewed_at = now() from report_link old
         where link.id = $1 and ${isOpen} and old.id = link.id
         returning old.last_viewed_at is null or old.last_viewed_at < now() - interval '1 hour' as first`,
        [linkId],
      );
      if (!rows[0]) throw new Refused('link-not-open');
      const shared = await newestEdition(tx, reportId, expiresAt);
      if (rows[0].first || action === 'report.downloaded') {
        await audit(tx, { workspaceId, personId: null, action, subjectId: reportId, detail: { linkId } });
        await announce(tx, workspaceId, 'reports');
      }
      return shared;
    });
  }
}

const isOpen = 'link.revoked_at is null and link.expires_at > now()';

async function findLink(
  tx: EntityManager,
  tokenHash: Buffer,
): Promise<(OpenLink & { passwordHash: string | null }) | undefined> {
  const [link] = await tx.query<(OpenLink & { passwordHash: string | null })[]>(
    `select link.id, link.workspace_id as "workspaceId", link.report_id as "reportId",
       ${isoInstant('link.expires_at')} as "expiresAt", link.password_hash as "passwordHash"
     from report_link link where token_hash = $1 and ${isOpen}`,
    [tokenHash],
  );
  return link;
}
