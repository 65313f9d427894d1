// npm start: see --help
import { onPinnedNode } from './pinned-node.mjs';

if (onPinnedNode()) {
  const { runCommand } = await import('../src/setup-problem.ts');
  const { startCommand } = await import('../src/start/start.ts');
  await runCommand(() => startCommand(process.argv.slice(2)));
}
