import type { reconciliationSubjects } from '@poolrise/contracts';

/** One question put to the books. Its query answers one row: how many were compared, how many differ, and one of those. */
export interface SumCheck {
  name: string;
  sql: string;
}

/** A question whose rows are pairs: `subject` names the row, `same` says whether the two sides agree. */
export function comparing(name: string, pairs: string): SumCheck {
  return {
    name,
    sql: `select count(*) as compared, count(*) filter (where same is not true) as different,
                 min(subject::text) filter (where same is not true) as example
            from (${pairs}) pair`,
  };
}

/** What the subjects of a question about money are. */
export type MoneySubject = (typeof reconciliationSubjects)[number];

/** A question about money, for the command and for the wallet's own page, which asks it of one workspace. */
export interface MoneyCheck extends SumCheck {
  id: string;
  about: MoneySubject;
  pairs: string;
}
export const moneyCheck = (id: string, about: MoneySubject, name: string, pairs: string): MoneyCheck => ({
  ...comparing(name, pairs),
  id,
  about,
  pairs,
});

/** Two sums that must be one number: over how much, how many rows differ, and the first of them. */
export interface Identity {
  compared: number;
  left: number;
  right: number;
  different: number;
  examples: string[];
}

/** The same question as `comparing` for a person who wants to see the sums: its rows carry `left_sum` and `right_sum`. */
export const identityOf = (pairs: string): string =>
  `select count(*)::float8 as compared, coalesce(sum(left_sum), 0)::float8 as "left", coalesce(sum(right_sum), 0)::float8 as "right",
          (count(*) filter (where same is not true))::float8 as different,
          coalesce((array_agg(subject::text order by subject::text) filter (where same is not true))[1:20], '{}') as examples
     from (${pairs}) pair`;
