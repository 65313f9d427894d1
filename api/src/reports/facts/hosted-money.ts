import { type AudienceKey, audienceOf, exactFact, type ReportAudience } from '@poolrise/domain';
import type { FactPiece, ReadAsk } from './fact-piece';
import { hostedFilters, hostedGroups, hostedKeys, Parameters, periodValues } from './hosted-sql';

interface Row {
  keys: (string | null)[];
  note: string;
  creator: string;
  rows: number;
  spent: number;
  vouchers: number;
}

/**
 * What boosts cost, as the journal has it: each charge with its moment, and the part of it that vouchers paid. Vouchers burn
 * first, so of what a boost has spent so far they paid all up to what they gave it.
 */
export async function hostedBoosts({ tx, spec, period }: ReadAsk, most: number): Promise<FactPiece[]> {
  const parameters = new Parameters();
  const zone = parameters.later(spec.timeZone, 'text');
  const { from, until } = periodValues({ period, timeZone: spec.timeZone }, parameters);
  const published = spec.timeBasis === 'published';
  const moment = published ? 'note.published_at' : 'charge.at';
  const groups = hostedGroups(spec, {
    day: () => `(${moment} at time zone ${zone()})::date`,
    // Hours begin where those of engagement do, also in a zone that is half an hour beside UTC.
    hour: () => `date_trunc('hour', ${moment}, 'UTC')`,
    rail: 'null::smallint',
    audience: aimedAt,
  });
  const keys = hostedKeys(spec, groups, zone);
  const { audiences } = spec.filters;
  const audience = audienceOf(audiences);
  const conditions = [
    ...(audience ? [`${aimedAt(audience)} = any(${parameters.add(audiences, 'text[]')})`] : []),
    `${moment} >= ${from()} and ${moment} < ${until()}`,
    ...(published ? [`charge.at < ${until()}`] : []),
    ...hostedFilters(spec, parameters),
    ...(spec.filters.placements.length ? ['false'] : []),
  ];
  const rows = await tx.query<Row[]>(
    `with charge as (
       select boost.note_id, boost.audience, transaction.at, entry.cents,
         least(boost.voucher_cents, sum(entry.cents) over so_far)
           - least(boost.voucher_cents, sum(entry.cents) over so_far - entry.cents) as voucher_cents
       from boost
       join ledger_transaction transaction on transaction.boost_id = boost.id
       join ledger_entry entry on entry.transaction_id = transaction.id and entry.account = 'spent'
       where boost.workspace_id = app_workspace()
       window so_far as (partition by boost.id order by transaction.sequence)
     )
     select array[${keys.join(', ')}]::text[] as keys, note.id::text as note, note.creator_id::text as creator,
       count(*)::float8 as rows, sum(charge.cents)::float8 as spent, sum(charge.voucher_cents)::float8 as vouchers
     from charge join note on note.id = charge.note_id join creator on creator.id = note.creator_id
     where ${conditions.join(' and ')}
     group by ${[...keys, 'note.id', 'note.creator_id'].join(', ')} limit ${most + 1}`,
    parameters.values,
  );
  return rows.map(({ keys: its, note, creator, rows: count, spent, vouchers }) => ({
    table: 'hosted-boosts',
    keys: its,
    note,
    creator,
    facts: { boostCents: exactFact(spent), voucherCents: exactFact(vouchers) },
    rows: count,
  }));
}

/** Our words for what boosts may be aimed at, as their contract names it. */
const aims: Readonly<Record<ReportAudience, { field: string; keys: Readonly<Record<string, AudienceKey>> }>> =
  {
    'audience-gender': { field: 'genders', keys: { female: 'women', male: 'men' } },
    'audience-age': {
      field: 'ageBands',
      keys: {
        '<18': 'under-18',
        '18-24': '18-24',
        '25-34': '25-34',
        '35-44': '35-44',
        '>44': 'over-44',
      },
    },
  };

/** The one part of an audience that a boost was aimed at; of one for several, or for everybody, who saw it is unknown. */
function aimedAt(dimension: ReportAudience): string {
  const { field, keys } = aims[dimension];
  const named = Object.entries(keys).map(([name, key]) => `when '["${name}"]' then '${key}'`);
  return `case charge.audience -> '${field}' ${named.join(' ')} end`;
}

/** Hosted notes, and which of them were hits by the end of the period. */
export async function hostedNotes({ tx, spec, period, facts }: ReadAsk, most: number): Promise<FactPiece[]> {
  const parameters = new Parameters();
  const { from, until } = periodValues({ period, timeZone: spec.timeZone }, parameters);
  const zone = parameters.later(spec.timeZone, 'text');
  const groups = hostedGroups(spec, {
    day: () => `(note.published_at at time zone ${zone()})::date`,
    hour: () => 'null::timestamptz',
    rail: 'null::smallint',
  });
  const keys = hostedKeys(spec, groups, zone);
  const conditions = [
    'note.workspace_id = app_workspace()',
    `note.published_at >= ${from()} and note.published_at < ${until()}`,
    ...hostedFilters(spec, parameters),
    ...(spec.filters.placements.length ? ['false'] : []),
  ];
  const hits = facts.includes('hitNotes')
    ? `(select coalesce(sum(${interactionSums[spec.choice.interactions]}), 0) from engagement_hour
        where note_id = note.id and hour < ${until()}) >= ${parameters.add(spec.hitInteractions, 'integer')}`
    : 'false';
  const rows = await tx.query<{ keys: (string | null)[]; note: string; creator: string; hit: boolean }[]>(
    `select array[${keys.join(', ')}]::text[] as keys, note.id::text as note, note.creator_id::text as creator, ${hits} as hit
     from note join creator on creator.id = note.creator_id where ${conditions.join(' and ')} limit ${most + 1}`,
    parameters.values,
  );
  return rows.map(({ keys: its, note, creator, hit }) => ({
    table: 'notes',
    keys: its,
    note,
    creator,
    facts: { notes: exactFact(1), hitNotes: exactFact(hit ? 1 : 0) },
    rows: 1,
  }));
}

const interactionSums = {
  LCC: 'likes + collects + comments',
  LCCS: 'likes + collects + comments + shares',
  LCCSF: 'likes + collects + comments + shares + follows',
} as const;
