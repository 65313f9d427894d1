// bench.mjs [NAME [ARGUMENT...]]: measures the product on a stage of its own, or runs an offline program
import { onPinnedNode } from './pinned-node.mjs';

if (onPinnedNode()) {
  const { runCommand } = await import('../src/setup-problem.ts');
  const { runBench } = await import('../src/start/bench.ts');
  await runCommand(() => runBench(process.argv.slice(2)));
}
