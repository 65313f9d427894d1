import {
  engagementKinds,
  judgeApplication,
  judgeReader,
  noWaits,
  rails,
  trafficLimits,
  type TrafficFinding,
} from '@poolrise/domain';
import type { Slot } from '@poolrise/contracts';
import { castOf, demoSeed } from '../cast/cast';
import { castNotes } from '../cast/notes';
import { RandomStream } from '../random';
import { NoteKnowledge } from './note-knowledge';
import { viewPage } from './page-view';
import { readerAt, readerCount } from './synthetic-reader';

/** The demo's readers come six times a second; a window of the quarantine is ten minutes. */
const pagesPerWindow = 6 * 600;
const windows = 6;
const noCounts = () => Array<number>(engagementKinds.length).fill(0);

/** Plays windows of the demo's readers, judged after every page, and notes the highest shares that were met. */
function play(notes: readonly { id: string; category: Slot['category'] }[]) {
  const random = new RandomStream('honest', notes.length);
  const knowledge = new NoteKnowledge(demoSeed);
  const findings: TrafficFinding[] = [];
  const most = { click: 0, like: 0, readerEvents: 0 };
  for (let window = 0; window < windows; window++) {
    const all = noCounts();
    const readers = new Map<number, number[]>();
    for (let page = 0; page < pagesPerWindow; page++) {
      const index = random.below(readerCount);
      const slots = Array.from({ length: 20 }, (_, at): Slot => {
        const note = random.pick(notes);
        const rail = rails[at === 9 ? 3 : 1] ?? 'organic';
        return {
          position: at + 1,
          noteId: note.id,
          rail,
          level: 1,
          sponsored: rail === 'paid',
          token: '',
          title: '',
          type: 'image',
          category: note.category,
          creatorName: '',
        };
      });
      const mine = readers.get(index) ?? noCounts();
      readers.set(index, mine);
      for (const { kind } of viewPage(random, () => '', knowledge, readerAt(demoSeed, index), slots))
        for (const counts of [all, mine]) {
          const at = engagementKinds.indexOf(kind);
          counts[at] = (counts[at] ?? 0) + 1;
        }
      const found = [judgeApplication(all), judgeReader(mine, 0, noWaits())].filter((one) => one !== null);
      findings.push(...found);
      most.readerEvents = Math.max(
        most.readerEvents,
        mine.reduce((sum, count) => sum + count, 0),
      );
    }
    const [impressions = 1, clicks = 0, likes = 0] = all;
    most.click = Math.max(most.click, clicks / impressions);
    most.like = Math.max(most.like, likes / impressions);
  }
  return { findings, most };
}

describe('honest readers', () => {
  const notes = castNotes(castOf(demoSeed));

  it('are never taken for bots, in an hour of the demo', () => {
    const { findings, most } = play(notes);
    expect(findings).toEqual([]);
    // And by a wide margin, or the figures of the quarantine would be no limits.
    expect(most.click).toBeLessThan(trafficLimits.applicationClickShare / 2);
    expect(most.like).toBeLessThan(trafficLimits.applicationReactionShare / 10);
    expect(most.readerEvents).toBeLessThan(
      (trafficLimits.readerEventsPerSecond * trafficLimits.readerSecondsMin) / 1.5,
    );
  });

  it('are not when they are shown nothing but the best notes there are', () => {
    const best = [...notes].sort(
      (a, b) => b.quality.hook * b.quality.content - a.quality.hook * a.quality.content,
    );
    const { findings, most } = play(best.slice(0, 20));
    expect(findings).toEqual([]);
    expect(most.click).toBeLessThan(trafficLimits.applicationClickShare);
  });
});
