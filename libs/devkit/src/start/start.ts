import { SetupProblem } from '../setup-problem.ts';
import { announcement } from './announce.ts';
import { readStartOptions, startHelp, type StartOptions } from './options.ts';
import { raiseProduct, type Product } from './product.ts';
import { Shutdown } from './shutdown.ts';

/** `npm start`: the whole product until Ctrl-C. */
export async function startCommand(args: string[]): Promise<void> {
  const options = readStartOptions(args, process.env);
  if (options === 'help') return console.log(startHelp);
  await withProduct(options, async (product) => console.log(announcement(product)));
}

/**
 * Raises the product, hands it to `use`, and stops it when the process is asked to end.
 *
 * @param use a number it returns ends the product too, as exit code
 */
export async function withProduct(
  options: StartOptions,
  use: (product: Product, shutdown: Shutdown) => Promise<number | void>,
): Promise<void> {
  const shutdown = new Shutdown();
  const stop = (exitCode: number) => shutdown.run(exitCode, starting);
  const giveUp = (sentence: string) => {
    console.error(`\n${sentence}\n`);
    void stop(1);
  };
  const starting = raiseProduct(options, shutdown, giveUp);

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  process.on('disconnect', () => void stop(0)); // whoever ran us on the newer Node is gone

  try {
    const exitCode = await use(await starting, shutdown);
    if (exitCode !== undefined) await stop(exitCode);
  } catch (problem) {
    if (shutdown.signal.aborted) return; // stopped in the middle
    if (!(problem instanceof SetupProblem)) console.error(problem);
    giveUp(problem instanceof SetupProblem ? problem.message : 'Poolrise did not start.');
  }
}
