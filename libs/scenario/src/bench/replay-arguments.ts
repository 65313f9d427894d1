import { readFlags, WrongUse } from '../command';

export const replayHelp = `npm run bench -- replay [options]

Replays recorded data without a product: rules for headlines on real tests, and rules for recommendations by the log of
another rule.

  --data PLACE       a folder with headline-experiments.csv and logged-recommendations.csv, or one such file; may be given
                     twice (default: ../shared/data or ../data beside the checkout)
  --layouts N        how often the recorded readers are put into another order (default 3)
  --budget SHARE     share of the readers that a rule may spend; may be given more than once (default 0.25 and 0.12)
  --seed TEXT        another set of orders (default replay)
  --weeks            every week of the weekly check and not only the weakest
  --json FILE        all figures, for other programs
`;

export interface ReplayArguments {
  data: string[];
  layouts: number;
  budgets: number[];
  seed: string;
  weeks: boolean;
  json?: string;
}

/** @throws WrongUse on an unknown flag or an impossible value, naming it */
export function readReplayArguments(args: string[]): ReplayArguments | 'help' {
  const { values } = readFlags(
    {
      args,
      options: {
        data: { type: 'string', multiple: true },
        layouts: { type: 'string', default: '3' },
        budget: { type: 'string', multiple: true, default: ['0.25', '0.12'] },
        seed: { type: 'string', default: 'replay' },
        weeks: { type: 'boolean', default: false },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    },
    replayHelp,
  );
  if (values.help) return 'help';
  const layouts = Number(values.layouts);
  if (!Number.isInteger(layouts) || layouts < 1 || layouts > 1_000)
    throw new WrongUse(`--layouts ${values.layouts}: how many layouts is a whole number from 1 to 1000.`);
  const budgets = values.budget.map((text) => {
    const share = Number(text);
    if (!(share > 0 && share <= 1))
      throw new WrongUse(`--budget ${text}: the share is above 0 and at most 1, such as 0.25.`);
    return share;
  });
  return {
    data: values.data ?? [],
    layouts,
    budgets,
    seed: values.seed,
    weeks: values.weeks,
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
