import { corpusCapturedAt, corpusDataDate, type CorpusFile, importCorpus } from '@poolrise/scenario';
import type { ImportMapping, ImportView } from '@poolrise/contracts';
import { Readable } from 'node:stream';
import { bytesOf } from '../../test/corpus-bytes';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { deafJobs } from '../../test/deaf-jobs';
import { noteId } from '../../test/import-files';
import { aBrand, type Someone } from '../../test/people';
import { ImportJobs } from './import-jobs';
import { ImportsService } from './imports.service';

const files = importCorpus();

/** The same files as the domain's own corpus spec, but as bytes and through the whole product: what comes out is stated by hand. */
describe('the corpus of files, as bytes', () => {
  let database: TestDatabase;
  let imports: ImportsService;
  let lin: Someone;
  beforeAll(async () => {
    database = await freshDatabase();
    imports = new ImportsService(database.db, deafJobs);
    lin = await aBrand(database.db);
  });
  afterAll(() => database.close());

  /** What a person answers: the day and the moment of the data, and which note a curve is of. */
  const answers = (mapping: ImportMapping): ImportMapping => ({
    ...mapping,
    dataDay: mapping.dataDay ?? corpusDataDate,
    capturedAt: new Date(corpusCapturedAt).toISOString(),
    noteId:
      mapping.noteId ??
      (mapping.sheets.some(({ mapping: its }) => its.record === 'series-point') ? noteId(1) : null),
  });

  const read = async (file: CorpusFile): Promise<ImportView> => {
    const { id } = await imports.upload(
      lin.workspaceId,
      lin,
      { name: file.name, takeOver: 'asked' },
      Readable.from([bytesOf(file)]),
    );
    await new ImportJobs(database.db).workDue();
    const view = await imports.one(lin.workspaceId, id);
    if (!view.mapping?.sheets.length || file.expected.asks?.length) return view;
    await imports.map(lin.workspaceId, lin, id, answers(view.mapping));
    await new ImportJobs(database.db).workDue();
    return imports.one(lin.workspaceId, id);
  };

  it.each(files.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    const { expected } = file;
    const view = await read(file);
    expect(view.refusal).toBeNull();
    expect(view.kind).toBe(expected.kind);
    expect(view.found?.recognition.sheets[0]?.headerRows).toEqual(expected.header);
    expect(view.found?.recognition.subject?.noteId).toBe(expected.subject);
    if (expected.asks?.length) return expect(view.state).toBe('asks');
    if (expected.subject) expect(view.mapping?.noteId).toBe(expected.subject);
    expect(view.state).toBe('ready');
    const { counts } = view;
    const rejected = await imports.rows(lin.workspaceId, view.id, { outcome: 'rejected', limit: 200 });
    // Two rows of one key that say different things are the business of the import, not of the row.
    const own = rejected.items.filter(({ faults }) => faults?.some(({ code }) => code === 'contradicts-row'));
    const ofRows = rejected.items.filter((row) => !own.includes(row));
    expect(
      ofRows.map(({ line, faults }) => [line, ...(faults ?? []).map(({ code }) => code).sort()]),
    ).toEqual((expected.rejected ?? []).map(([row, ...codes]) => [row, ...codes.sort()]));
    expect(counts && counts.new + counts.changed + counts.unchanged + counts.repeated + own.length).toBe(
      expected.records,
    );
    const { kind = null, from = null } = view.checks?.interactions ?? {};
    // Where the rows cannot tell, what is known of such files is said instead.
    expect(from === 'rows' ? kind : null).toBe(expected.interactions ?? null);
    const dropped = view.mapping?.sheets[0]?.mapping.columns.filter(({ use }) => use === 'dropped');
    expect(dropped?.map(({ header }) => header)).toEqual(expected.dropped ?? []);
  });
});
