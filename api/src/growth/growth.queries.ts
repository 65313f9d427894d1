import { Injectable } from '@nestjs/common';
import { growthPlansMost, growthStepsMost, type GrowthView } from '@poolrise/contracts';
import {
  growthFallsAt,
  type GrowthFacts,
  growthLevelMost,
  growthLevels,
  growthLines,
  judgeGrowth,
  moveGrowth,
} from '@poolrise/domain';
import { Db } from '../db/db';
import { Refused } from '../http/refused';
import { growthFactsSql, growthHeldSql, type GrowthRow } from './growth-facts';

interface Found extends GrowthRow {
  judgedAt: Date | null;
  history: (Omit<GrowthView['history'][number], 'lacks'> & { facts: GrowthFacts })[];
  plans: Omit<GrowthView['plans'][number], 'open'>[];
}

const screenSql = `
  select ${growthHeldSql('s')} as held, s.judged_at as "judgedAt", ${growthFactsSql('w.id', '$2::timestamptz')} as facts,
    coalesce((select json_agg(json_build_object('id', h.id, 'step', h.step, 'fromLevel', h.from_level, 'toLevel', h.to_level,
                'at', h.at, 'facts', h.facts) order by h.at desc, h.id desc)
       from (select * from growth_step where workspace_id = w.id order by at desc, id desc limit ${growthStepsMost + 1}) h), '[]') as history,
    coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'growthLevelMin', p.asks, 'closesAt', p.closes_at)
                order by p.asks, p.closes_at, p.id)
       from (select *, (eligibility ->> 'growthLevelMin')::int as asks from reward_plan
              where state = 'open' and closes_at > $2 and eligibility ->> 'growthLevelMin' is not null
              order by asks, closes_at, id limit ${growthPlansMost + 1}) p), '[]') as plans
    from workspace w left join growth_standing s on s.workspace_id = w.id
   where w.id = $1 and w.kind = 'creator'`;

/** How far a creator's desk has grown. */
@Injectable()
export class GrowthQueries {
  constructor(private readonly db: Db) {}

  /** The level is that of this moment: what rose since the desk was judged counts already. @throws Refused creator-desk-only */
  async view(workspaceId: string, now = new Date()): Promise<GrowthView> {
    const [row] = await this.db.read<Found>(workspaceId, screenSql, [workspaceId, now]);
    if (!row) throw new Refused('creator-desk-only');
    const { held, facts, history, plans } = row;
    const reached = judgeGrowth(facts).level;
    const { standing } = moveGrowth(held, reached, now.getTime());
    const { level, belowSince } = standing;
    const iso = (at: number | string): string => new Date(at).toISOString();
    return {
      level,
      reachedAt: held && iso(standing.reachedAt),
      judgedAt: row.judgedAt?.toISOString() ?? null,
      facts: { ...facts },
      next: level < growthLevelMost ? level + 1 : null,
      falling: belowSince === null ? null : { at: iso(growthFallsAt(belowSince)), toLevel: reached },
      levels: growthLevels.map((one) => ({
        level: one.level,
        name: one.name,
        met: one.level <= reached,
        lines: growthLines(one.level, facts),
      })),
      history: history.slice(0, growthStepsMost).map(({ facts: then, at, ...step }) => ({
        ...step,
        at: iso(at),
        lacks:
          step.fromLevel !== null && (step.step === 'warned' || step.step === 'fell')
            ? growthLines(step.fromLevel, then).filter(({ met }) => !met)
            : [],
      })),
      moreHistory: history.length > growthStepsMost,
      plans: plans.slice(0, growthPlansMost).map(({ closesAt, ...plan }) => ({
        ...plan,
        closesAt: iso(closesAt),
        open: level >= plan.growthLevelMin,
      })),
      morePlans: plans.length > growthPlansMost,
      asOf: now.toISOString(),
    };
  }
}
