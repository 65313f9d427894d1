import { fullSheets } from './alliances';
import { creatorCurves, creatorNotes } from './creator-centre';
import { rateCards, shortlists, vendorLists } from './creator-lists';
import type { CorpusFile } from './corpus-file';
import { adReports } from './juguang';
import { buyerOrders, noteAnalyses, strangeFiles } from './others';
import { oddAds, oddTables } from './odd-files';
import { oddNotes } from './odd-notes';
import { orderReports } from './order-reports';
import { noteSheetRows } from './note-sheet-rows';
import { noteSheets } from './pugongying';
import { webFiles } from './web';

/** When the files of the corpus were made: what relative dates in them are counted from. */
export const corpusCapturedAt = Date.parse('2026-11-15T10:00:00+08:00');
/** What a person answers who is asked for the data date. */
export const corpusDataDate = '2026-11-15';

/**
 * Synthetic files of every kind that people have, with the traps that real ones hold and what has to come of each, stated
 * by hand. Nobody in them is real: names are numbered, phones and ids are made up. The same seed gives the same files.
 *
 * Source: domain notes 5.1 to 5.4.
 */
export function importCorpus(seed = 'corpus'): CorpusFile[] {
  return [
    noteSheets,
    noteSheetRows,
    orderReports,
    fullSheets,
    shortlists,
    rateCards,
    vendorLists,
    buyerOrders,
    noteAnalyses,
    adReports,
    creatorNotes,
    creatorCurves,
    webFiles,
    strangeFiles,
    oddAds,
    oddNotes,
    oddTables,
  ].flatMap((make) => make(seed));
}
