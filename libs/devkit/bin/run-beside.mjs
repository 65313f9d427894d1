// run-beside.mjs PROGRAM [ARGUMENT...]: a bundled program on the database of the running product
import { onPinnedNode } from './pinned-node.mjs';

if (onPinnedNode()) {
  const { runCommand } = await import('../src/setup-problem.ts');
  const { runBeside } = await import('../src/start/run-beside.ts');
  await runCommand(() => runBeside(process.argv.slice(2)));
}
