/** The column of a place such as "AB12", from 1; 0 where it has none, more than 16,384 where Excel has no such column. */
export function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    // Without its fifth bit a small letter is a capital one.
    const letter = place.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90 || column > 16_384) break;
    column = column * 26 + letter - 64;
  }
  return column;
}

export const excelColumnsMax = 16_384;
export const excelRowsMax = 1_048_576;
