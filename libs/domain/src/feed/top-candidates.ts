/**
 * The indexes of the `count` highest scores, best first; scores of 0 or less are left out, and equal scores keep
 * their order.
 *
 * A heap of `count` places in typed arrays: one comparison for most candidates and no allocation for any.
 */
export function topIndexes(scores: Float64Array, length: number, count: number): Int32Array {
  const heap = new Int32Array(count);
  let size = 0;

  // The worst of those kept is at the root; of equal scores the later one is worse.
  const worse = (a: number, b: number): boolean => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference < 0 || (difference === 0 && a > b);
  };
  const sink = (from: number): void => {
    const item = heap[from] as number;
    let hole = from;
    for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && worse(heap[child + 1] as number, heap[child] as number)) child += 1;
      if (!worse(heap[child] as number, item)) break;
      heap[hole] = heap[child] as number;
      hole = child;
    }
    heap[hole] = item;
  };
  const rise = (from: number): void => {
    const item = heap[from] as number;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!worse(item, heap[parent] as number)) break;
      heap[hole] = heap[parent] as number;
      hole = parent;
    }
    heap[hole] = item;
  };

  for (let index = 0; index < length; index++) {
    const score = scores[index] as number;
    if (!(score > 0)) continue;
    if (size < count) {
      heap[size] = index;
      size += 1;
      rise(size - 1);
    } else if (count > 0 && score > (scores[heap[0] as number] as number)) {
      heap[0] = index;
      sink(0);
    }
  }
  return heap.subarray(0, size).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}
