import type { PoolPolicy } from './pool-policy';

/** One difference between two rule sets; null where one of them says nothing. */
export interface PolicyChange {
  path: string;
  before: string | number | null;
  after: string | number | null;
}

/** What a version is called and where it comes from is not what it does. */
const labels = new Set(['name', 'version', 'source', 'mark', 'citations']);

/** A rule set without its label: what an operator may change. */
export type PolicyRuleSet = Omit<PoolPolicy, 'name' | 'version' | 'source' | 'mark'>;

export function rulesOf(policy: PoolPolicy): PolicyRuleSet {
  const label = ['name', 'version', 'source', 'mark'];
  return Object.fromEntries(
    Object.entries(policy).filter(([name]) => !label.includes(name)),
  ) as unknown as PolicyRuleSet;
}

/** Every leaf in which two rule sets differ, in the order of the first and then of what the second adds. */
export function comparePolicies(before: PoolPolicy, after: PoolPolicy): PolicyChange[] {
  const [old, young] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((path) => {
    const change = { path, before: old.get(path) ?? null, after: young.get(path) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function leavesOf(policy: PoolPolicy): Map<string, string | number> {
  const leaves = new Map<string, string | number>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string' || typeof value === 'number') leaves.set(path, value);
    else if (Array.isArray(value)) value.forEach((item, index) => walk(item, `${path}[${index}]`));
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) walk(item, path ? `${path}.${name}` : name);
  };
  for (const [name, value] of Object.entries(policy)) if (!labels.has(name)) walk(value, name);
  return leaves;
}
