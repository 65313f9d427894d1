import type { ImportFound, ImportListItem, ImportMapping, ImportView } from '@poolrise/contracts';
import { recogniseFile, RowChecks } from '@poolrise/domain';

const header = [
  '数据更新日期',
  '订单id',
  '合作名称',
  '博主昵称',
  '博主报价',
  '服务费金额',
  '订单来源',
  '总曝光量',
  '总阅读量',
  '神秘指数',
];
const rows = [
  header,
  ['2026/11/20', '100000000000000011', '秋茶上新', '小满', '5000', '500', '定制商单', '1.2万', '2310', '7'],
  ['2026/11/20', '100000000000000012', '办公室泡茶', '阿禾', '5000', '500', '定制商单', '8000', '10+', '9'],
].map((cells, at) => ({ sheet: '订单', number: at + 1, cells }));

export const importId = '99999999-0000-4000-8000-000000000001';

/** What the api finds in an order report, by the same recognition; `over` is for files of other headers. */
export function aFound(
  name = '订单报告.xlsx',
  sheetRows = rows,
): { found: ImportFound; mapping: ImportMapping } {
  const sheet = sheetRows[0]?.sheet ?? '';
  const recognition = recogniseFile({ name, format: 'xlsx', sheets: [{ name: sheet, rows: sheetRows }] });
  return {
    found: {
      facts: { format: 'xlsx', encoding: null, separator: null, hiddenSheets: ['草稿'] },
      recognition,
      firstRows: [{ sheet, rows: sheetRows.map(({ number, cells }) => ({ number, cells: [...cells] })) }],
      templateName: null,
    },
    mapping: {
      sheets: recognition.sheets.map((one) => ({
        sheet: one.sheet,
        headerRows: [...one.headerRows],
        mapping: JSON.parse(JSON.stringify(one.mapping)) as ImportMapping['sheets'][number]['mapping'],
      })),
      dataDay: null,
      capturedAt: null,
      noteId: null,
    },
  };
}

export function anImportItem(changes: Partial<ImportListItem> = {}): ImportListItem {
  return {
    id: importId,
    name: '订单报告.xlsx',
    bytes: 48_128,
    state: 'ready',
    underWay: false,
    kind: 'P0',
    rowsDone: 2,
    rowsTotal: 2,
    counts: { new: 1, changed: 1, unchanged: 0, repeated: 0, rejected: 0, skipped: 1 },
    refusal: null,
    uploadedBy: 'Lin',
    uploadedAt: '2026-11-25T08:00:00Z',
    committedAt: null,
    undoneAt: null,
    progress: null,
    keptUntil: '2028-11-25',
    waitsUntil: null,
    expiredAt: null,
    ...changes,
  };
}

export function anImport(changes: Partial<ImportView> = {}): ImportView {
  return {
    ...anImportItem(),
    ...aFound(),
    checks: new RowChecks('LCCS').report(),
    committedBy: null,
    undoneBy: null,
    keptRule: 'workspace-months',
    keptMonths: 24,
    keptBy: null,
    ...changes,
  };
}
