import type { Cell, SheetRow } from './cells';
import { recogniseFile } from './recognise-file';

const [one, two] = ['65f0a1b2c3d4e5f6a7b8c9d0', '65f0a1b2c3d4e5f6a7b8c9d1'] as const;
const sheet = (name: string, rows: readonly (readonly Cell[])[]) => ({
  name,
  rows: rows.map((cells, at): SheetRow => ({ sheet: name, number: at + 1, cells })),
});
const curve = sheet('data.day.imp_list[]', [
  ['date', 'count'],
  [1_793_462_400_000, 12],
]);
const subjectOf = (name: string, ...others: ReturnType<typeof sheet>[]) =>
  recogniseFile({ name, format: 'json', sheets: [curve, ...others] }).subject;
const beside = (key: string, value: Cell) =>
  sheet('{}', [
    ['code', key],
    [0, value],
  ]);

describe('the note of a file of curves', () => {
  it('stands beside the lists, in a link or in the question that was asked', () => {
    const told = { noteId: one, from: 'file' };
    expect(subjectOf('a.json', beside('data.note_id', one))).toEqual(told);
    expect(subjectOf('a.json', beside('params.noteId', one.toUpperCase()))).toEqual(told);
    const asked = `https://creator.xiaohongshu.com/api/galaxy/creator/datacenter/note/base?note_id=${one}`;
    expect(subjectOf('a.json', beside('request.url', asked))).toEqual(told);
    expect(subjectOf('a.json', beside('query', `note_id=${one}`))).toEqual(told);
    expect(
      subjectOf('a.json', beside('link', `https://www.xiaohongshu.com/explore/${one}?xsec_token=x`)),
    ).toEqual(told);
  });

  it('is looked for in the name of the file only where the file itself is silent', () => {
    expect(subjectOf(`笔记趋势_${one}.json`)).toEqual({ noteId: one, from: 'file-name' });
    expect(subjectOf(`${one}.json`, beside('note_id', two))).toEqual({ noteId: two, from: 'file' });
    expect(subjectOf(`sha1-${one}${two}.json`)).toBeNull();
  });

  it('is not guessed between two, nor taken from an id of something else', () => {
    expect(subjectOf('a.json', beside('note_id', one), sheet('x', [['note_id'], [two]]))).toBeNull();
    expect(subjectOf('a.json', beside('user_id', one))).toBeNull();
    expect(
      subjectOf('a.json', beside('author', `https://www.xiaohongshu.com/user/profile/${one}`)),
    ).toBeNull();
  });

  it('is nothing that other files have', () => {
    const notes = sheet('[]', [
      ['note_id', 'title', 'liked_count', 'collected_count', 'comment_count'],
      [one, 'x', 1, 2, 3],
    ]);
    expect(recogniseFile({ name: `${one}.json`, format: 'json', sheets: [notes] }).subject).toBeNull();
  });
});
