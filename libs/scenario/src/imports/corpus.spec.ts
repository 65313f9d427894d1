import {
  type FieldValue,
  type FileRecognition,
  type RowOutcome,
  RowChecks,
  checkMapping,
  fileKinds,
  recogniseFile,
  rowReader,
} from '@poolrise/domain';
import { corpusCapturedAt, corpusDataDate, importCorpus } from './corpus';
import type { CorpusFile } from './corpus-file';

const files = importCorpus();

function readAll(file: CorpusFile, { sheets }: FileRecognition) {
  const checks = new RowChecks();
  const outcomes = sheets.flatMap((sheet): RowOutcome[] => {
    if (checkMapping(sheet.mapping).length > 0) return [];
    const context = {
      capturedAt: corpusCapturedAt,
      dataDate: corpusDataDate,
      source: sheet.why?.kind ?? 'own',
      subject: null,
    };
    const read = rowReader(sheet.mapping, context);
    const last = Math.max(...sheet.headerRows);
    const rows = file.sheets.find(({ name }) => name === sheet.sheet)?.rows ?? [];
    return rows.filter(({ number }) => number > last).map(read);
  });
  for (const outcome of outcomes) if (outcome.kind === 'record') checks.observe(outcome.record);
  return { outcomes, checks: checks.report() };
}

const recognise = (file: CorpusFile) =>
  recogniseFile({ name: file.name, format: file.written.format, sheets: file.sheets });

/** A value as the expectations write it. */
function written(value: FieldValue | undefined): string | number | boolean | null {
  if (value === undefined) return null;
  if (typeof value !== 'object') return value;
  if ('day' in value) return value.day;
  if (value.precision === 'exact') return value.value;
  return `${value.precision === 'rounded' ? '≈' : '≥'}${String(value.value)}`;
}

describe('the corpus of files', () => {
  it('has at least sixty files, of every kind', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    const kinds = new Set(files.map(({ expected }) => expected.kind));
    expect(Object.keys(fileKinds).filter((kind) => !kinds.has(kind as never))).toEqual([]);
  });

  it.each(files.map((file) => [file.name, file] as const))('%s is recognised', (_, file) => {
    const { expected } = file;
    const { sheets, subject } = recognise(file);
    const [first, ...others] = sheets;
    expect(subject?.noteId).toBe(expected.subject);
    expect(first?.why?.kind ?? null).toBe(expected.kind);
    for (const other of others) expect(other.why?.kind).toBe(expected.kind);
    expect(first?.headerRows).toEqual(expected.header);
    const dropped = first?.mapping.columns.filter(({ use }) => use === 'dropped').map(({ header }) => header);
    expect(dropped).toEqual(expected.dropped ?? []);
    const { from, ...more } = first?.dataDate ?? { from: 'ask' };
    const day = 'day' in more ? ` ${more.day}` : '';
    expect(`${from}${day}`).toBe(expected.dataDate ?? 'column');
    expect(checkMapping(first?.mapping as never).map(({ code }) => code)).toEqual(expected.asks ?? []);
  });

  it.each(files.map((file) => [file.name, file] as const))('%s is read row by row', (_, file) => {
    const { expected } = file;
    const { outcomes, checks } = readAll(file, recognise(file));
    const rejected = outcomes.flatMap((outcome) =>
      outcome.kind === 'rejected' ? [[outcome.row, ...outcome.problems.map(({ code }) => code)]] : [],
    );
    expect(rejected.map(([row, ...codes]) => [row, ...codes.sort()])).toEqual(
      (expected.rejected ?? []).map(([row, ...codes]) => [row, ...codes.sort()]),
    );
    const skipped = outcomes.flatMap((outcome) =>
      outcome.kind === 'skipped' ? [[outcome.row, outcome.why]] : [],
    );
    expect(skipped).toEqual(expected.skipped ?? []);
    expect(outcomes.filter(({ kind }) => kind === 'record')).toHaveLength(expected.records);
    expect(checks.findings.map(({ code, count }) => [code, count]).sort()).toEqual(
      [...(expected.findings ?? [])].sort(),
    );
    expect(checks.interactions.kind).toBe(expected.interactions ?? null);
  });

  it.each(files.filter(({ expected }) => expected.values).map((file) => [file.name, file] as const))(
    '%s gives the values stated',
    (_, file) => {
      const { outcomes } = readAll(file, recognise(file));
      for (const [row, field, value] of file.expected.values ?? []) {
        const outcome = outcomes.find((one) => one.kind === 'record' && one.record.row === row);
        if (outcome?.kind !== 'record') throw new Error(`no record of row ${String(row)}`);
        expect([row, field, written(outcome.record.values[field])]).toEqual([row, field, value]);
      }
    },
  );

  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(importCorpus('a'))).toBe(JSON.stringify(importCorpus('a')));
    expect(JSON.stringify(importCorpus('a'))).not.toBe(JSON.stringify(importCorpus('b')));
  });
});
