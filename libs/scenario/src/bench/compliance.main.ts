import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { checkNote, complianceRulesOn, dayInShanghai, type NoteToCheck } from '@poolrise/domain';
import { readFlags, runCommand, wholeFlag, WrongUse } from '../command';
import { measureChecker, rates } from '../compliance/measure-checker';
import { labelledSentences } from '../compliance/read-sentences';
import { writtenNotes } from '../compliance/written-notes';
import { columns } from './columns';

const usage = `npm run bench -- compliance [options]

Precision and recall of the compliance checker by class of rule, on labelled sentences, and how many notes a second one core
checks, beside cutting the same notes into words alone.

  --notes N    notes to check, from 100 (default 10000)
  --day DAY    by the rules of this day, YYYY-MM-DD (default today)
  --mistakes   name every sentence that is judged otherwise than labelled
`;

/** Each is run over all notes this often; the best run counts, since others only ever take time away. */
const turns = 3;

await runCommand(() => {
  const { values } = readFlags(
    {
      args: process.argv.slice(2),
      options: {
        notes: { type: 'string', default: '10000' },
        day: { type: 'string', default: dayInShanghai(new Date()) },
        mistakes: { type: 'boolean', default: false },
      },
    },
    usage,
  );
  const notes = wholeFlag('--notes', String(values.notes), 100, 1_000_000);
  const day = String(values.day);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new WrongUse(`--day ${day}: YYYY-MM-DD is needed.`);
  printQuality(day, Boolean(values.mistakes));
  printSpeed(writtenNotes(notes, 'compliance'), day);
});

function printQuality(day: string, mistakes: boolean): void {
  const sentences = labelledSentences();
  const clean = sentences.filter(({ classes }) => !classes.length).length;
  const all = measureChecker(sentences, day);
  console.log(
    `${sentences.length} sentences, ${clean} of them clean; ${complianceRulesOn(day).size} rules in force on ${day}\n`,
  );
  const rows = all.classes.map((counts) => {
    const { precision, recall } = rates([counts]);
    const { ruleClass, hit, missed, wrong } = counts;
    return [ruleClass, ...[hit, missed, wrong].map(String), percent(precision), percent(recall)];
  });
  console.log(columns([['class', 'found', 'missed', 'wrong', 'precision', 'recall'], ...rows]));
  const sets = [
    ['all', sentences],
    ['tuned to', sentences.filter(({ heldOut }) => !heldOut)],
    ['held out', sentences.filter(({ heldOut }) => heldOut)],
  ] as const;
  console.log();
  for (const [name, set] of sets) {
    const measured = measureChecker(set, day);
    const { precision, recall } = rates(measured.classes);
    console.log(
      `${name.padEnd(10)}${String(measured.sentences).padStart(5)} sentences  precision ${percent(precision)}  recall ${percent(recall)}  false alarms on clean ones ${measured.falseAlarms}`,
    );
  }
  if (mistakes)
    for (const { text, missed, wrong } of all.mistakes)
      console.log(`  ${text}  missed: ${missed.join(' ') || '-'}  wrong: ${wrong.join(' ') || '-'}`);
}

function printSpeed(notes: readonly NoteToCheck[], day: string): void {
  const jieba = Jieba.withDict(dict);
  const texts = notes.map(({ title, body, topics }) => [title, body, ...topics].join('\n'));
  const letters = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const checking = best(() => notes.forEach((note) => checkNote(note, day)));
  const cutting = best(() => texts.forEach((text) => jieba.cut(text, true)));
  console.log(`\n${notes.length} notes of ${letters.toFixed(0)} characters, one core`);
  console.log(`  checked            ${rate(notes.length, checking)} notes/s`);
  console.log(`  cut into words     ${rate(notes.length, cutting)} notes/s`);
  console.log(`  time of checking   ${(checking / cutting).toFixed(2)} times that of cutting alone`);
}

/** The seconds of the best of some runs. */
function best(run: () => void): number {
  return Math.min(
    ...Array.from({ length: turns }, () => {
      const began = performance.now();
      run();
      return (performance.now() - began) / 1_000;
    }),
  );
}

function rate(count: number, seconds: number): string {
  return (count / seconds).toFixed(0).padStart(8);
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}
