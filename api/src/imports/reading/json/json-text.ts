import type { ReadingLimits } from '../limits';
import { FileRefused } from '../refusals';

const assignment = /^\s*(?:(?:var|let|const)\s+)?[A-Za-z_$][\w$.]*\s*=\s*(?=[{[])/;

/** Whether a text begins like JSON, or like a script that assigns JSON to a name, as pages carry their first state. */
export const looksLikeJson = (beginning: string): boolean =>
  assignment.test(beginning) || /^\s*(?:\{\s*["}]|\[\s*(?:[[\]{"\d-]|true|false|null))/.test(beginning);

/** Whether every line is a JSON document of its own, judged by the first two. */
export function looksLikeJsonLines(beginning: string): boolean {
  const [first, second] = beginning.split('\n').filter((line) => line.trim() !== '');
  if (first === undefined || !second?.trimStart().startsWith('{')) return false;
  try {
    const value: unknown = JSON.parse(first);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * The value of a JSON text. Whole numbers that a double cannot hold come as the string of their digits: they are ids.
 *
 * @throws FileRefused 'json-broken', 'json-too-deep'
 */
export function parseJson(text: string, limits: ReadingLimits, line: number | null = null): unknown {
  const json = withoutAssignment(text);
  if (deeperThan(json, limits.jsonDepthMax))
    throw new FileRefused({ code: 'json-too-deep', depthMax: limits.jsonDepthMax });
  try {
    // The reviver makes parsing several times slower, so it is called only where such a number may be.
    return JSON.parse(json, /\d{16}/.test(json) ? exactNumbers : undefined) as unknown;
  } catch (error) {
    // V8 tells the place of most mistakes, not of all.
    const found = /\(line (\d+) /.exec(String(error))?.[1];
    const where = line ?? (found === undefined ? null : Number(found));
    throw new FileRefused({ code: 'json-broken', line: where }, { cause: error });
  }
}

function exactNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  const lossy = typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source);
  return lossy && !Number.isSafeInteger(value) ? source : value;
}

/** The state that pages carry is a script: a name before it, perhaps a semicolon after, and `undefined` inside. */
function withoutAssignment(text: string): string {
  const name = assignment.exec(text)?.[0];
  if (name === undefined) return text;
  return text
    .slice(name.length)
    .trimEnd()
    .replace(/;$/, '')
    .replace(/"[^"\\]*(?:\\.[^"\\]*)*"|\bundefined\b/gs, (match) => (match === 'undefined' ? 'null' : match));
}

function deeperThan(json: string, depthMax: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > depthMax) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}
