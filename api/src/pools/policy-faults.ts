import { checkPolicy, type PolicyFault, type PoolPolicy } from '@poolrise/domain';
import { Refused } from '../http/refused';

const faultsShown = 20;

/** What the check found, in words for the problem document; the console says it in its own, by code. */
const words: Record<PolicyFault['code'], string> = {
  'levels-too-few': 'A ladder needs at least two levels.',
  'levels-too-many': 'A ladder has 20 levels at most.',
  'level-out-of-order': 'Levels are numbered 0, 1, 2 and so on, none left out.',
  'level-target-not-larger': 'Each level has to be larger than the one before.',
  'level-key-repeated': 'Two levels have the same key.',
  'number-out-of-range': 'The number is outside its range.',
  'number-not-whole': 'Only whole numbers fit here.',
  'strength-out-of-order': 'The most has to be no less than the least.',
  'weights-all-zero': 'At least one weight has to be above zero.',
  'average-note-worthless':
    'Under these weights an average note is worth nothing, so nothing compares with it.',
  'clock-not-24-hours': 'A day has 24 hours.',
  'clock-sum-not-one': 'The hours of a day have to add up to 1.',
  'thresholds-out-of-order': 'Stop early, pass and pass early have to rise in this order.',
  'gate-without-level': 'There is no such level.',
  'positions-out-of-order': 'Positions are whole numbers from 1 that rise.',
};

/** @throws Refused policy-faulty with every field and its reason */
export function refuseFaults(policy: PoolPolicy): void {
  const fields = checkPolicy(policy)
    .slice(0, faultsShown)
    .map((fault) => ({ field: pointerOf(fault.path), detail: `${fault.code}: ${wordsOf(fault)}` }));
  const [first] = fields;
  if (first) throw new Refused('policy-faulty', { field: first.field, detail: first.detail, fields });
}

function wordsOf({ code, from, to }: PolicyFault): string {
  return from === undefined ? words[code] : `From ${from} to ${to}.`;
}

/** `levels[2].target` as a JSON pointer into the request. */
function pointerOf(path: string): string {
  return `/document/${path.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`;
}
