import { todayPerKind } from '@poolrise/domain';
import { isoInstant } from '../../http/paging';
import { aThing, type TodayProvider } from './today-provider';

interface Row {
  id: string;
  name: { zh: string; en: string };
  until: string;
}

const claimUntil = `(p.closes_at + p.late_hours * interval '1 hour' + p.claim_days * interval '1 day')`;

/** Reward plans whose tasks are done and whose reward nobody has claimed yet, while it still can be. */
export const rewardThings: TodayProvider = {
  kinds: ['reward-claim'],
  ability: 'claim:rewards',
  async find({ db, workspaceId, now }) {
    const rows = await db.read<Row>(
      workspaceId,
      `select p.id, p.name, ${isoInstant(claimUntil)} as until
         from reward_enrolment e join reward_plan p on p.id = e.plan_id
        where e.workspace_id = app_workspace() and e.achieved_at is not null and p.state <> 'paused' and p.issued < p.quota
          and $1::timestamptz < ${claimUntil} and not exists (select from reward_claim where enrolment_id = e.id)
        order by until, p.id limit $2`,
      [now, todayPerKind],
    );
    return rows.map(({ id, name, until }) =>
      aThing({ kind: 'reward-claim', subjectId: id, title: name.zh, name, lapsesAt: until }),
    );
  },
};
