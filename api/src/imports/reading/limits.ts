/** What a file may weigh before it is refused. Counts are inclusive: what equals the limit is read. */
export interface ReadingLimits {
  fileBytesMax: number;
  /** Rows that hold something, over all sheets; the first such row of each sheet is taken as its header and free. */
  rowsMax: number;
  columnsMax: number;
  /** Characters of one cell; 32,767 is Excel's own limit. */
  cellCharactersMax: number;
  zipEntriesMax: number;
  /** Uncompressed to compressed, judged only on entries larger than `ratioFreeBytes`. */
  zipRatioMax: number;
  ratioFreeBytes: number;
  /** Uncompressed bytes of the whole archive: 200,000 rows of 40 columns are about 400 MB of XML. */
  zipBytesMax: number;
  /** Characters that the texts of a workbook share, which must be held in memory. */
  sharedCharactersMax: number;
  mergesMax: number;
  /** One JSON document is held in memory as a whole; JSON lines are not and may fill the file limit. */
  jsonBytesMax: number;
  jsonDepthMax: number;
}

const megabyte = 2 ** 20;

export const usualLimits: ReadingLimits = {
  fileBytesMax: 50 * megabyte,
  rowsMax: 200_000,
  columnsMax: 299,
  cellCharactersMax: 32_767,
  zipEntriesMax: 2_000,
  zipRatioMax: 100,
  ratioFreeBytes: 10 * megabyte,
  zipBytesMax: 1_024 * megabyte,
  sharedCharactersMax: 64_000_000,
  mergesMax: 50_000,
  jsonBytesMax: 20 * megabyte,
  jsonDepthMax: 64,
};
