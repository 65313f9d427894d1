import type { NoteType } from '../notes/note';
import { countedUntil, type RewardTask, type RewardTerms } from './reward-plan';

/** A note as far as tasks ask. Reads and interactions are organic ones that happened inside the window. */
export interface CountedNote {
  type: NoteType;
  topics: readonly string[];
  /** epoch milliseconds */
  publishedAt: number;
  /** whether the audit let it through; others count for nothing */
  passed: boolean;
  /** the pool it has reached */
  level: number;
  reads: number;
  interactions: number;
}

export interface TaskProgress {
  done: number;
  needed: number;
}

export interface RewardProgress {
  /** in the order of the plan's tasks */
  tasks: TaskProgress[];
  achieved: boolean;
}

export const nothingDone = (tasks: readonly RewardTask[]): TaskProgress[] =>
  tasks.map((task) => ({ done: 0, needed: neededOf(task) }));

export const neededOf = (task: RewardTask): number =>
  task.kind === 'publish' || task.kind === 'pool-level' ? task.notes : task.total;

/**
 * How far a creator is with the tasks of a plan, from the notes published inside its window. A task never shows more done
 * than it needs, and more notes or more readers never take anything away.
 *
 * Units: notes, reads, interactions. Times in epoch milliseconds, the window half open.
 */
export function measureProgress(
  plan: Pick<RewardTerms, 'opensAt' | 'closesAt' | 'tasks'>,
  notes: readonly CountedNote[],
): RewardProgress {
  const counted = notes.filter(
    ({ passed, publishedAt }) => passed && publishedAt >= plan.opensAt && publishedAt < plan.closesAt,
  );
  const tasks = plan.tasks.map((task): TaskProgress => {
    const needed = neededOf(task);
    return { done: Math.min(needed, doneOf(task, counted)), needed };
  });
  return { tasks, achieved: tasks.every(({ done, needed }) => done >= needed) };
}

function doneOf(task: RewardTask, notes: readonly CountedNote[]): number {
  switch (task.kind) {
    case 'publish':
      return notes.filter(
        ({ type, topics }) =>
          (task.noteType === undefined || type === task.noteType) &&
          (task.topicTag === undefined || topics.includes(task.topicTag)),
      ).length;
    case 'reads':
      return notes.reduce((sum, { reads }) => sum + reads, 0);
    case 'interactions':
      return notes.reduce((sum, { interactions }) => sum + interactions, 0);
    case 'pool-level':
      return notes.filter(({ level }) => level >= task.level).length;
  }
}

/**
 * Whether something a reader did counts: it happened inside the window, and it arrived before counting was over. The clock
 * of the event decides about the window, the clock of the platform about the waiting.
 */
export const countsForPlan = (
  plan: Pick<RewardTerms, 'opensAt' | 'closesAt' | 'lateHours'>,
  event: { happenedAt: number; arrivedAt: number },
): boolean =>
  event.happenedAt >= plan.opensAt &&
  event.happenedAt < plan.closesAt &&
  event.arrivedAt < countedUntil(plan);
