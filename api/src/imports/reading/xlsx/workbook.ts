import { FileRefused } from '../refusals';
import { otherKind } from '../sniff';
import { type Attributes, prefixed, wholePart } from './xml-part';
import type { ZipParts } from './zip-parts';

export interface Workbook {
  /** What is shown, in the order of the tabs, and the part that holds it. */
  sheets: { name: string; part: string }[];
  hiddenSheets: string[];
  /** Days are counted from 1904, as Excel on old Macs did. */
  since1904: boolean;
  stylesPart: string | null;
  sharedStringsPart: string | null;
}

/**
 * What a zip holds as a workbook.
 *
 * @throws FileRefused naming another kind of file, 'macros' or 'external-links'
 */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  const root = await relationsOf(zip, '');
  const part = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(part) || !/workbook[^/]*\.xml$/i.test(part)) throw otherKind(kindOfZip(zip.names));
  refuseWhatActs(zip.names);

  const relations = await relationsOf(zip, part);
  const targets = new Map(relations.map((relation) => [relation.id, relation]));
  const targetOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null;
  const workbook: Workbook = {
    sheets: [],
    hiddenSheets: [],
    since1904: false,
    stylesPart: targetOf('styles'),
    sharedStringsPart: targetOf('sharedStrings'),
  };
  await wholePart(zip, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') workbook.since1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      if (name === 'sheet') addSheet(workbook, attributes, targets.get(prefixed(attributes, 'id') ?? ''));
    },
  });
  return workbook;
}

function addSheet(workbook: Workbook, attributes: Attributes, relation: Relation | undefined): void {
  // Sheets of charts and dialogs have no rows.
  if (relation?.type !== 'worksheet') return;
  const name = attributes['name'] ?? '';
  // Two tabs on one part would read it twice, and thousands of tabs thousands of times.
  if (workbook.sheets.some(({ part }) => part === relation.target))
    throw new FileRefused({ code: 'damaged', part: relation.target });
  if (attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden')
    workbook.hiddenSheets.push(name);
  else workbook.sheets.push({ name, part: relation.target });
}

interface Relation {
  id: string;
  /** The last word of its address, which the strict and the transitional standard share. */
  type: string;
  target: string;
}

/** The parts that a part refers to, by full name; '' is the package itself. */
async function relationsOf(zip: ZipParts, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(list)) return relations;
  await wholePart(zip, list, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      // A path that climbs out of the package names no part of it and finds nothing.
      const resolved = target.startsWith('/') ? target.slice(1) : normal(`${folder}${target}`);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved });
    },
  });
  return relations;
}

function normal(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

function kindOfZip(names: readonly string[]): 'xlsb' | 'ods' | 'office-document' | 'zip' {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.includes('xl/workbook.bin')) return 'xlsb';
  if (lower.includes('mimetype') && lower.includes('content.xml')) return 'ods';
  return lower.some((name) => /^(word|ppt|visio)\//.test(name)) ? 'office-document' : 'zip';
}

/** A workbook that runs programs or looks into other files is not a table, and nobody exports one. */
function refuseWhatActs(names: readonly string[]): void {
  const named = (pattern: RegExp) => names.find((name) => pattern.test(name));
  const macros = named(/(^|\/)vbaproject\.bin$|(^|\/)(macrosheets|dialogsheets)\//i);
  if (macros !== undefined) throw new FileRefused({ code: 'macros', entry: macros });
  const links = named(/(^|\/)externallinks\/./i);
  if (links !== undefined) throw new FileRefused({ code: 'external-links', entry: links });
}
