import type { LoggedItem } from '@poolrise/domain';
import { mistake, readRows, textOf, UnreadableRows } from '../csv-rows';

/** What one rule showed in one campaign. */
export interface RecommendationLog {
  campaign: string;
  policy: string;
  impressions: LoggedItem[];
}

const columns = ['policy', 'campaign', 'item_id', 'position', 'click', 'propensity'] as const;

/**
 * Reads a log of recommendations from CSV with the columns policy, campaign, item_id, position, click (0 or 1) and
 * propensity (above 0, at most 1), in any order and among others. Logs keep the order of the file.
 * @throws UnreadableRows with the row (the header is row 1) and the column of the first mistake
 */
export function readRecommendations(text: string): RecommendationLog[] {
  const logs = new Map<string, RecommendationLog>();
  for (const { record, row } of readRows(text, columns)) {
    const policy = textOf(record, row, 'policy');
    const campaign = textOf(record, row, 'campaign');
    const click = textOf(record, row, 'click');
    if (click !== '0' && click !== '1') throw mistake(row, 'click', `"${click}" is neither 0 nor 1`);
    const propensity = Number(textOf(record, row, 'propensity'));
    if (!(propensity > 0 && propensity <= 1))
      throw mistake(row, 'propensity', `"${record.propensity}" is not above 0 and at most 1`);

    const name = `${campaign}\n${policy}`;
    const log = logs.get(name) ?? { campaign, policy, impressions: [] };
    log.impressions.push({
      item: textOf(record, row, 'item_id'),
      position: textOf(record, row, 'position'),
      clicked: click === '1',
      propensity,
    });
    logs.set(name, log);
  }
  if (logs.size === 0) throw new UnreadableRows('The file has a header and no rows.');
  return [...logs.values()];
}
