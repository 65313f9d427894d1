import type { ProblemCode } from '@poolrise/contracts';
import { problemCatalogue } from './problem-catalogue';

/** The page behind the `type` of a problem document: what the code means and the way out. Nothing of it is input. */
export function problemPage(code: ProblemCode): string {
  const { status, title, remedy } = problemCatalogue[code];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Poolrise</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1.5rem; }
code { font-size: 0.95em; }
dt { margin-top: 1rem; opacity: 0.75; }
dd { margin: 0; }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<dl>
<dt>Code</dt><dd><code>${code}</code></dd>
<dt>Status</dt><dd>${status}</dd>
<dt>What to do</dt><dd>${escaped(remedy)}</dd>
</dl>
<p>The problem document that brought you here says under <code>detail</code> and <code>field</code> what it was about.
<a href="/api/docs">All operations</a></p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
