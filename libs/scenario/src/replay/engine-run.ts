import { categories } from '@poolrise/domain';
import type { EngagementEvent, Slot } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderApplication } from '../reader-application';
import { outcomeOf, type Showing, type TestOutcome } from './outcome';
import type { Experiment, Headline } from './read-experiments';
import { Recording } from './recording';

export interface EngineRunOptions {
  application: ReaderApplication;
  experiments: readonly Experiment[];
  /** Recorded impressions to spend, at the most. */
  budget: number;
  seed: string;
  progress?: (spent: number) => void;
}

export interface EngineRun {
  outcomes: TestOutcome[];
  spent: number;
  /** The engine had nothing more to show before the budget was spent. */
  endedEarly: boolean;
}

/** The feed shows one note of a creator a page; with so many creators a page can be full. */
const creators = 60;
const publishersAtOnce = 8;
const readersAtOnce = 4;
const eventsAtOnce = 400;
/** So long without a slot to answer, and the engine has made up its mind about all of them. */
const patienceMs = 15_000;
const emptyPauseMs = 25;

interface Running extends Showing {
  recording: Recording;
}

/**
 * Drives a running product with recorded readers: every headline is published as a note, every test is a peer group,
 * readers ask the feed and answer with what the headline's own readers did. The engine decides what is shown; this
 * only watches.
 */
export async function runEngine({
  application,
  experiments,
  budget,
  seed,
  progress,
}: EngineRunOptions): Promise<EngineRun> {
  const byNote = new Map<string, Running>();
  const tests = experiments.map((experiment) => ({
    experiment,
    showings: experiment.headlines.map((headline): Running => ({
      headline,
      impressions: 0,
      clicks: 0,
      level: 0,
      recording: new Recording(seed, headline),
    })),
  }));
  const run = randomUUID().slice(0, 8);
  await publishAll(
    application,
    tests.flatMap(({ showings }) => showings),
    experiments,
    run,
    byNote,
  );

  let spent = 0;
  let reader = 0;
  let waiting: EngagementEvent[] = [];
  let usefulAt = Date.now();
  const answer = (slot: Slot): boolean => {
    const showing = spent < budget ? byNote.get(slot.noteId) : undefined;
    const clicked = showing?.recording.next() ?? null;
    if (!showing || clicked === null) return false;
    showing.impressions++;
    showing.level = Math.max(showing.level, slot.level);
    waiting.push({ id: randomUUID(), token: slot.token, kind: 'impression' });
    if (clicked) {
      showing.clicks++;
      waiting.push({ id: randomUUID(), token: slot.token, kind: 'click' });
    }
    spent++;
    return true;
  };
  const readOn = async (): Promise<void> => {
    while (spent < budget && Date.now() - usefulAt < patienceMs) {
      const { slots } = await application.feed({
        placement: 'discovery',
        reader: { id: `replay-${run}-${reader++}` },
        size: 20,
      });
      const answered = slots.filter(answer).length;
      if (answered > 0) usefulAt = Date.now();
      if (waiting.length >= eventsAtOnce || answered === 0) await send();
      progress?.(spent);
      if (answered === 0) await sleep(emptyPauseMs);
    }
  };
  const send = async (): Promise<void> => {
    const events = waiting;
    waiting = [];
    if (events.length === 0) return;
    const { refused } = await application.report(events);
    if (refused[0]) throw new Error(`The product refused a recorded event: ${refused[0].reason}`);
  };
  await Promise.all(Array.from({ length: readersAtOnce }, readOn));
  await send();
  return {
    outcomes: tests.map(({ experiment, showings }) => outcomeOf(experiment, showings)),
    spent,
    endedEarly: spent < budget,
  };
}

async function publishAll(
  application: ReaderApplication,
  showings: readonly Running[],
  experiments: readonly Experiment[],
  run: string,
  byNote: Map<string, Running>,
): Promise<void> {
  const place = new Map(experiments.map(({ testId }, index) => [testId, index]));
  const queue = [...showings.entries()];
  const publisher = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, showing] = next;
      const { id } = await application.publish(
        noteOf(showing.headline, index, place.get(showing.headline.testId) ?? 0, run),
      );
      byNote.set(id, showing);
    }
  };
  await Promise.all(Array.from({ length: publishersAtOnce }, publisher));
}

/** The texts were removed from the archive, so a headline is called by its number; the category only keeps pages mixed. */
function noteOf(headline: Headline, index: number, test: number, run: string) {
  const creator = (index % creators) + 1;
  return {
    creator: { redId: `headlines-${creator}`, name: `Headline desk ${creator}`, followers: 0 },
    type: 'text' as const,
    title: `Headline ${headline.package}, test ${test + 1}`,
    body: `Variant ${headline.package} of the recorded test ${headline.testId}.`,
    topics: [],
    category: categories[test % categories.length] ?? 'lifestyle',
    language: 'en' as const,
    disclosure: 'none' as const,
    peerGroup: `${run} ${headline.testId}`,
    requestKey: randomUUID(),
  };
}
