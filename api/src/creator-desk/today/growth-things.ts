import { growthGraceDays, growthLevel } from '@poolrise/domain';
import { isoInstant } from '../../http/paging';
import { aThing, type TodayProvider } from './today-provider';

interface Row {
  id: string;
  level: number;
  until: string;
}

/** A growth level that the figures no longer reach, while it is kept. */
export const growthThings: TodayProvider = {
  kinds: ['growth-falling'],
  ability: 'read:rewards',
  async find({ db, workspaceId }) {
    const rows = await db.read<Row>(
      workspaceId,
      `select workspace_id as id, level, ${isoInstant(`(below_since + interval '${growthGraceDays} days')`)} as until
         from growth_standing where workspace_id = app_workspace() and below_since is not null`,
    );
    return rows.map(({ id, level, until }) => {
      const { name } = growthLevel(level);
      return aThing({ kind: 'growth-falling', subjectId: id, title: name.zh, name, lapsesAt: until });
    });
  },
};
