import { readConfig } from './config';
import { checkSums, describe } from './insights/run-sum-check';

const results = await checkSums(readConfig().DATABASE_URL);
console.log(describe(results));
process.exitCode = results.some(({ different }) => different > 0) ? 1 : 0;
