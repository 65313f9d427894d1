import { fileFor, readFlags, wholeFlag, WrongUse } from '../command';
import {
  mediumWorld,
  type ParameterName,
  parameterNames,
  type WorldParameters,
} from '../reference/parameters';

export const usage = `npm run bench -- pools [options]

Plays the reference worlds of traffic pools under every known rule and ours, with the same seeds, and prints what
each is worth.

  --seeds N           seeds of each world (default 20)
  --first-seed N      the first of them (default 101)
  --world NAME        medium, light, heavy, sweep, wrong or all (default: all)
  --param NAME=VALUE  a world of your own instead: the medium world with this changed; may be given again.
                      Names: ${parameterNames.join(', ')}
  --rule PATTERN      only rules whose name matches (a regular expression), and those that figures are relative to
  --json FILE         every figure of every run as well
  --sensitivity       one constant of our rule at a time, halved and doubled, on several worlds (default 4 seeds)
  --a-a               notes that are exactly average: how often evidence seems clear by mistake
  --help
`;

const worldChoices = ['medium', 'light', 'heavy', 'sweep', 'wrong', 'all'] as const;
type WorldChoice = (typeof worldChoices)[number];

export interface PoolsAsk {
  help: boolean;
  seeds: number;
  firstSeed: number;
  world: WorldChoice;
  /** Changes of a world of one's own; empty when there is none. */
  changes: Partial<WorldParameters>;
  rule: RegExp | null;
  json: string | null;
  sensitivity: boolean;
  aa: boolean;
}

export function readPoolArguments(given: string[]): PoolsAsk {
  const { values } = readFlags(
    {
      args: given,
      options: {
        seeds: { type: 'string' },
        'first-seed': { type: 'string' },
        world: { type: 'string' },
        param: { type: 'string', multiple: true },
        rule: { type: 'string' },
        json: { type: 'string' },
        sensitivity: { type: 'boolean' },
        'a-a': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    },
    usage,
  );
  const sensitivity = values.sensitivity ?? false;
  return {
    help: values.help ?? false,
    seeds: wholeFlag('--seeds', values.seeds ?? (sensitivity ? '4' : '20'), 1, 10_000),
    firstSeed: wholeFlag('--first-seed', values['first-seed'] ?? '101', 0, 2 ** 31),
    world: worldOf(values.world ?? 'all'),
    changes: changesOf(values.param ?? []),
    rule: patternOf(values.rule),
    json: values.json === undefined ? null : fileFor(values.json),
    sensitivity,
    aa: values['a-a'] ?? false,
  };
}

function worldOf(text: string): WorldChoice {
  const found = worldChoices.find((choice) => choice === text);
  if (!found) throw new WrongUse(`--world ${text}: there are ${worldChoices.join(', ')}.`);
  return found;
}

function patternOf(text: string | undefined): RegExp | null {
  if (text === undefined) return null;
  try {
    return new RegExp(text, 'i');
  } catch (error) {
    throw new WrongUse(`--rule ${text}: ${(error as Error).message}.`);
  }
}

function changesOf(params: readonly string[]): Partial<WorldParameters> {
  const changes: Partial<WorldParameters> = {};
  for (const param of params) {
    const [name = '', text = ''] = param.split(/=(.*)/s);
    const known = parameterNames.find((one) => one === name);
    if (!known)
      throw new WrongUse(`--param ${param}: no parameter "${name}"; there are ${parameterNames.join(', ')}.`);
    changes[known] = parameterValue(known, text, param);
  }
  return changes;
}

/** Where each parameter makes sense: outside, a world would have no notes, no readers or no numbers. */
const ranges: Record<ParameterName, readonly [least: number, most: number]> = {
  days: [7, 120],
  perDay: [1, 20_000],
  impPerNote: [1, 100_000],
  users: [1, 1e12],
  sigClick: [0, 2],
  sigSat: [0, 2],
  rho: [-1, 1],
  tauH: [0.1, 1e15],
  halo: [1, 20],
  kwAcc: [0, 1],
  slotErr: [0, 2],
  affErr: [0, 2],
  topicErr: [0, 2],
  tauEst: [1e-3, 1e3],
  satEst: [1e-3, 1e3],
};

function parameterValue(name: ParameterName, text: string, param: string): number {
  const value = Number(text);
  const [least, most] = ranges[name];
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new WrongUse(
      `--param ${param}: ${name} is a number from ${least} to ${most} (${mediumWorld[name]} in the medium world).`,
    );
  if ((name === 'days' || name === 'perDay') && !Number.isInteger(value))
    throw new WrongUse(`--param ${param}: ${name} is a whole number.`);
  return value;
}
