import { exactFact, type FactRow, rails } from '@poolrise/domain';
import { countedSql, sourceSums } from './counted-hours';
import type { FactPiece, ReadAsk } from './fact-piece';
import { hostedFilters, hostedGroups, hostedKeys, Parameters, periodValues } from './hosted-sql';

type Row = Record<(typeof sourceSums)[number], number> & {
  keys: (string | null)[];
  note: string | null;
  creator: string | null;
};

/**
 * Engagement counted here. Of days that are summed a report reads the sums: of all notes together hour by hour, which serves any
 * time zone; or of each note by days in Shanghai, which serves whatever is not split by the hours or days of another clock. The
 * rest it reads from the hours of notes.
 */
export async function hostedHours(ask: ReadAsk, most: number): Promise<FactPiece[]> {
  const { sql, values } = await hostedHoursStatement(ask, most);
  const rows = await ask.tx.query<Row[]>(sql, values);
  return rows.map((row) => ({
    table: 'hosted-hours',
    keys: row.keys,
    note: row.note,
    creator: row.creator,
    facts: factsOf(row),
    rows: row.rows,
  }));
}

export interface Statement {
  sql: string;
  values: unknown[];
}

/** The one statement: each source summed by what is asked for, and the few rows that are left put together. */
export async function hostedHoursStatement(ask: ReadAsk, most: number): Promise<Statement> {
  const { spec, period, byNote } = ask;
  const published = spec.timeBasis === 'published';
  const parameters = new Parameters();
  const zone = parameters.later(spec.timeZone, 'text');
  const { from, until } = periodValues({ period, timeZone: spec.timeZone }, parameters);
  const ofNotes = [
    ...hostedFilters(spec, parameters),
    // Of no reader here it is known who they are.
    ...(spec.filters.audiences.length ? ['false'] : []),
    ...(published ? [`note.published_at >= ${from()} and note.published_at < ${until()}`] : []),
  ];
  const { placements } = spec.filters;
  const counted = await countedSql(ask, parameters, {
    conditions: [
      ...ofNotes,
      ...(placements.length
        ? [`source.rail = any(${parameters.add(placements.map(railOf), 'smallint[]')})`]
        : []),
    ],
    withNote: byNote || ofNotes.length > 0 || needsNote(spec.dimensions),
    groups: (day) => [
      ...hostedGroups(spec, {
        day: () => (published ? `(note.published_at at time zone ${zone()})::date` : day(zone)),
        hour: () => 'source.hour',
        rail: 'source.rail',
      }),
      ...(byNote ? ['note.id', 'note.creator_id'] : []),
    ],
  });
  const keys = hostedKeys(
    spec,
    spec.dimensions.map((_, at) => `g${at}`),
    zone,
  );
  const [note, creator] = [0, 1].map((at) =>
    byNote ? `g${spec.dimensions.length + at}::text` : 'null::text',
  );
  const groups = [...keys, ...(byNote ? [note, creator] : [])];
  const sql = `
    select array[${keys.join(', ')}]::text[] as keys, ${note} as note, ${creator} as creator,
      ${sourceSums.map((name) => `sum(${name})::float8 as ${name}`).join(', ')}
    from (${counted}) counted
    ${groups.length ? `group by ${groups.join(', ')}` : 'having count(*) > 0'}
    limit ${most + 1}`;
  return { sql, values: parameters.values };
}

const railOf = (placement: string): number => (rails as readonly string[]).indexOf(placement);
const needsNote = (dimensions: ReadAsk['spec']['dimensions']): boolean =>
  dimensions.some((dimension) => ['note', 'creator', 'tier', 'category'].includes(dimension));

function factsOf(row: Row): FactRow {
  const natural = row.impressions - row.heated_impressions;
  return {
    impressions: exactFact(row.impressions),
    naturalImpressions: exactFact(natural),
    promotedImpressions: exactFact(0),
    heatedImpressions: exactFact(row.heated_impressions),
    reads: exactFact(row.clicks),
    naturalReads: exactFact(row.clicks - row.heated_reads),
    promotedReads: exactFact(0),
    heatedReads: exactFact(row.heated_reads),
    likes: exactFact(row.likes),
    collects: exactFact(row.collects),
    comments: exactFact(row.comments),
    shares: exactFact(row.shares),
    follows: exactFact(row.follows),
    hides: exactFact(row.hides),
    dwellSeconds: exactFact(row.dwell_seconds),
  };
}
