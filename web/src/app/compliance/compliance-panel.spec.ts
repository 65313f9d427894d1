import { Component, signal } from '@angular/core';
import { checkNote, type ComplianceRule } from '@poolrise/domain';
import type { ComplianceView } from '@poolrise/contracts';
import { openPage, type Opened } from '../../testing/opened';
import type { ComplianceAsk } from './compliance-check';
import { CompliancePanel } from './compliance-panel';
import { type PlaceInText, quoted, standsAt } from './place-in-text';

const path = '/api/v1/compliance/check';
const day = '2026-11-26';

/** What the api answers about a note: the checker itself, with rules by key. */
function answerTo({ title, body, topics, assets }: ComplianceAsk): ComplianceView {
  const report = checkNote({ title, body, topics, category: 'beauty', assets: assets ?? [] }, day);
  const rules = new Map<string, ComplianceRule>();
  for (const { rule } of [...report.findings, ...report.letPass]) rules.set(rule.key, rule);
  return {
    ...report,
    rulesInForce: 28,
    findings: report.findings.map((one) => ({ ...one, rule: one.rule.key })),
    letPass: report.letPass.map((one) => ({ ...one, rule: one.rule.key })),
    rules: [...rules.values()],
  };
}

@Component({
  imports: [CompliancePanel],
  template: `<app-compliance-panel
    [ask]="ask()"
    [subject]="'draft'"
    [writes]="writes()"
    (replaced)="said.push($event)"
    (located)="said.push($event)"
    (added)="said.push($event)"
  />`,
})
class Desk {
  readonly ask = signal<ComplianceAsk>(first);
  readonly writes = signal(true);
  readonly said: (string | (PlaceInText & { text?: string }))[] = [];
}
let first: ComplianceAsk;

describe('the compliance panel', () => {
  async function open(
    body: string,
    language: 'en' | 'zh-CN' = 'zh-CN',
  ): Promise<{ opened: Opened; desk: Desk }> {
    first = { title: '夏天', body, topics: [] };
    const opened = await openPage(Desk, 'desk', { language });
    const desk = opened.fixture.debugElement.query(
      ({ componentInstance }) => componentInstance instanceof Desk,
    ).componentInstance as Desk;
    return { opened, desk };
  }
  /** The check is asked for a moment after the words stand. */
  const answer = async (opened: Opened, words: ComplianceAsk) => {
    (await opened.askedSoon(path, 'POST')).flush(answerTo(words));
    await opened.settle();
  };
  async function answered(body: string, language?: 'en' | 'zh-CN') {
    const page = await open(body, language);
    await answer(page.opened, first);
    return page;
  }

  it('says first what is to be done, then where and why', async () => {
    const { opened } = await answered('就靠这支最好用的防晒，加微信领清单。最佳使用时间是早上。');
    expect(opened.text).toContain('发布前要改 2 处。');
    const marks = [...opened.page.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['最好用', '加微信']);
    expect(opened.text).toContain('《广告法》第九条第（三）项');
    expect(opened.text).toContain('按例外情形放行 1 处');
    expect(opened.text).toContain('按 2026-11-26 生效的 28 条规则');
  });

  it('says calmly that nothing was found, and what was not looked at', async () => {
    const { opened } = await answered('最近都在用，感受是不拔干。');
    expect(opened.text).toContain('没有发现问题。');
    expect(opened.text).toContain('图片里的字、视频里的话、内容是否属实都没有查');
    expect(opened.page.querySelector('ol')).toBeNull();
  });

  it('gives whoever writes the other words, and shows the place', async () => {
    const { opened, desk } = await answered('这支最好用。');
    await opened.press('换成“用着顺手”');
    await opened.press('在文中选中');
    expect(desk.said).toEqual([
      { field: 'body', from: 2, to: 5, text: '用着顺手' },
      { field: 'body', from: 2, to: 5 },
    ]);
  });

  it('tells those who read what it could say, without buttons', async () => {
    const { opened, desk } = await answered('这支 zui 好用。');
    expect(opened.text).toContain('与原词同样处理（绝对化用语）');
    expect(opened.text).not.toContain('可以写');
    desk.writes.set(false);
    await opened.settle();
    expect(opened.text).toContain('可以写“用着顺手”。');
    expect(opened.page.querySelector('.acts')).toBeNull();
  });

  it('drops what was mended before the next answer comes, and asks again after a pause', async () => {
    const { opened, desk } = await answered('这支最好用，全网第一。');
    expect(opened.text).toContain('发布前要改 2 处。');
    desk.ask.set({ ...first, body: '开头加几个字，这支用着顺手，全网第一。' });
    await opened.settle();
    expect(opened.text).toContain('发布前要改 1 处。');
    expect(opened.find('mark').textContent).toBe('全网第一');
    opened.http.expectNone(path);
    const asked = await opened.askedSoon(path, 'POST');
    expect(asked.request.body).toMatchObject({ body: '开头加几个字，这支用着顺手，全网第一。' });
  });

  it('does not ask about an empty note, and says what it is for', async () => {
    const { opened, desk } = await answered('这支最好用。');
    desk.ask.set({ title: ' ', body: '', topics: [] });
    await opened.settle();
    expect(opened.text).toContain('写上几句，这里会边写边查。');
    expect(opened.page.querySelector('ol')).toBeNull();
  });

  it('says what failed and tries again', async () => {
    const { opened } = await open('这支最好用。', 'en');
    (await opened.askedSoon(path, 'POST')).flush(null, { status: 500, statusText: 'broken' });
    await opened.settle();
    expect(opened.text).toContain('The text could not be checked');
    await opened.press('Try again');
    await answer(opened, first);
    expect(opened.text).toContain('1 place to mend before publishing.');
  });

  it('shows the first few, and the others when asked', async () => {
    const { opened } = await answered(Array(9).fill('这是全网第一的。').join('\n'));
    expect(opened.page.querySelectorAll('ol > li')).toHaveLength(5);
    await opened.press('再看 4 处');
    expect(opened.page.querySelectorAll('ol > li')).toHaveLength(9);
  });
});

describe('the place of words in a text that is written on', () => {
  it('is the nearest to where they stood', () => {
    expect(standsAt('最好，最好', '最好', 3)).toBe(3);
    expect(standsAt('字最好，最好', '最好', 0)).toBe(1);
    expect(standsAt('没有了', '最好', 0)).toBeNull();
    expect(standsAt('最好', '', 0)).toBeNull();
  });

  it('is quoted with what stands around it, in one line', () => {
    expect(quoted('一二三\n四最好五六七', 5, 7, 3)).toEqual(['…三 四', '最好', '五六七']);
  });
});
