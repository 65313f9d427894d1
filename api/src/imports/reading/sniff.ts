import type { FileInHand } from './file-in-hand';
import { beginningOf } from './file-in-hand';
import { FileRefused, type OtherKind } from './refusals';

const starts: readonly (readonly [OtherKind, ...(string | readonly number[])[]])[] = [
  ['pdf', '%PDF-'],
  ['image', [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], 'GIF8'],
  ['program', [0x7f, 0x45, 0x4c, 0x46], [0xcf, 0xfa, 0xed, 0xfe], [0xca, 0xfe, 0xba, 0xbe], '#!'],
  ['compressed', [0x1f, 0x8b], 'Rar!', [0x37, 0x7a, 0xbc, 0xaf], 'BZh', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['compressed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['database', 'SQLite format 3\u0000'],
];

const zip = [0x50, 0x4b, 0x03, 0x04];
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Whether the file is a zip (perhaps a workbook) or text, by its bytes and never by its name.
 *
 * @throws FileRefused naming what else it is
 */
export async function sniff(file: FileInHand): Promise<'zip' | 'text'> {
  const head = await beginningOf(file, 4_096);
  if (head.length === 0) throw new FileRefused({ code: 'empty-file' });
  if (beginsWith(head, zip)) return 'zip';
  // The directory of an empty archive.
  if (beginsWith(head, 'PK\u0005\u0006')) throw otherKind('zip');
  if (beginsWith(head, ole)) throw await kindOfOle(file);
  for (const [kind, ...marks] of starts)
    if (marks.some((mark) => beginsWith(head, mark))) throw otherKind(kind);
  if (isProgramOfWindows(head)) throw otherKind('program');
  const markup = kindOfMarkup(head.toString('latin1'));
  if (markup) throw otherKind(markup);
  return 'text';
}

export const otherKind = (found: OtherKind): FileRefused => new FileRefused({ code: 'other-kind', found });

function beginsWith(head: Buffer, mark: string | readonly number[]): boolean {
  const bytes = typeof mark === 'string' ? Buffer.from(mark, 'latin1') : Buffer.from(mark);
  return head.subarray(0, bytes.length).equals(bytes);
}

/** "MZ" may begin a header of a table; a program has the place of its real header 60 bytes in, and zero bytes. */
const isProgramOfWindows = (head: Buffer): boolean =>
  beginsWith(head, 'MZ') && head.subarray(0, 64).includes(0);

function kindOfMarkup(head: string): OtherKind | null {
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<(!doctype\s+html|html|head|body|table|meta|div|style|script)\b/i.test(text)) return 'html';
  if (!/^<(\?xml|!--|[a-z][\w:.-]*[\s>/])/i.test(text)) return null;
  return /<html\b/i.test(text) ? 'html' : 'xml';
}

/** Old Office files share one container; an encrypted workbook of today hides in it too. */
async function kindOfOle(file: FileInHand): Promise<FileRefused> {
  const named = (name: string) => Buffer.from(name, 'utf16le');
  const [encrypted, workbook, book] = ['EncryptedPackage', 'Workbook', 'Book\u0000'].map(named) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  let found: FileRefused | null = null;
  let tail = Buffer.alloc(0);
  for await (const chunk of file.open()) {
    const window = Buffer.concat([tail, chunk]);
    if (window.includes(encrypted)) return new FileRefused({ code: 'encrypted' });
    if (window.includes(workbook) || window.includes(book)) found ??= otherKind('xls');
    tail = window.subarray(-64);
  }
  return found ?? otherKind('office-document');
}
