import type { Cell } from '@poolrise/domain';
import { refusalOf, rowsIn } from '../../../../test/reading';
import { fileOfBytes } from '../file-in-hand';
import { openFile } from '../read-file';

/** Each table of a document by its name. */
async function tablesIn(...read: Parameters<typeof rowsIn>): Promise<Record<string, (readonly Cell[])[]>> {
  const tables: Record<string, (readonly Cell[])[]> = {};
  for (const { sheet, cells } of await rowsIn(...read)) (tables[sheet] ??= []).push(cells);
  return tables;
}

describe('a JSON file', () => {
  it('is a table where it is a list, with the keys of all its records', async () => {
    const list = [
      { note_id: '65f0', liked_count: '1.2万' },
      { note_id: '65f1', ok: true, n: null, w: 1.5 },
    ];
    expect(await tablesIn(JSON.stringify(list))).toEqual({
      '[]': [
        ['note_id', 'liked_count', 'ok', 'n', 'w'],
        ['65f0', '1.2万'],
        ['65f1', null, true, null, 1.5],
      ],
    });
  });

  it('is flattened: objects by dotted keys, lists into one cell', async () => {
    const items = [
      {
        id: 'a',
        note_card: {
          interact_info: { liked_count: '9' },
          tags: ['x', ' y '],
          tagList: [{ name: '夏' }, { name: '防晒', n: 2 }],
          none: [],
        },
      },
    ];
    expect(await tablesIn(JSON.stringify({ items }))).toEqual({
      'items[]': [
        [
          'id',
          'note_card.interact_info.liked_count',
          'note_card.tags',
          'note_card.tagList[].name',
          'note_card.tagList[].n',
          'note_card.none',
        ],
        ['a', '9', 'x,y', '夏,防晒', '2'],
      ],
    });
  });

  it('gives every list at any depth by its path, and what stands beside them', async () => {
    const point = { date: 1_700_000_000_000, count: 3 };
    const document = {
      code: 0,
      data: { note_id: 'n1', day: { imp_list: [point], finish_list: [{ date: 1, coun: 0.5 }], empty: [] } },
    };
    expect(await tablesIn(JSON.stringify(document))).toEqual({
      'data.day.imp_list[]': [
        ['date', 'count'],
        [1_700_000_000_000, 3],
      ],
      'data.day.finish_list[]': [
        ['date', 'coun'],
        [1, 0.5],
      ],
      '{}': [
        ['code', 'data.note_id'],
        [0, 'n1'],
      ],
    });
  });

  it('takes the first state of a page, with notes keyed by their ids', async () => {
    const id = '65a769f54cf20bd0ed69a0f2';
    const script = `window.__INITIAL_STATE__ = {"note":{"noteDetailMap":{"${id}":{"note":{"title":"undefined is \\" no word","time":undefined}}}}};\n`;
    expect(await tablesIn(script)).toEqual({
      'note.noteDetailMap{}': [
        ['key', 'note.title', 'note.time'],
        [id, 'undefined is " no word'],
      ],
    });
  });

  it('goes into answers that a list of answers holds', async () => {
    const page = (id: string) => ({ code: 0, data: { items: [{ id, likes: 1, shares: 2 }] } });
    expect(await tablesIn(JSON.stringify([page('a'), page('b')]))).toMatchObject({
      '[].data.items[]': [
        ['id', 'likes', 'shares'],
        ['a', 1, 2],
        ['b', 1, 2],
      ],
    });
  });

  it('keeps ids that a double cannot hold, and no key of an object is special', async () => {
    const text = '[{"campaign_id":192837465564738291,"n":12,"__proto__":"p","s":"192837465564738291"}]';
    expect(await tablesIn(text)).toEqual({
      '[]': [
        ['campaign_id', 'n', '__proto__', 's'],
        ['192837465564738291', 12, 'p', '192837465564738291'],
      ],
    });
  });

  it('takes rows that have no keys as they are', async () => {
    expect(await tablesIn('[["a","b"],[1,null]]')).toEqual({ '[]': [['a', 'b'], [1]] });
  });

  it('is read line by line where every line is a record', async () => {
    const lines = '{"a":1,"b":{"c":"x"}}\r\n\n{"a":2,"d":192837465564738291}\n';
    const whole = await rowsIn(lines);
    expect(whole.map(({ sheet, number, cells }) => [sheet, number, ...cells])).toEqual([
      ['[]', 1, 'a', 'b.c', 'd'],
      ['[]', 2, 1, 'x'],
      ['[]', 3, 2, null, '192837465564738291'],
    ]);
    for (let chunk = 1; chunk < 20; chunk++) expect(await rowsIn(lines, {}, chunk)).toEqual(whole);
    expect((await openFile(fileOfBytes(Buffer.from(lines)))).facts.kind).toBe('json-lines');
  });

  it('is refused with the line where it breaks, and for being too deep, too large or empty', async () => {
    expect(await refusalOf('{"a":[1,\n2,\n3 4]}')).toEqual({ code: 'json-broken', line: 3 });
    expect(await refusalOf('{"a":1}\n{"a":2}\n{"a":\n')).toEqual({ code: 'json-broken', line: 3 });
    expect(await refusalOf(`${'['.repeat(100_000)}`)).toEqual({ code: 'json-too-deep', depthMax: 64 });
    expect(await refusalOf('{"items":[]}')).toEqual({ code: 'empty-file' });
    expect(await refusalOf(JSON.stringify([{ a: 'x'.repeat(100) }]), { jsonBytesMax: 50 })).toEqual({
      code: 'json-too-large',
      bytes: 110,
      bytesMax: 50,
    });
    const wide = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, at]));
    expect(await refusalOf(JSON.stringify([wide]))).toMatchObject({ code: 'too-many-columns', columns: 300 });
  });

  it('joins no list that is longer than a cell', async () => {
    const [, [cell] = []] =
      (await tablesIn(JSON.stringify([{ l: Array.from({ length: 20_000 }, () => 'abc') }])))['[]'] ?? [];
    expect(cell).toHaveLength(32_767);
  });
});
