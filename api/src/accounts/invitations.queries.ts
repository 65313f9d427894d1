import { Injectable } from '@nestjs/common';
import type { InvitationView, Page, ReceivedInvitation } from '@poolrise/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Db } from '../db/db';
import { cursorInstant, decodeCursor, isoInstant, pageFrom } from '../http/paging';

/** More than a person will ever be asked to join; anything beyond waits until these are answered. */
const receivedMax = 50;

/** Invitations nobody has answered, in the order in which they were written. */
@Injectable()
export class InvitationsQueries {
  constructor(private readonly db: Db) {}

  async page(workspaceId: string, ask: { cursor?: string; limit: number }): Promise<Page<InvitationView>> {
    const [, invitedAt, id] =
      decodeCursor(ask.cursor, z.literal('invitations'), cursorInstant, z.uuid()) ?? [];
    const rows = await this.db.read<InvitationView>(
      workspaceId,
      `select id, name, email, role, ${isoInstant('invited_at')} as "invitedAt" from invitation
       where $1::timestamptz is null or (invited_at, id) > ($1, $2::uuid)
       order by invited_at, id limit $3`,
      [invitedAt, id, ask.limit + 1],
    );
    return pageFrom(
      rows,
      ask.limit,
      (row) => row,
      (row) => ['invitations', row.invitedAt, row.id],
    );
  }
}

/** What a person was asked to join. As the engine: they are no member yet. */
export function receivedInvitations(
  tx: EntityManager,
  personId: string | null,
): Promise<ReceivedInvitation[]> {
  return tx.query<ReceivedInvitation[]>(
    `select invitation.id, workspace.name as "workspaceName", workspace.kind as "workspaceKind", invitation.role,
            host.name as "invitedBy"
     from person join invitation on invitation.email = person.email
     join workspace on workspace.id = invitation.workspace_id
     join person as host on host.id = invitation.invited_by
     where person.id = $1
     order by invitation.invited_at, invitation.id limit $2`,
    [personId, receivedMax],
  );
}
