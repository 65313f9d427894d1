import { pagesOf, squeezed } from '../../test/pdf-text';
import { drawPdf } from './draw-pdf';
import type { Block, PdfDocument, Row } from './pdf-document';

const documentOf = (blocks: Block[]): PdfDocument => ({
  title: '春季方案',
  author: '山海传媒',
  language: 'zh-CN',
  at: new Date('2026-11-26T02:00:00Z'),
  foot: '青屿咖啡',
  pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  blocks,
});
const prose = (text: string): Block => ({ kind: 'prose', words: [{ text }] });
const tableOf = (rows: Row[], total?: Row): Block => ({
  kind: 'table',
  columns: [
    { title: '博主', share: 0.6 },
    { title: '报价', share: 0.4, align: 'right' },
  ],
  rows,
  ...(total ? { total } : {}),
});
const rowOf = (name: string, under: string[] = []): Row => ({
  cells: [[{ text: name, weight: 600 }], [{ text: '¥3,200' }]],
  under: under.map((text) => ({ text })),
});

/** The longest turn of the event loop until it is asked, in milliseconds of this thread: how busy the machine is does not count. */
function watchTurns(): () => number {
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let [last, longest, on] = [used(), 0, true];
  const turn = () => {
    const now = used();
    longest = Math.max(longest, now - last);
    last = now;
    if (on) setImmediate(turn);
  };
  turn();
  return () => {
    on = false;
    return longest;
  };
}

describe('a document on paper', () => {
  it('prints Chinese and latin letters so that they can be found and copied', async () => {
    const [page] = await pagesOf(
      await drawPdf(documentOf([prose('第一波人选：咖啡与 cold brew，成都、杭州。')])),
    );
    expect(page).toContain('第一波人选：咖啡与coldbrew，成都、杭州。');
    expect(page).toContain('第1页，共1页');
  });

  it('marks what no font has, and never fails on it', async () => {
    const odd = '小满🍵👩‍👩‍👧 𰻝𰻝面 ก ﷽ \u0000\u202e e\u0301 ﬁ 㐂 龘 ㍿ ½ Đà Nẵng Žižek \ud800';
    const [page] = await pagesOf(await drawPdf(documentOf([prose(odd)])));
    expect(page).toContain(squeezed('小满□□'));
    for (const known of ['面', 'é', '龘', 'ĐàNẵng']) expect(page).toContain(known);
  });

  it('repeats the head of a table on each page and says which page of how many it is', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `博主${index + 1}号`);
    const rows = names.map((name, index) => rowOf(name, index % 3 ? [] : ['很合适，主推新品']));
    const total: Row = { cells: [[{ text: '合计' }], [{ text: '¥640,000', weight: 600 }]] };
    const pages = await pagesOf(await drawPdf(documentOf([tableOf(rows, total)])));
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('博主报价');
      expect(page).toContain(`第${index + 1}页，共${pages.length}页`);
    }
    const printed = pages.join('');
    for (const name of names) expect(printed).toContain(name);
    expect(pages.at(-1)).toContain('¥640,000');
  });

  it('keeps a row whole, and breaks one that is longer than a page', async () => {
    const long = Array.from({ length: 120 }, (_, index) => `第${index + 1}条意见。`);
    const pages = await pagesOf(await drawPdf(documentOf([tableOf([rowOf('小满', long), rowOf('阿远')])])));
    expect(pages.length).toBe(3);
    for (const page of pages) expect(page).toContain('博主报价');
    for (const line of long) expect(pages.join('')).toContain(line);
  });

  it('is the same file for the same document', async () => {
    const document = documentOf([prose('咖啡'), tableOf([rowOf('小满')])]);
    const [once, again] = [await drawPdf(document), await drawPdf(document)];
    expect(once.equals(again)).toBe(true);
  });

  it('lets others work while it is drawn, and draws the next one after a failure', async () => {
    const broken = { ...documentOf([]), blocks: [{ kind: 'unheard-of' }] } as unknown as PdfDocument;
    const long = Array.from({ length: 60 }, () => '很合适，主推新品。'.repeat(60));
    const rows = Array.from({ length: 200 }, (_, index) =>
      rowOf(`博主${String.fromCodePoint(0x4e00 + index * 7)}`),
    );
    const longest = watchTurns();
    const [bad, good] = await Promise.allSettled([
      drawPdf(broken),
      drawPdf(documentOf([tableOf([...rows, rowOf('小满', long)])])),
    ]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
    expect(longest()).toBeLessThan(200);
  });
});
