/** What a file really is when it is none of the kinds we read. */
export type OtherKind =
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'office-document'
  | 'zip'
  | 'pdf'
  | 'image'
  | 'program'
  | 'compressed'
  | 'database'
  | 'html'
  | 'xml'
  | 'binary';

/** Why a file is refused: the reason, what was seen, and the limit where there is one. The words are the reader's. */
export type FileRefusal =
  | { code: 'file-too-large'; bytes: number; bytesMax: number }
  | { code: 'empty-file' }
  | { code: 'only-header'; rows: number }
  | { code: 'too-many-rows'; sheet: string; rowsMax: number }
  | { code: 'too-many-columns'; sheet: string; row: number; columns: number; columnsMax: number }
  | { code: 'cell-too-long'; sheet: string; row: number; characters: number; charactersMax: number }
  | { code: 'other-kind'; found: OtherKind }
  | { code: 'encrypted' }
  | { code: 'macros'; entry: string }
  | { code: 'external-links'; entry: string }
  | {
      code: 'zip-bomb';
      measure: 'entries' | 'ratio' | 'bytes';
      seen: number;
      max: number;
      entry: string | null;
    }
  | { code: 'unsafe-path'; entry: string }
  | { code: 'xml-doctype'; entry: string }
  | { code: 'damaged'; part: string }
  | { code: 'too-much-text'; characters: number; charactersMax: number }
  | { code: 'too-many-merges'; sheet: string; mergesMax: number }
  | { code: 'unknown-encoding' }
  | { code: 'quote-unclosed'; sheet: string; row: number }
  | { code: 'json-broken'; line: number | null }
  | { code: 'json-too-deep'; depthMax: number }
  | { code: 'json-too-large'; bytes: number; bytesMax: number }
  | { code: 'too-slow'; secondsMax: number }
  | { code: 'too-much-memory'; megabytesMax: number };

export type FileRefusalCode = FileRefusal['code'];

/** The one thing that reading a file throws. */
export class FileRefused extends Error {
  constructor(
    readonly refusal: FileRefusal,
    options?: ErrorOptions,
  ) {
    super(`The file is refused: ${JSON.stringify(refusal)}`, options);
    this.name = 'FileRefused';
  }
}

/**
 * Any error as a refusal. What a parser throws at bytes it cannot follow means that this part is damaged, and the
 * error stays its cause.
 */
export const asRefused = (error: unknown, part: string): FileRefused =>
  error instanceof FileRefused ? error : new FileRefused({ code: 'damaged', part }, { cause: error });
