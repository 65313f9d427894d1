import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Something to tell whoever typed the command, without a stack. */
export class WrongUse extends Error {}

/** Runs a program to its end; what was typed wrongly is said in plain words. */
export async function runCommand(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof WrongUse ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}

/** @throws WrongUse with the usage when a flag is unknown or has no value */
export function readFlags<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new WrongUse(`${(error as Error).message}\n\n${usage}`);
  }
}

/** @throws WrongUse naming the flag, unless its text is a whole number in the range */
export function wholeFlag(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw new WrongUse(`${name} ${text}: a whole number from ${least} to ${most} is needed.`);
  return value;
}

/** Where a name leads that a person typed: npm runs us at the top of the checkout, and not where they stand. */
export const typedPath = (name: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', name);

/** The file that `--json` names. Whether it can be written is found out before the work, not after it. */
export function fileFor(json: string, flag = '--json'): string {
  const file = typedPath(json);
  const folder = path.dirname(file);
  if (!existsSync(folder)) throw new WrongUse(`${flag} ${json}: there is no folder ${folder}.`);
  return file;
}
