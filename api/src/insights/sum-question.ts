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
