import { Injectable } from '@nestjs/common';
import type { NewKitLinkView, OpenKitLink, SeeMediaKit, SharedMediaKit } from '@poolrise/contracts';
import { dayInShanghai } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { LinkKeys, newToken, tokenHashOf, type Visitor } from '../accounts/link-keys';
import { Passwords } from '../accounts/passwords';
import { Db } from '../db/db';
import { isoInstant } from '../http/paging';
import { Refused } from '../http/refused';
import { announce } from '../live/announce';
import { creatorBehindKit, holdKit } from './kept-kit';
import { kitLinks, MediaKitsQueries } from './media-kits.queries';

/** Links to one kit that are open at once. */
const openLinksMax = 20;

/** A link that is open, and the desk behind it. */
interface OpenLink {
  id: string;
  workspaceId: string;
  expiresAt: string;
}

/** Links by which brands without an account see a media kit as it stands. */
@Injectable()
export class MediaKitLinksService {
  constructor(
    private readonly db: Db,
    private readonly passwords: Passwords,
    private readonly keys: LinkKeys,
    private readonly kits: MediaKitsQueries,
  ) {}

  /** Makes a link. @throws Refused creator-desk-only, too-many-links, unavailable */
  async open(
    workspaceId: string,
    personId: string,
    ask: OpenKitLink,
    now = new Date(),
  ): Promise<NewKitLinkView> {
    const passwordHash = ask.password === undefined ? null : await this.passwords.hash(ask.password);
    const token = newToken();
    return this.db.inWorkspace(workspaceId, async (tx) => {
      const creatorId = await creatorBehindKit(tx, workspaceId);
      await holdKit(tx, workspaceId, now);
      const [open] = await tx.query<{ count: number }[]>(
        'select count(*)::int from media_kit_link where workspace_id = $1 and revoked_at is null and expires_at > $2',
        [workspaceId, now],
      );
      if ((open?.count ?? 0) >= openLinksMax)
        throw new Refused('too-many-links', {
          detail: `${openLinksMax} links to this media kit are open.`,
          remedy: 'Close one that is not needed any more.',
          figures: { most: openLinksMax },
        });
      const [row] = await tx.query<{ id: string }[]>(
        `insert into media_kit_link (workspace_id, token_hash, password_hash, expires_at, created_by, created_at)
         values ($1, $2, $3, $4::timestamptz + $5::int * interval '1 day', $6, $4) returning id`,
        [workspaceId, tokenHashOf(token), passwordHash, now, ask.days, personId],
      );
      const linkId = row?.id ?? '';
      const detail = { linkId, days: ask.days, withPassword: passwordHash !== null };
      await audit(tx, {
        workspaceId,
        personId,
        action: 'media-kit.link-opened',
        subjectId: creatorId,
        detail,
      });
      await announce(tx, workspaceId, 'media-kits');
      const [view] = await kitLinks(tx, workspaceId, now, linkId);
      if (!view) throw new Error('a link was written and is not there');
      return { ...view, token };
    });
  }

  /** Closes a link; closing it twice is no error. @throws Refused not-found */
  async revoke(workspaceId: string, personId: string, linkId: string, now = new Date()): Promise<void> {
    await this.db.inWorkspace(workspaceId, async (tx) => {
      const [rows] = await tx.query<[{ fresh: boolean }[], number]>(
        `update media_kit_link link set revoked_at = coalesce(link.revoked_at, $3) from media_kit_link old
         where link.id = $1 and link.workspace_id = $2 and old.id = link.id returning old.revoked_at is null as fresh`,
        [linkId, workspaceId, now],
      );
      if (!rows[0]) throw new Refused('not-found', { field: 'path.linkId' });
      if (!rows[0].fresh) return;
      await audit(tx, { workspaceId, personId, action: 'media-kit.link-revoked', subjectId: linkId });
      await announce(tx, workspaceId, 'media-kits');
    });
  }

  /** The kit as it stands. @throws Refused link-not-open, link-password-needed, link-password-wrong, too-many-attempts */
  async see(ask: SeeMediaKit, visitor: Visitor, now = new Date()): Promise<SharedMediaKit> {
    const { id, workspaceId, expiresAt } = await this.keys.enter(
      ask,
      visitor,
      (tx, hash) => findLink(tx, hash, now),
      now,
    );
    const kit = await this.kits.shared(workspaceId, expiresAt, now);
    // A desk that speaks for nobody any more has no kit, and its links lead nowhere.
    if (!kit) throw new Refused('link-not-open');
    await this.db.inWorkspace(workspaceId, async (tx) => {
      // Asked again where it is used: a link may be closed while its password is being compared.
      const [rows] = await tx.query<[unknown[], number]>(
        `update media_kit_link link set last_viewed_at = $2 where link.id = $1 and ${isOpen('$2')} returning link.id`,
        [id, now],
      );
      if (rows.length === 0) throw new Refused('link-not-open');
      await tx.query(
        `insert into media_kit_visit as seen (link_id, day, workspace_id, visits) values ($1, $2, $3, 1)
         on conflict on constraint media_kit_visit_pkey do update set visits = seen.visits + 1`,
        [id, dayInShanghai(now), workspaceId],
      );
      await announce(tx, workspaceId, 'media-kits');
    });
    return kit;
  }
}

const isOpen = (now: string): string => `link.revoked_at is null and link.expires_at > ${now}`;

async function findLink(
  tx: EntityManager,
  tokenHash: Buffer,
  now: Date,
): Promise<(OpenLink & { passwordHash: string | null }) | undefined> {
  const [link] = await tx.query<(OpenLink & { passwordHash: string | null })[]>(
    `select link.id, link.workspace_id as "workspaceId", ${isoInstant('link.expires_at')} as "expiresAt",
       link.password_hash as "passwordHash"
     from media_kit_link link where token_hash = $1 and ${isOpen('$2')}`,
    [tokenHash, now],
  );
  return link;
}
