import { firstPoolOdds, fitOdds, type JudgedCase, type OddsModel } from '@poolrise/domain';
import type pg from 'pg';
import { keepPeers } from '../guidance/guidance-peers';
import { caseOf, featuresOfRow, type NoteRow, notesWithFirstPool } from '../guidance/note-rows';
import { ownMost } from '../guidance/odds-at-publishing';
import type { Asks } from '../matching/match-candidates';
import { SearchDemand } from '../topics/search-demand';

const dayMs = 86_400_000;

interface Published extends Pick<
  NoteRow,
  'id' | 'creator_id' | 'category' | 'type' | 'title' | 'body' | 'topics'
> {
  workspace_id: string;
  entered_at: Date;
}

/** The odds that notes of the demo's past would have been told, and the sums of their peers as they stand now. */
export async function writeGuidance(client: pg.Client, now: number): Promise<void> {
  const tx: Asks = {
    query: async <Rows>(sql: string, parameters?: unknown[]) =>
      (await client.query(sql, parameters)).rows as Rows,
  };
  await writeTold(tx, now);
  await keepPeers(tx, new SearchDemand(), new Date(now));
}

/** Each note is told by what was judged before the day on which it entered the pools, so that nothing peeks at what came later. */
async function writeTold(tx: Asks, now: number): Promise<void> {
  const judged = (await tx.query<NoteRow[]>(notesWithFirstPool('true')))
    .flatMap((row) =>
      caseOf(row).map((one) => ({ ...one, id: row.id, at: row.decided_at?.getTime() ?? Infinity })),
    )
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const notes = await tx.query<Published[]>(
    `select note.id, note.workspace_id, creator_id, category, type, title, body, topics, run.entered_at
       from note join pool_run run on run.note_id = note.id and run.level = 0
      where audit_state = 'passed' and run.entered_at <= $1 order by run.entered_at, note.id`,
    [new Date(now)],
  );
  const told = [];
  let day = -1;
  let model: OddsModel | null = null;
  let byCreator = new Map<string, JudgedCase[]>();
  for (const note of notes) {
    const today = Math.floor(note.entered_at.getTime() / dayMs);
    if (today !== day) {
      day = today;
      const before = judged.filter(({ at }) => at < today * dayMs);
      model = fitOdds(before);
      byCreator = new Map();
      for (const one of before) {
        const own = byCreator.get(one.creatorId);
        if (own) own.push(one);
        else byCreator.set(one.creatorId, [one]);
      }
    }
    if (!model) continue;
    const own = (byCreator.get(note.creator_id) ?? []).slice(-ownMost);
    const { probability, low, high } = firstPoolOdds(
      model,
      { ...note, features: featuresOfRow({ ...note, media: null }) },
      own,
    );
    told.push({ note, version: model.version, probability, low, high });
  }
  await tx.query(
    `insert into guidance_prediction (note_id, workspace_id, at, model_version, probability, low, high)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::float8[], $6::float8[], $7::float8[])`,
    [
      told.map(({ note }) => note.id),
      told.map(({ note }) => note.workspace_id),
      told.map(({ note }) => note.entered_at),
      told.map(({ version }) => version),
      told.map(({ probability }) => probability),
      told.map(({ low }) => low),
      told.map(({ high }) => high),
    ],
  );
}
