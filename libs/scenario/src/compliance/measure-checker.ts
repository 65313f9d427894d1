import { checkNote, type RuleClass, ruleClasses } from '@poolrise/domain';
import type { LabelledSentence } from './read-sentences';

/** How often a class was found where it is, missed, and found where it is not. */
export interface ClassCounts {
  ruleClass: RuleClass;
  hit: number;
  missed: number;
  wrong: number;
}

/** One sentence of which the checker says something else than its label. */
export interface Mistake {
  text: string;
  missed: RuleClass[];
  wrong: RuleClass[];
}

export interface CheckerMeasured {
  sentences: number;
  /** clean sentences of which something was said */
  falseAlarms: number;
  classes: ClassCounts[];
  mistakes: Mistake[];
}

/** Holds the checker against labelled sentences, by the rules of a day, `YYYY-MM-DD`. */
export function measureChecker(sentences: readonly LabelledSentence[], day: string): CheckerMeasured {
  const counts = new Map(
    ruleClasses.map((ruleClass) => [ruleClass, { ruleClass, hit: 0, missed: 0, wrong: 0 }]),
  );
  const mistakes: Mistake[] = [];
  let falseAlarms = 0;
  for (const { text, note, classes } of sentences) {
    const found = classesFound(note, day);
    const missed = classes.filter((one) => !found.has(one));
    const wrong = [...found].filter((one) => !classes.includes(one));
    for (const one of classes) tally(counts.get(one), found.has(one) ? 'hit' : 'missed');
    for (const one of wrong) tally(counts.get(one), 'wrong');
    if (classes.length === 0 && found.size > 0) falseAlarms++;
    if (missed.length || wrong.length) mistakes.push({ text, missed, wrong });
  }
  return { sentences: sentences.length, falseAlarms, classes: [...counts.values()], mistakes };
}

const tally = (counts: ClassCounts | undefined, what: 'hit' | 'missed' | 'wrong'): void => {
  if (counts) counts[what]++;
};

/** The classes of all findings; a disguised word counts as what it is and as a disguise. */
function classesFound(note: LabelledSentence['note'], day: string): Set<RuleClass> {
  return new Set(
    checkNote(note, day).findings.flatMap(({ ruleClass, evades }) =>
      evades ? [ruleClass, evades] : [ruleClass],
    ),
  );
}

/** Of all that was found, how much is right, and of all there is, how much was found; null where there is nothing. */
export function rates(counts: readonly Pick<ClassCounts, 'hit' | 'missed' | 'wrong'>[]): {
  precision: number | null;
  recall: number | null;
} {
  const sum = (what: 'hit' | 'missed' | 'wrong') => counts.reduce((total, one) => total + one[what], 0);
  const [hit, missed, wrong] = [sum('hit'), sum('missed'), sum('wrong')];
  return {
    precision: hit + wrong ? hit / (hit + wrong) : null,
    recall: hit + missed ? hit / (hit + missed) : null,
  };
}
