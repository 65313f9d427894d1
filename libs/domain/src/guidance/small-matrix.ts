/** A square matrix times a vector. */
export const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0));

/**
 * The inverse of a symmetric positive definite matrix of some dozens of rows, by Gauss and Jordan without exchange of rows, which
 * such matrices do not need.
 *
 * @throws RangeError for a matrix that is not positive definite
 */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const left = matrix.map((row) => Float64Array.from(row));
  const right = matrix.map((_, at) =>
    Float64Array.from({ length: size }, (_unused, other) => Number(at === other)),
  );
  for (let pivot = 0; pivot < size; pivot++) {
    const [row, own] = [left[pivot] as Float64Array, right[pivot] as Float64Array];
    const head = row[pivot] ?? 0;
    if (!(head > 0)) throw new RangeError('The matrix is not positive definite');
    for (let at = 0; at < size; at++) {
      row[at] = (row[at] ?? 0) / head;
      own[at] = (own[at] ?? 0) / head;
    }
    for (let other = 0; other < size; other++) {
      if (other === pivot) continue;
      const [line, theirs] = [left[other] as Float64Array, right[other] as Float64Array];
      const factor = line[pivot] ?? 0;
      if (factor === 0) continue;
      for (let at = 0; at < size; at++) {
        line[at] = (line[at] ?? 0) - factor * (row[at] ?? 0);
        theirs[at] = (theirs[at] ?? 0) - factor * (own[at] ?? 0);
      }
    }
  }
  return right.map((row) => [...row]);
}
