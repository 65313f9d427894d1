import { describeMetric, sources } from './describe-metric';

const { ledger, ownCount } = sources;
const race = ['P', 'Poolrise races, races/judge-race.ts and races/race-regret.ts'] as const;

/** What a race between notes measures, decides and costs. */
export const raceMetrics = {
  raceGoals: describeMetric(
    'count',
    ['目标行为', 'Answers of the goal'],
    [
      '本次赛马的加热带来的阅读、赞藏或涨粉，看目标是哪一种',
      'reads, likes and collects, or follows on the boosts of this race, whichever is the goal',
    ],
    ownCount,
  ),
  raceRate: describeMetric(
    'ratio',
    ['目标率', 'Goal rate'],
    [
      '目标行为 ÷ 推广曝光；先验为类目常见推广水平，相当于 4 次目标行为；区间为 80%',
      'answers of the goal / paid impressions; the prior is the usual paid rate of the category, worth four answers; interval of 80%',
    ],
    race,
  ),
  raceChance: describeMetric(
    'probability',
    ['最佳概率', 'Chance to be the best'],
    [
      '对各篇目标率共同抽样 2,000 次，该篇最高的比例',
      'share of 2,000 draws of all goal rates in which this note has the highest',
    ],
    race,
  ),
  raceShare: describeMetric(
    'ratio',
    ['本轮预算占比', 'Share of the round'],
    ['该篇加热预算 ÷ 本轮预算', 'budget of the note’s boost / budget of the round'],
    ledger,
  ),
  raceLeft: describeMetric(
    'cents',
    ['尚未动用', 'Still open'],
    ['赛马预算 − 已消耗 − 进行中加热冻结的金额', 'budget of the race - spend - what its running boosts hold'],
    ledger,
  ),
  racePayable: describeMetric(
    'cents',
    ['钱包可支付', 'The wallet can pay'],
    [
      '现金 + 可用授信 + 可与现金同用的赔付和返货',
      'cash + free credit + as much compensation and rebate as goes with the cash',
    ],
    ledger,
  ),
  raceBelowBest: describeMetric(
    'count',
    ['比全投最佳少得', 'Below the best note'],
    [
      '同样的曝光全投给最佳笔记的期望目标行为 − 本次赛马的期望；最佳随抽样而变；区间为 80%',
      'answers expected of the same impressions on the best note - those expected of the race; the best differs by draw; interval of 80%',
    ],
    race,
  ),
  raceAboveEqual: describeMetric(
    'count',
    ['比平均分多得', 'Above equal shares'],
    [
      '本次赛马的期望目标行为 − 同样的曝光平均分给各篇的期望；区间为 80%',
      'answers expected of the race - those expected of the same impressions in equal shares; interval of 80%',
    ],
    race,
  ),
};
