import { OwnStream } from '../simulation/own-stream';

export const canaryShareMin = 0.01;
export const canaryShareMax = 0.5;

/**
 * Whether a new note is judged under the version that is being tried out. A hash of the note and of the version, so it
 * is the same whenever and wherever it is asked; a larger share keeps every note that a smaller one chose, and another
 * version chooses other notes.
 *
 * @param share of all notes, 0 to 1
 */
export function isCanaryNote(noteId: string, policyId: string, share: number): boolean {
  return new OwnStream(0, `${policyId}/${noteId}`).next() < share;
}
