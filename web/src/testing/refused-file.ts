import type { ProblemCode } from '@poolrise/contracts';

/** A refusal as it comes where a file was asked for. jsdom's blobs cannot be read as text, those of browsers can. */
export function aRefusedFile(code: ProblemCode, status: number): Blob {
  const problem = JSON.stringify({ code, status });
  return Object.assign(new Blob([problem]), { text: () => Promise.resolve(problem) });
}
