import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { FigureSource } from '@poolrise/domain';
import { Opened, theConsole } from '../../testing/opened';
import { FigureGrid } from './figure-grid';
import { AppSource } from './figure-source';
import { AppLineage } from './lineage';
import { MetricName } from './metric-name';
import { StatTile } from './stat-tile';

@Component({
  imports: [AppLineage, AppSource, FigureGrid, MetricName, StatTile],
  template: `
    <app-metric-name metric="ctr" />
    <section [appSource]="journal">
      <app-stat-tile metric="impressions" [value]="12345678" />
      <a href="#there" [appLineage]="['delivered', 'spend']">124 · ¥3.00</a>
      <table>
        <tbody appFigureGrid>
          @for (row of rows; track row) {
            <tr>
              <td>
                <span appLineage="clicks">{{ row }}1</span>
              </td>
              <td>
                <span
                  appLineage="likes"
                  [appSource]="{ streams: ['notes'], over: 'now', dataAt: '2026-11-20' }"
                  >{{ row }}2</span
                >
              </td>
            </tr>
          }
        </tbody>
      </table>
    </section>
  `,
})
class Page {
  rows = [1, 2];
  readonly journal: FigureSource = {
    streams: ['journal'],
    over: 'boost-life',
    dataAt: '2026-11-23T06:02:11Z',
  };
}

async function opened(): Promise<Opened> {
  const http = await theConsole({ language: 'en' });
  const page = new Opened(TestBed.createComponent(Page), http);
  await page.settle();
  return page;
}
const panel = () => document.querySelector('app-lineage-panel');
const told = () => panel()?.textContent ?? '';
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const figures = (page: Opened) => [...page.page.querySelectorAll<HTMLElement>('td .pr-explained')];
const stops = (page: Opened) => figures(page).map(({ tabIndex }) => tabIndex);

async function explained(page: Opened, figure: HTMLElement): Promise<string> {
  figure.focus();
  await page.settle();
  return told();
}

describe('where the figures of a page come from', () => {
  it('is taken from what stands around them, the nearest first', async () => {
    const page = await opened();
    const [reads, likes] = figures(page);
    if (!reads || !likes) throw new Error('the table has figures');
    const one = await explained(page, reads);
    for (const fact of ['the note was opened', 'Journal of the wallet', 'since each boost began', '23 Nov'])
      expect(one).toContain(fact);
    const other = await explained(page, likes);
    expect(other).toContain('List of notes');
    expect(other).toContain('20 Nov');
    expect(other).not.toContain('Asia/Shanghai');
  });

  it('is a definition alone where nothing is said', async () => {
    const page = await opened();
    const text = await explained(page, page.find('app-metric-name .pr-explained'));
    expect(text).toContain('reads / impressions');
    expect(text).not.toContain('Data as of');
  });

  it('is told by the figure of a tile, with all its digits, and its name is no second stop', async () => {
    const page = await opened();
    const text = await explained(page, page.find('app-stat-tile .value .pr-explained'));
    expect(text).toContain('12,345,678');
    expect(text).toContain('Journal of the wallet');
    expect(page.find('app-stat-tile app-metric-name .pr-explained').tabIndex).toBe(-1);
  });

  it('is one explanation of all figures of a link, and the link stays a link', async () => {
    const page = await opened();
    const link = page.find('a');
    expect(link.classList.contains('pr-explained')).toBe(false);
    link.focus();
    await pause(300);
    await page.settle();
    expect(link.getAttribute('aria-describedby')).toBe(panel()?.id);
    expect(told()).toContain('impressions served in paid slots');
    expect(told()).toContain('rounded down to the cent');
    expect(told().split('Journal of the wallet').length).toBe(2);
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await page.settle();
    expect(panel()).toBeNull();
  });

  it('does not open on a link that the mouse presses', async () => {
    const page = await opened();
    const link = page.find('a');
    link.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    link.focus();
    await pause(300);
    expect(panel()).toBeNull();
  });

  it('is one stop for a table, and arrows move between its figures', async () => {
    const page = await opened();
    expect(stops(page)).toEqual([0, -1, -1, -1]);
    figures(page)[0]?.focus();
    await page.key('ArrowRight', figures(page)[0]);
    expect(document.activeElement).toBe(figures(page)[1]);
    await page.key('ArrowDown', figures(page)[1]);
    expect(document.activeElement).toBe(figures(page)[3]);
    await page.settle();
    expect(stops(page)).toEqual([-1, -1, -1, 0]);
    await page.key('ArrowDown', figures(page)[3]);
    expect(document.activeElement).toBe(figures(page)[3]);
  });
});
