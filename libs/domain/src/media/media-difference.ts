/** What became of one picture from a version to the next; places count from 0. */
export type MediaChange =
  | { kind: 'kept' | 'moved'; id: string; from: number; to: number }
  | { kind: 'removed'; id: string; from: number }
  | { kind: 'added'; id: string; to: number }
  | { kind: 'replaced'; id: string; from: number; by: string; to: number };

/**
 * The difference of two ordered lists of pictures, in the order of the later one, with what was removed where it stood.
 *
 * Pictures in both lists that keep their order are kept: as many as possible, so the fewest are said to have moved. What was
 * removed and what was added between the same two neighbours that stayed are taken for replacements, in pairs from the left.
 * Ids do not repeat within a list.
 */
export function mediaDifference(before: readonly string[], after: readonly string[]): MediaChange[] {
  const [was, is] = [placesOf(before), placesOf(after)];
  const common = after.filter((id) => was.has(id));
  const kept = new Set(longestRising(common, (id) => was.get(id) ?? 0));
  const stays = (id: string) => kept.has(id);
  const gaps = split(after, stays).map((added, gap) => ({
    added: added.filter((id) => !was.has(id)),
    removed: (split(before, stays)[gap] ?? []).filter((id) => !is.has(id)),
  }));

  const changes: MediaChange[] = [];
  const placeIn = (places: Map<string, number>, id: string) => places.get(id) ?? 0;
  let gap = 0;
  const endOfGap = () => {
    const { added = [], removed = [] } = gaps[gap] ?? {};
    for (const id of removed.slice(added.length))
      changes.push({ kind: 'removed', id, from: placeIn(was, id) });
    gap++;
  };
  for (const [to, id] of after.entries()) {
    if (stays(id)) {
      endOfGap();
      changes.push({ kind: 'kept', id, from: placeIn(was, id), to });
    } else if (was.has(id)) changes.push({ kind: 'moved', id, from: placeIn(was, id), to });
    else {
      const { added = [], removed = [] } = gaps[gap] ?? {};
      const gone = removed[added.indexOf(id)];
      changes.push(
        gone === undefined
          ? { kind: 'added', id, to }
          : { kind: 'replaced', id: gone, from: placeIn(was, gone), by: id, to },
      );
    }
  }
  endOfGap();
  return changes;
}

const placesOf = (ids: readonly string[]): Map<string, number> =>
  new Map(ids.map((id, place) => [id, place]));

/** Cuts a list at those that stay, which are left out. */
function split(ids: readonly string[], stays: (id: string) => boolean): string[][] {
  const parts: string[][] = [[]];
  for (const id of ids)
    if (stays(id)) parts.push([]);
    else parts.at(-1)?.push(id);
  return parts;
}

/** The longest subsequence whose keys rise; lists are short, so the square of their length is nothing. */
function longestRising(ids: readonly string[], key: (id: string) => number): string[] {
  const best: string[][] = [];
  for (const id of ids) {
    const longest = best
      .filter((chain) => key(chain.at(-1) ?? id) < key(id))
      .reduce<string[]>((one, other) => (other.length > one.length ? other : one), []);
    best.push([...longest, id]);
  }
  return best.reduce<string[]>((one, other) => (other.length > one.length ? other : one), []);
}
