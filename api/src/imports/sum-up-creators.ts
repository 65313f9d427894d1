import { type CreatorFigure, foldForSearch, joinCreator, type JoinedCreator } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { creatorSnapshots, reportedOf } from './creator-snapshots';

/** Of so many creators the snapshots, a year of days each at most, are in memory at once. */
const atOnce = 500;

/** Brings what lists show of creators up to date with their files, by the same rule as the page of one. */
export async function sumUpCreators(
  tx: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  for (let at = 0; at < ids.length; at += atOnce) await sumUp(tx, workspaceId, ids.slice(at, at + atOnce));
}

async function sumUp(tx: EntityManager, workspaceId: string, ids: readonly string[]): Promise<void> {
  const snapshots = await creatorSnapshots(tx, workspaceId, ids);
  if (!snapshots.size) return;
  const sums = [...snapshots].map(([id, its]) => {
    const joined = joinCreator(its);
    const sources = [...new Set(its.map(({ source }) => source))].sort();
    return { id, ...summaryOf(joined), snapshots: its.length, sources };
  });
  await tx.query(sumUpSql, [workspaceId, JSON.stringify(sums)]);
}

function summaryOf(joined: JoinedCreator) {
  const standing = (figure: CreatorFigure) => {
    const found = joined.figures.find((one) => one.figure === figure);
    return found && reportedOf(found.reading);
  };
  const whole = (figure: CreatorFigure): number | null => {
    const found = joined.figures.find((one) => one.figure === figure);
    return found ? Math.round(found.reading.value) : null;
  };
  const said = (fact: 'category' | 'region') => joined.facts.find((one) => one.fact === fact)?.text;
  const latest = {
    followers: standing('followers'),
    imageQuote: standing('imageQuote'),
    videoQuote: standing('videoQuote'),
    category: said('category'),
    region: said('region'),
  };
  return {
    day: joined.day,
    latest,
    followers: whole('followers'),
    image_quote: whole('imageQuote'),
    video_quote: whole('videoQuote'),
    disagreements: joined.disagreements,
    search: foldForSearch([latest.category, latest.region].filter(Boolean).join(' ')),
  };
}

const columns = 'day, latest, snapshots, sources, followers, image_quote, video_quote, disagreements';
const sumUpSql = `
  update observed_creator set (${columns}) = (select ${columns
    .split(', ')
    .map((column) => `said.${column}`)
    .join(', ')}),
    search = concat_ws(' ', lower(observed_creator.red_id), said.search)
  from jsonb_to_recordset($2::jsonb) as said (id uuid, day date, latest jsonb, snapshots integer, sources text[],
    followers bigint, image_quote bigint, video_quote bigint, disagreements integer, search text)
  where observed_creator.workspace_id = $1 and observed_creator.id = said.id`;
