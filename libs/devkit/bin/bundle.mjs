// bundle.mjs OUTPUT_FOLDER ENTRY_OR_PATTERN...
import { onPinnedNode } from './pinned-node.mjs';

if (onPinnedNode()) {
  const { runCommand } = await import('../src/setup-problem.ts');
  const { bundle } = await import('../src/bundle.ts');
  const [folder = '', ...entries] = process.argv.slice(2);
  await runCommand(() => bundle(folder, entries));
}
