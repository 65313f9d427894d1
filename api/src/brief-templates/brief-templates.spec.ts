import { randomUUID } from 'node:crypto';
import { type BriefTemplateContent, briefTemplatesMost, type WriteBriefTemplate } from '@poolrise/contracts';
import { briefText, usualRights } from '@poolrise/domain';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { aMember, aWorkspace } from '../../test/people';
import type { Caller } from '../http/caller';
import { BriefTemplatesService } from './brief-templates.service';

const content: BriefTemplateContent = {
  goal: '写一个早晨。',
  sellingPoints: ['冷泡不涩'],
  must: ['写明水温'],
  mustNot: ['功效'],
  components: ['comment-search'],
  disclosure: '标注合作',
  category: 'food',
  language: 'zh',
  noteType: 'image',
  withSample: true,
  withOutline: false,
  withAdAudit: false,
  effectMode: false,
  protectionDays: 30,
  revisionsMost: 2,
  rights: usualRights,
};
const aTemplate = (ask: Partial<WriteBriefTemplate> = {}): WriteBriefTemplate => ({
  name: '春茶',
  content,
  requestKey: randomUUID(),
  ...ask,
});

describe('brief templates', () => {
  let database: TestDatabase;
  let templates: BriefTemplatesService;

  beforeAll(async () => {
    database = await freshDatabase();
    templates = new BriefTemplatesService(database.db);
  });
  afterAll(() => database.close());

  async function aCaller(): Promise<Caller> {
    const workspaceId = await aWorkspace(database.db, 'brand', '林家茶');
    const { id } = await aMember(database.db, workspaceId, 'owner', { name: 'Lin' });
    return {
      workspaceId,
      person: { id, name: 'Lin', role: 'owner', workspaceKind: 'brand' },
      key: null,
      sessionHash: null,
    };
  }

  it('are kept by the workspace, and a change is a new version that leaves the earlier ones as they were', async () => {
    const caller = await aCaller();
    const kept = await templates.write(caller, aTemplate());
    expect(kept).toMatchObject({ name: '春茶', version: 1, content, changedBy: 'Lin' });
    const changed = await templates.change(caller, kept.id, {
      name: '春茶二',
      content: { ...content, must: ['写明水温', '一张实拍'] },
      version: 1,
    });
    expect(changed).toMatchObject({ name: '春茶二', version: 2 });
    const { items } = await templates.versions(caller.workspaceId, kept.id, { limit: 5 });
    expect(items.map(({ version, name, content: { must } }) => [version, name, must.length])).toEqual([
      [2, '春茶二', 2],
      [1, '春茶', 1],
    ]);
    await expect(
      templates.change(caller, kept.id, { name: '春茶三', content, version: 1 }),
    ).rejects.toMatchObject({ code: 'brief-moved-on', about: { figures: { version: 1, current: 2 } } });
  });

  it('one request makes one template, however often it is sent at once', async () => {
    const caller = await aCaller();
    const ask = aTemplate();
    const made = await Promise.all(Array.from({ length: 10 }, () => templates.write(caller, ask)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    await expect(templates.write(caller, { ...ask, name: '别的' })).rejects.toMatchObject({
      code: 'request-key-reused',
    });
    await expect(templates.write(caller, aTemplate())).rejects.toMatchObject({
      code: 'name-taken',
      about: { field: '/name' },
    });
  });

  it('are listed by page and category, and are nobody else’s', async () => {
    const caller = await aCaller();
    const other = await aCaller();
    for (const [index, category] of (['food', 'beauty', 'food'] as const).entries())
      await templates.write(
        caller,
        aTemplate({ name: `模板 ${index}`, content: { ...content, category } }),
        new Date(Date.UTC(2026, 10, index + 1)),
      );
    const first = await templates.list(caller.workspaceId, { limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['模板 2', '模板 1']);
    const rest = await templates.list(caller.workspaceId, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(rest.items.map(({ name }) => name)).toEqual(['模板 0']);
    const food = await templates.list(caller.workspaceId, { limit: 5, category: 'food' });
    expect(food.items).toHaveLength(2);
    expect((await templates.list(other.workspaceId, { limit: 5 })).items).toEqual([]);
    const id = first.items[0]?.id ?? '';
    await expect(templates.delete(other.workspaceId, id)).rejects.toMatchObject({ code: 'not-found' });
    await templates.delete(caller.workspaceId, id);
    await expect(templates.versions(caller.workspaceId, id, { limit: 5 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are bounded', async () => {
    const caller = await aCaller();
    await database.owner(
      `insert into brief_template (workspace_id, name, version, content, request_key, request_hash, created_at, changed_at)
       select '${caller.workspaceId}', n::text, 1, '{}', gen_random_uuid(), '', now(), now() from generate_series(1, ${briefTemplatesMost}) n`,
    );
    await expect(templates.write(caller, aTemplate())).rejects.toMatchObject({ code: 'too-many-kept' });
  });

  it('come with the product, one a category, ready to be filled in', () => {
    const { items } = templates.presets('en', new Date('2026-11-26T04:00:00Z'));
    expect(items).toHaveLength(12);
    expect(briefText(items[2]?.content ?? content)).toContain('Must be in it:');
  });
});
