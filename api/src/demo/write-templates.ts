import { briefPresetsOn, type BriefTemplate, dayInShanghai, orderRulesOn } from '@poolrise/domain';
import { type Cast, marketerOf, workspaceOf } from '@poolrise/scenario';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { insert } from './write-rows';

const dayMs = 86_400_000;

/** Two briefs that the tea brand keeps: one of the platform's own, filled in and changed once, and one for a video. */
export async function writeTemplates(client: pg.Client, cast: Cast, now: number): Promise<void> {
  const day = dayInShanghai(new Date(now));
  const food = briefPresetsOn(day, 'zh', orderRulesOn(day).protectionDaysLeast).find(
    ({ template }) => template.category === 'food',
  );
  if (!food) throw new Error('no template of the platform for food');
  const tea: BriefTemplate = {
    ...food.template,
    goal: '写一个喝茶的日常片刻：什么时候、和谁、怎么泡。写给第一次买茶的人。',
    sellingPoints: ['冷泡八小时不涩', '独立茶包，出门也方便'],
    must: ['茶包和泡好的茶各一张', '写明水温、克数和时长'],
    mustNot: ['减肥、养生等功效', '“最”“第一”等绝对化用语'],
    revisionsMost: 2,
  };
  await write(client, cast, '冷泡茶图文 Cold brew, image', now, [
    { ...tea, must: tea.must.slice(0, 1) },
    tea,
  ]);
  await write(client, cast, '茶山一日视频 A day on the tea hill, video', now, [
    {
      ...tea,
      goal: '拍一天的采茶到做茶，讲清一片叶子怎么变成茶。',
      sellingPoints: ['自有茶园', '手工采摘'],
      must: ['采摘、萎凋、烘干三个画面'],
      noteType: 'video',
      withSample: false,
      withOutline: true,
      withAdAudit: true,
      protectionDays: 90,
    },
  ]);
}

/** A template with its versions, the first of them a day before the next. */
async function write(
  client: pg.Client,
  cast: Cast,
  name: string,
  now: number,
  versions: readonly BriefTemplate[],
): Promise<void> {
  const workspaceId = workspaceOf(cast, 'lin').id;
  const personId = marketerOf(cast, 'lin').id;
  const at = (index: number): Date => new Date(now - (versions.length - index) * dayMs);
  const id = await insert(client, 'brief_template', {
    workspace_id: workspaceId,
    name,
    version: versions.length,
    content: JSON.stringify(versions.at(-1)),
    request_key: randomUUID(),
    request_hash: '',
    changed_by: personId,
    created_at: at(0),
    changed_at: at(versions.length - 1),
  });
  for (const [index, content] of versions.entries())
    await client.query(
      `insert into brief_template_version (template_id, version, workspace_id, name, content, person_id, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, index + 1, workspaceId, name, JSON.stringify(content), personId, at(index)],
    );
}
