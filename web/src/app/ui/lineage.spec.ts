import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Language } from '../../i18n/language';
import { aReportResult, aReportSpec } from '../../testing/a-report';
import { Opened, theConsole } from '../../testing/opened';
import { ReportWords } from '../reports/report-words';
import { AppLineage } from './lineage';
import type { Explained } from './lineage-panel';

@Component({
  imports: [AppLineage],
  template: `<span [appLineage]="explained">12,408</span><button type="button">next</button>`,
})
class Page {
  readonly explained: Explained;
  constructor() {
    const { columns, rows } = aReportResult();
    const column = columns[1];
    const row = rows[0];
    if (!column || !row) throw new Error('the report has two columns');
    this.explained = TestBed.inject(ReportWords).explain(column, row.cells[1], aReportSpec());
  }
}

async function opened(language: Language): Promise<Opened> {
  const http = await theConsole({ language });
  return new Opened(TestBed.createComponent(Page), http);
}
const panel = () => document.querySelector('[role=tooltip]');
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('where a figure comes from', () => {
  it('is told on focus, described to who cannot see it, and closed by Escape', async () => {
    const page = await opened('en');
    await page.settle();
    const figure = page.find('.pr-explained');
    expect(figure.getAttribute('tabindex')).toBe('0');
    figure.focus();
    await page.settle();
    const text = panel()?.textContent ?? '';
    expect(figure.getAttribute('aria-describedby')).toBe(panel()?.id);
    expect(text).toContain('vouchers');
    expect(text).toContain('orders-october.xlsx');
    expect(text).toContain('2026-10-01 to 2026-10-31');
    expect(text).toContain('counted exactly');
    await page.key('Escape', figure);
    expect(panel()).toBeNull();
    expect(figure.getAttribute('aria-describedby')).toBeNull();
  });

  it('calls streams by their Chinese names in Chinese', async () => {
    const page = await opened('zh-CN');
    await page.settle();
    page.find('.pr-explained').focus();
    await page.settle();
    expect(panel()?.textContent).toContain('本站每小时互动');
    expect(panel()?.textContent).not.toContain('Engagement by hour');
  });

  it('opens for a mouse that stays, not for one that passes, and stays while it reads', async () => {
    const page = await opened('en');
    await page.settle();
    const figure = page.find('.pr-explained');
    figure.dispatchEvent(new Event('mouseenter'));
    figure.dispatchEvent(new Event('mouseleave'));
    await pause(400);
    expect(panel()).toBeNull();
    figure.dispatchEvent(new Event('mouseenter'));
    await pause(300);
    const shown = panel();
    expect(shown).not.toBeNull();
    figure.dispatchEvent(new Event('mouseleave'));
    shown?.closest('.pr-lineage-pane')?.dispatchEvent(new Event('mouseenter'));
    await pause(300);
    expect(panel()).not.toBeNull();
    shown?.closest('.pr-lineage-pane')?.dispatchEvent(new Event('mouseleave'));
    await pause(300);
    expect(panel()).toBeNull();
  });

  it('opens at a touch and closes at one elsewhere', async () => {
    const page = await opened('en');
    await page.settle();
    page.find('.pr-explained').click();
    await page.settle();
    expect(panel()).not.toBeNull();
    page.find('button').dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    page.find('button').click();
    await page.settle();
    expect(panel()).toBeNull();
  });
});
