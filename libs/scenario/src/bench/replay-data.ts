import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { WrongUse } from '../command';
import { UnreadableRows } from '../replay/csv-rows';
import { readExperiments, type Experiment } from '../replay/read-experiments';
import { readRecommendations, type RecommendationLog } from '../replay/offline/read-recommendations';

const headlineFile = 'headline-experiments.csv';
const logFile = 'logged-recommendations.csv';
/** Where data of this project usually stands: beside the checkout. */
const usualPlaces = ['../shared/data', '../data'];

const expected = `Expected are one or both of these files:

  ${headlineFile}: columns test_id, week (such as 201446), package, impressions, clicks.
    From the Upworthy Research Archive, CC BY 4.0: Matias et al., Scientific Data 2021, doi 10.1038/s41597-021-00934-7.
  ${logFile}: columns policy, campaign, item_id, position, click, propensity.
    From the Open Bandit Dataset (ZOZO), CC BY 4.0: github.com/st-tech/zr-obp, Saito et al. 2020.

Name the folder or the files with --data.`;

export interface Archives {
  experiments?: Experiment[];
  logs?: RecommendationLog[];
}

/**
 * Reads what is at these places, or at the usual ones when none is named; a file is known by its columns.
 * @param from the folder that relative names start at
 * @throws WrongUse when nothing is there, saying what is expected and where it can be had
 * @throws UnreadableRows with the file, the row and the column of the first mistake
 */
export function readArchives(places: readonly string[], from: string): Archives {
  const archives: Archives = {};
  for (const file of filesAt(places, from)) {
    const text = readFileSync(file, 'utf8');
    const kind = kindOf(text);
    if (kind === undefined)
      throw new WrongUse(`${file} has neither the column test_id nor the column propensity. ${expected}`);
    if (archives[kind]) throw new WrongUse(`${file} is a second file of its kind: replay one at a time.`);
    try {
      if (kind === 'experiments') archives.experiments = readExperiments(text);
      else archives.logs = readRecommendations(text);
    } catch (error) {
      if (error instanceof UnreadableRows) throw new UnreadableRows(`${file}: ${error.message}`);
      throw error;
    }
  }
  return archives;
}

function filesAt(places: readonly string[], from: string): string[] {
  if (places.length === 0) {
    // The usual places stand beside the checkout, wherever in it the command was typed.
    const found = usualPlaces.map(inFolder).find((files) => files.length > 0);
    if (!found) throw new WrongUse(`There is no data at ${usualPlaces.join(' or ')}. ${expected}`);
    return found;
  }
  return places.flatMap((place) => {
    const full = path.resolve(from, place);
    if (!existsSync(full)) throw new WrongUse(`--data ${place}: there is nothing at ${full}. ${expected}`);
    if (!statSync(full).isDirectory()) return [full];
    const files = inFolder(full);
    if (files.length === 0) throw new WrongUse(`--data ${place}: the folder has no such file. ${expected}`);
    return files;
  });
}

const inFolder = (folder: string): string[] =>
  [headlineFile, logFile].map((name) => path.resolve(folder, name)).filter((file) => existsSync(file));

function kindOf(text: string): keyof Archives | undefined {
  const header = text.slice(0, 1_000).split(/\r?\n/, 1)[0] ?? '';
  if (/\btest_id\b/.test(header)) return 'experiments';
  return /\bpropensity\b/.test(header) ? 'logs' : undefined;
}
