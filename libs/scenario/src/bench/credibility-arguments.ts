import { fileFor, readFlags, wholeFlag } from '../command';

export const credibilityHelp = `npm run bench -- credibility [options]

Judges every creator of demo worlds whose fraud is known, and prints per test how often it is mistaken about the
honest, how much of the fraud it aims at it finds, and how many of those it names deserve it.

  --seeds N        worlds to count over (default 6)
  --first-seed N   the first of them (default 201); the edges of the tests were chosen on others
  --creators N     creators of each world (default 2400)
  --times N        followers of everybody times so many, for worlds of larger creators (default 1)
  --json FILE      the same figures for programs
  --module FILE    the same counts as the module of the domain that the product shows where nobody is labelled
  --help
`;

export interface CredibilityAsk {
  help: boolean;
  seeds: string[];
  creators: number;
  times: number;
  json: string | null;
  module: string | null;
}

/** @throws WrongUse on an unknown flag or an impossible value, naming it */
export function readCredibilityArguments(args: readonly string[]): CredibilityAsk {
  const text = { type: 'string' } as const;
  const options = {
    seeds: text,
    'first-seed': text,
    creators: text,
    times: text,
    json: text,
    module: text,
    help: { type: 'boolean' },
  } as const;
  const { values } = readFlags({ args: [...args], options }, credibilityHelp);
  const first = wholeFlag('--first-seed', values['first-seed'] ?? '201', 0, 2 ** 31);
  const count = wholeFlag('--seeds', values.seeds ?? '6', 1, 1_000);
  return {
    help: values.help ?? false,
    seeds: Array.from({ length: count }, (_, at) => `credibility-${first + at}`),
    creators: wholeFlag('--creators', values.creators ?? '2400', 200, 200_000),
    times: wholeFlag('--times', values.times ?? '1', 1, 1_000),
    json: values.json === undefined ? null : fileFor(values.json),
    module: values.module === undefined ? null : fileFor(values.module, '--module'),
  };
}
