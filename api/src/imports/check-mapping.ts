import type { ImportMapping } from '@poolrise/contracts';
import { checkMapping as checkSheet, headersIn, type MappingProblem } from '@poolrise/domain';
import { Refused } from '../http/refused';
import { hasSubject } from './curve-names';
import type { ImportFile } from './import-file.entity';
import type { ImportFound } from '@poolrise/contracts';

/**
 * Holds a mapping that came from outside against the file it is for.
 * @throws Refused import-mapping-faulty with the field of each fault
 */
export function checkMapping(mapping: ImportMapping, found: ImportFile['found']): void {
  const { recognition, firstRows } = found as ImportFound;
  const faults = mapping.sheets.flatMap(({ sheet, headerRows, mapping: its }, place) => {
    const at = `/mapping/sheets/${place}`;
    const known = recognition.sheets.find((one) => one.sheet === sheet);
    if (!known) return [{ field: `${at}/sheet`, detail: `The file has no sheet "${sheet}".` }];
    const headers = headersOf(known, headerRows, firstRows);
    if (!headers)
      return [{ field: `${at}/headerRows`, detail: `No header stands in row ${headerRows.join(' and ')}.` }];
    const strange = its.columns.find(({ position, header }) => headers[position] !== header);
    return [
      ...(strange
        ? [{ field: `${at}/mapping/columns`, detail: `Column ${strange.position + 1} has another header.` }]
        : []),
      ...checkSheet(its).map((problem) => ({ field: `${at}/mapping/columns`, detail: sentence(problem) })),
      ...(its.record === 'series-point' && !hasSubject(mapping)
        ? [{ field: '/mapping/noteId', detail: 'Say which note the curves are of.' }]
        : []),
    ];
  });
  const [first] = faults;
  if (first)
    throw new Refused('import-mapping-faulty', { field: first.field, detail: first.detail, fields: faults });
}

/** As recognised, or as the rows that a person chose instead have them. */
function headersOf(
  known: ImportFound['recognition']['sheets'][number],
  headerRows: readonly number[],
  firstRows: ImportFound['firstRows'],
): readonly string[] | null {
  if (String(headerRows) === String(known.headerRows)) return known.headers;
  const { sheet } = known;
  const rows = firstRows.find((one) => one.sheet === sheet)?.rows ?? [];
  return headersIn(
    rows.map((row) => ({ sheet, ...row })),
    headerRows,
  );
}

function sentence(problem: MappingProblem): string {
  const headers = 'headers' in problem ? problem.headers.map((header) => `"${header}"`).join(', ') : '';
  switch (problem.code) {
    case 'two-columns-one-field':
      return `${headers} are all read as ${problem.field}: keep one of them.`;
    case 'required-missing':
      return `No column is read as ${problem.oneOf.map((all) => all.join(' and ')).join(', or ')}.`;
    case 'rate-unit-unknown':
      return `Say whether the numbers of ${headers} are per cent or fractions.`;
    case 'money-unit-unknown':
      return `Say whether the amounts of ${headers} are yuan or fen.`;
    case 'personal-field-kept':
      return `${headers} says who somebody is and can only be dropped.`;
    case 'position-twice':
      return `${headers} stand twice in the mapping.`;
    case 'nothing-mapped':
      return 'No column is read at all.';
  }
}
