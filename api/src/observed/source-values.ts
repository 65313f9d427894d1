import type { ReportedValue } from '@poolrise/contracts';
import type { SnapshotReading } from '@poolrise/domain';

export const valueOf = (value: ReportedValue): number => (typeof value === 'number' ? value : value.value);

/** A figure of a file with how exactly it is known. */
export function readingOf(value: ReportedValue): SnapshotReading {
  if (typeof value === 'number') return { value };
  return 'halfWidth' in value
    ? { value: value.value, half: value.halfWidth }
    : { value: value.value, atLeast: true };
}
