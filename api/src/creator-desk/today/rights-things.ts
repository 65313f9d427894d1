import { todayPerKind } from '@poolrise/domain';
import { isoInstant } from '../../http/paging';
import { aThing, type TodayProvider } from './today-provider';

interface Row {
  id: string;
  name: string;
  brand_name: string;
  until: string;
}

/** Rights to use the creator's notes that end within a week: the brand may ask for more, and the creator may look what still runs. */
export const rightsThings: TodayProvider = {
  kinds: ['rights-ending'],
  ability: 'read:orders',
  async find({ db, workspaceId, now }) {
    const rows = await db.read<Row>(
      workspaceId,
      `select id, name, brand_name, ${isoInstant('rights_until')} as until from cooperation_order
        where desk_id = app_workspace() and rights_until > $1::timestamptz and rights_until <= $1::timestamptz + interval '7 days'
          and published_at is not null and waits_for is distinct from 'creator'
        order by rights_until, id limit $2`,
      [now, todayPerKind],
    );
    return rows.map(({ id, name, brand_name, until }) =>
      aThing({ kind: 'rights-ending', subjectId: id, title: name, who: brand_name, lapsesAt: until }),
    );
  },
};
