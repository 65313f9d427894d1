import { pagesOf } from '../../test/pdf-text';
import { deskSpec, ReportStage, today } from '../../test/report-stage';
import { unzipped } from '../../test/unzipped';
import { byteOrderMark } from '../files/csv';

describe('a report as a file', () => {
  const stage = new ReportStage();
  const { aNote, call } = stage;
  beforeAll(() => stage.raise());
  beforeEach(() => stage.enter());
  afterAll(() => stage.close());

  const file = async (format: string, language = 'zh-CN', name = '三月投后') =>
    (await call('POST', 'report-files', { name, spec: deskSpec, format, language })).answer;

  it('is a CSV whose texts are no formulas, with what it is about below the figures', async () => {
    await aNote('=HYPERLINK("http://x")', 1_000);
    const csv = await file('csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.headers['content-disposition']).toContain(encodeURIComponent('三月投后'));
    const [head = '', first = '', total = ''] = csv.body.split('\r\n');
    expect(head.startsWith(`${byteOrderMark}笔记,曝光`)).toBe(true);
    expect(first).toContain(`"'=HYPERLINK(""http://x"")",1000,0.1`);
    expect(total).toMatch(/^合计,1000,0.1/);
    expect(csv.body).toContain(`时间范围,2026-01-01 至 ${today}`);
  });

  it('is a workbook with typed cells and a header that stays', async () => {
    await aNote('=1+1', 1_234);
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = unzipped((await file('xlsx', 'en')).rawPayload);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<v>1234</v>');
    expect(sheet).toMatch(/t="inlineStr"><is><t xml:space="preserve">=1\+1</);
    expect(sheet).not.toContain('<f>');
  });

  it.each([
    [
      'zh-CN',
      [
        '三月投后',
        '时间范围',
        '筛选条件',
        '无，包含全部数据',
        '关键数字',
        '1,234',
        '还没有导入提供这项数据的文件',
      ],
    ],
    ['en', ['三月投后', 'Period', 'Filters', 'Key figures', '1,234', 'No file that has it was imported yet']],
  ])('is a PDF that prints period, filters, figures and definitions in %s', async (language, wanted) => {
    await aNote('一杯好茶的早晨', 1_234);
    const pages = await pagesOf((await file('pdf', language)).rawPayload);
    const text = pages.join('');
    for (const each of wanted) expect(text).toContain(each.replace(/\s/g, ''));
  });
});
