import { dayInShanghai, orderRulesOn, shiftDay, usualKitTerms } from '@poolrise/domain';
import { type Cast, workspaceOf } from '@poolrise/scenario';
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { insert } from './write-rows';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How often the link was opened, from some days ago on. */
const visits = [3, 1, 0, 0, 2, 4, 0, 1];

/** Xiaoman has made her media kit, lets brands in the directory see it, and has sent a link to one that looked more than once. */
export async function writeMediaKit(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const deskId = workspaceOf(cast, 'xiaoman').id;
  const writer = cast.people.find(({ memberships }) =>
    memberships.some(({ workspace }) => workspace === 'xiaoman'),
  );
  if (!writer) throw new Error('nobody is at the desk of Xiaoman');
  const today = dayInShanghai(new Date(now));
  const savedAt = new Date(now - 9 * dayMs);
  await insert(client, 'media_kit', {
    ...{
      workspace_id: deskId,
      version: 2,
      language: 'both',
      visible: true,
      saved_by: writer.id,
      saved_at: savedAt,
    },
    intro_zh:
      '在办公室泡茶的人。写早晨、写通勤、写一杯茶喝完的下午。\n只写自己喝过的；不写功效，不接减肥茶。拍摄和文字都由我一个人完成。',
    intro_en:
      'I brew tea at the office, and write of mornings, commutes and slow afternoons.\nOnly what I drank myself: no health claims, no slimming tea. Pictures and words are all mine.',
    included_zh: '三到九张图，一次拍摄；发布后置顶一周，评论区回复三天。',
    included_en:
      'Three to nine pictures of one shooting; pinned for a week, and comments answered for three days.',
    terms: JSON.stringify({ ...usualKitTerms(orderRulesOn(today)), revisionsMost: 2 }),
  });
  const linkId = await insert(client, 'media_kit_link', {
    // Of a token that nobody was told: a demo link cannot be guessed either.
    ...{ workspace_id: deskId, token_hash: randomBytes(32), created_by: writer.id },
    ...{ created_at: new Date(now - 8 * dayMs), expires_at: new Date(now + 22 * dayMs) },
    last_viewed_at: new Date(now - 26 * hourMs),
  });
  for (const [at, count] of visits.entries())
    if (count > 0)
      await insert(client, 'media_kit_visit', {
        ...{ link_id: linkId, day: shiftDay(today, at - visits.length), workspace_id: deskId, visits: count },
      });
}
