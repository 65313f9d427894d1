import { readFlags, WrongUse } from '../command';
import { type TasteWorldParameters, usualTastes } from './taste-world';

export interface BenchOptions {
  seeds: string[];
  parameters: TasteWorldParameters;
}

const parameterNames = Object.keys(usualTastes) as (keyof TasteWorldParameters)[];

export const optionsHelp = `  --seeds N      worlds to average over, 2 or more (default 20)
  --seed TEXT    other worlds
  --NAME VALUE   a parameter of the world: ${parameterNames.join(', ')}
`;

/** Reads `--seeds`, `--seed` and the parameters of the world. */
export function readOptions(args: readonly string[], usage: string): BenchOptions {
  const text = { type: 'string' } as const;
  const options = Object.fromEntries(['seeds', 'seed', ...parameterNames].map((name) => [name, text]));
  const { values } = readFlags({ args: [...args], options }, usage) as {
    values: Record<string, string | undefined>;
  };
  const count = Number(values['seeds'] ?? 20);
  if (!Number.isInteger(count) || count < 2) throw new WrongUse('--seeds is a whole number from 2.');
  const parameters = { ...usualTastes };
  for (const name of parameterNames) {
    if (values[name] === undefined) continue;
    parameters[name] = Number(values[name]);
    if (!(parameters[name] >= 0)) throw new WrongUse(`--${name} ${values[name]}: a number from 0.`);
  }
  const word = values['seed'] ?? 'taste';
  return { seeds: Array.from({ length: count }, (_, at) => `${word}-${at + 1}`), parameters };
}
