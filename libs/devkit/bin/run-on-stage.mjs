// run-on-stage.mjs [--demo] PROGRAM [ARGUMENT...]: a bundled program against a product of its own
import { onPinnedNode } from './pinned-node.mjs';

if (onPinnedNode()) {
  const { runCommand } = await import('../src/setup-problem.ts');
  const { runOnStage } = await import('../src/start/run-on-stage.ts');
  await runCommand(() => runOnStage(process.argv.slice(2)));
}
