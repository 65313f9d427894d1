import { countNorms, type Rows, tieCommenters } from './count-norms';
import { measureDirectory } from './measure-directory';

/** Everything the tests of credibility compare with and are judged by, counted anew in this order. */
export async function keepCredibility(rows: Rows, now: Date): Promise<void> {
  await countNorms(rows, now);
  await tieCommenters(rows, now);
  await measureDirectory(rows, now);
}
