import type { Cell } from './cells';
import { plainText, readableText, saysNothing } from './plain-text';
import { type Reading, known, refused, unknown } from './reading';

/** What a note mainly is, as files say it. */
export const fileNoteTypes = ['image', 'video'] as const;
export type FileNoteType = (typeof fileNoteTypes)[number];

const typeWords: Readonly<Record<string, FileNoteType>> = {
  图文: 'image',
  图文笔记: 'image',
  图片: 'image',
  normal: 'image',
  image: 'image',
  '1': 'image',
  视频: 'video',
  视频笔记: 'video',
  video: 'video',
  '2': 'video',
};

/** Reads 图文, normal, image and 1 as `image`; 视频, video and 2 as `video`. Source: domain notes 5.3. */
export function readNoteType(cell: Cell): Reading<FileNoteType> {
  if (cell === null) return unknown('empty');
  if (typeof cell === 'object') return refused('not-a-note-type');
  const text = plainText(String(cell)).toLowerCase();
  const nothing = saysNothing(text);
  if (nothing) return nothing;
  const type = Object.hasOwn(typeWords, text) ? typeWords[text] : undefined;
  return type ? known(type) : refused('not-a-note-type');
}

const yes = new Set(['是', '有', 'y', 'yes', 'true', '1', '已推广', '已绑定']);
const no = new Set(['否', 'n', 'no', 'false', '0', '未推广', '未绑定']);

/** Reads 是 and 否, and their like, as true and false. */
export function readFlag(cell: Cell): Reading<boolean> {
  if (typeof cell === 'boolean') return known(cell);
  if (cell === null) return unknown('empty');
  if (typeof cell === 'object') return refused('not-yes-or-no');
  const text = plainText(String(cell)).toLowerCase();
  if (yes.has(text)) return known(true);
  if (no.has(text)) return known(false);
  return saysNothing(text) ?? refused('not-yes-or-no');
}

/** The longest text that is kept of a cell: titles have 20 characters, descriptions of notes 1,000. */
export const cellTextMax = 4_000;

/** Reads any text as it stands, without marks that nobody sees. Numbers are given as they print. */
export function readText(cell: Cell): Reading<string> {
  if (cell === null) return unknown('empty');
  if (typeof cell === 'object') return refused('date-in-number-column');
  const text = readableText(String(cell));
  if (text.length > cellTextMax) return refused('text-too-long');
  if (text === '') return unknown('empty');
  return /^[-—–]+$/.test(text) ? unknown('dash') : known(text);
}
