import type { ReportSpec } from '@poolrise/contracts';
import { audienceOf, exactFact, isAudienceDimension, isTimeDimension } from '@poolrise/domain';
import { type FactPiece, inAudience, inPlacement } from './fact-piece';
import { growthByTime, growthIn, type Snapshot, standing } from './growth';
import { datedRows, type SheetAsk, sheetPiece, snapshotsMost, wholeSnapshots } from './note-sheet';
import { factsOfRow, hasPortrait, partsOf, type Split, type StoredRow } from './sheet-row';

/** That there is a note, and whether it was a hit. */
export function* notePieces({ ask, needs, sheet, traits, origins }: SheetAsk): Generator<FactPiece> {
  const { spec, period } = ask;
  const { publishedOn } = sheet;
  if (!needs.notes || publishedOn === null || spec.filters.placements.length) return;
  if (publishedOn < period.from || publishedOn > period.to) return;
  const interactions = `interactions${spec.choice.interactions}` as const;
  const reached = standing(wholeSnapshots(sheet), [interactions])[interactions];
  const hit =
    reached &&
    (reached.value - reached.half >= spec.hitInteractions
      ? 1
      : !reached.atLeast && reached.value + reached.half < spec.hitInteractions
        ? 0
        : null);
  origins.count('notes', sheet.rows.slice(0, 1));
  yield sheetPiece(ask, 'notes', traits, {
    notes: exactFact(1),
    hitNotes: typeof hit === 'number' ? exactFact(hit) : null,
  });
}

/** How a note does, as its snapshots say it: as a whole, or part by part. */
export function* snapshotPieces({ ask, needs, sheet, traits, origins }: SheetAsk): Generator<FactPiece> {
  const facts = needs['note-snapshots'];
  const { spec, period } = ask;
  const rows = datedRows(sheet);
  if (!facts || !rows.length) return;
  origins.count('note-snapshots', rows.filter(({ day }) => day >= period.from).slice(0, snapshotsMost));
  const split = splitOf(spec);
  const time = spec.dimensions.find(isTimeDimension);
  for (const part of partsIn(rows, split)) {
    const mine = split === 'placement' ? { ...traits, placement: part } : { ...traits, audience: part };
    if (!inPlacement(spec, mine.placement) || !inAudience(spec, mine.audience)) continue;
    const snapshots = rows.map((row): Snapshot => ({
      day: row.day,
      source: row.source,
      facts: factsOfRow(row, split, part),
    }));
    if (spec.timeBasis === 'published')
      yield sheetPiece(ask, 'note-snapshots', mine, standing(snapshots, facts));
    else if (time)
      for (const { day, facts: its } of growthByTime(period, time, snapshots, sheet.publishedOn, facts))
        yield sheetPiece(ask, 'note-snapshots', { ...mine, day }, its);
    else yield sheetPiece(ask, 'note-snapshots', mine, growthIn(period, snapshots, sheet.publishedOn, facts));
  }
}

/** By what a report wants rows to be split, whether it groups by it or is narrowed to a part of it. */
function splitOf({ dimensions, filters }: ReportSpec): Split {
  const audience = dimensions.find(isAudienceDimension) ?? audienceOf(filters.audiences);
  if (audience) return audience;
  return dimensions.includes('placement') || filters.placements.length ? 'placement' : null;
}

/** The parts that a note has; of readers of whom no file has a portrait nobody knows who they are. */
function partsIn(rows: readonly StoredRow[], split: Split): readonly (string | null)[] {
  if (split === null || split === 'placement') return partsOf(split);
  return rows.some((row) => hasPortrait(row, split)) ? [...partsOf(split), null] : [null];
}
