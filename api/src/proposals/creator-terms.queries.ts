import { Injectable } from '@nestjs/common';
import type { CreatorTerms } from '@poolrise/contracts';
import { ContactsQueries } from '../agencies/contacts.queries';
import { creatorRows, tierSchemeOf } from '../creators/creator-rows';
import { Db } from '../db/db';

/** What creators cost, beside the price that is being proposed. */
@Injectable()
export class CreatorTermsQueries {
  constructor(
    private readonly db: Db,
    private readonly contacts: ContactsQueries,
  ) {}

  /** In the order asked for; who is not in the directory is left out. */
  async of(workspaceId: string, personId: string, creatorIds: readonly string[]): Promise<CreatorTerms> {
    const own = await this.contacts.ratesOf(workspaceId, personId, creatorIds);
    const rows = await this.db.inWorkspace(workspaceId, async (tx) =>
      creatorRows(tx, await tierSchemeOf(tx, workspaceId), [...new Set(creatorIds)]),
    );
    return {
      items: rows.map(({ id, figures: { imageCents, videoCents } }) => ({
        creatorId: id,
        published: { imageCents, videoCents },
        own: own.get(id) ?? null,
      })),
    };
  }
}
