// npm run reset [-- --yes]
import { onPinnedNode } from './pinned-node.mjs';

if (onPinnedNode()) {
  const { runCommand } = await import('../src/setup-problem.ts');
  const { resetCommand } = await import('../src/reset.ts');
  await runCommand(() => resetCommand(process.argv.slice(2)));
}
