import { Injectable } from '@nestjs/common';
import { can, type Role, type SearchView } from '@poolrise/contracts';
import { Db } from '../db/db';
import { likeText, prefixQueryOf } from '../words/search-terms';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const each = 6;

const seesCampaigns = (role: Role | null): boolean => role !== null && can(role, 'read:campaigns');
const seesOrders = (role: Role | null): boolean => role !== null && can(role, 'read:orders');

/** What the command palette finds. */
@Injectable()
export class SearchQueries {
  constructor(private readonly db: Db) {}

  /** By a pasted id (also inside a link), else by words and beginnings of names. */
  async search(workspaceId: string, role: Role | null, text: string): Promise<SearchView> {
    const id = uuid.exec(text)?.[0];
    const hits = id ? await this.byId(workspaceId, role, id) : await this.byWords(workspaceId, role, text);
    return { hits };
  }

  private byId(workspaceId: string, role: Role | null, id: string): Promise<SearchView['hits']> {
    // The name of a voucher often says what it is worth; it belongs to those who see the wallet.
    const seesWallet = role !== null && can(role, 'read:wallet');
    return this.db.read(
      workspaceId,
      `select 'note' as kind, note.id, note.title, creator.name as subtitle from note join creator on creator.id = note.creator_id where note.id = $1
       union all select 'boost', boost.id, note.title, boost.state from boost join note on note.id = boost.note_id where boost.id = $1
       union all select 'voucher', id, name, kind from voucher where id = $1 and $2::boolean
       union all select 'creator', id, name, red_id from creator where id = $1
       union all select 'campaign', id, name, state from campaign where id = $1 and $3::boolean
       union all select 'order', id, name, state from cooperation_order where id = $1 and $4::boolean
       union all select 'recruitment', id, name, state from recruitment where id = $1 and workspace_id = app_workspace() and $4::boolean`,
      [id, seesWallet, seesCampaigns(role), seesOrders(role)],
    );
  }

  private byWords(workspaceId: string, role: Role | null, text: string): Promise<SearchView['hits']> {
    return this.db.read(
      workspaceId,
      `(select 'note' as kind, note.id, note.title, creator.name as subtitle from note join creator on creator.id = note.creator_id
        where note.title ilike $1 or ($2 <> '' and note.id in (select note_id from note_search where words @@ $2::tsquery))
        order by note.published_at desc limit ${each})
       union all (select 'creator', id, name, red_id from creator where name ilike $1 or red_id like $3 order by followers desc, id limit ${each})
       union all (select 'boost', boost.id, note.title, boost.state from boost join note on note.id = boost.note_id where note.title ilike $1 order by boost.launched_at desc limit ${each})
       union all (select 'campaign', id, name, state from campaign where name ilike $1 and $4::boolean order by changed_at desc limit ${each})
       union all (select 'order', id, name, state from (
           (select id, name, state, changed_at from cooperation_order where workspace_id = app_workspace() and name ilike $1 and $5::boolean order by changed_at desc limit ${each})
           union (select id, name, state, changed_at from cooperation_order where desk_id = app_workspace() and name ilike $1 and $5::boolean order by changed_at desc limit ${each})
         ) own order by changed_at desc limit ${each})
       union all (select 'recruitment', id, name, state from recruitment where workspace_id = app_workspace() and name ilike $1 and $5::boolean
        order by changed_at desc limit ${each})`,
      [
        `%${likeText(text)}%`,
        prefixQueryOf(text),
        `${likeText(text)}%`,
        seesCampaigns(role),
        seesOrders(role),
      ],
    );
  }
}
