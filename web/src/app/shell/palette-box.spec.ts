import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Role } from '@poolrise/contracts';
import { noteId } from '../../testing/a-note';
import { Opened, theConsole, workspaceId } from '../../testing/opened';
import { Palette } from './palette';

const path = '/api/v1/search';
const hit = { kind: 'note', id: noteId(1), title: 'Cold brew tea', subtitle: 'Mia' };

async function anOpenPalette(role: Role = 'owner') {
  const http = await theConsole({ role });
  await TestBed.inject(Palette).open();
  const opened = new Opened(
    { nativeElement: document.body, whenStable: () => Promise.resolve() } as never,
    http,
  );
  await opened.settle();
  return opened;
}

async function searchFor(opened: Opened, words: string, answer: unknown) {
  await opened.type('[role=combobox]', words);
  await new Promise((done) => setTimeout(done, 160));
  await opened.answer(path, answer);
  await opened.settle();
}

const chosen = () => document.querySelector('[aria-selected=true]')?.textContent?.replace(/\s+/g, ' ').trim();

describe('the command palette', () => {
  it('offers the pages that the role opens', async () => {
    const opened = await anOpenPalette('analyst');
    expect(opened.text).toContain('Notes');
    expect(opened.text).not.toContain('Wallet');
    expect(opened.text).not.toContain('API keys');
  });

  it('opens a found note with Enter and remembers it', async () => {
    const opened = await anOpenPalette();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await searchFor(opened, 'brew', { hits: [hit] });
    expect(chosen()).toContain('Cold brew tea');
    await opened.key('Enter', opened.find('[role=combobox]'));
    expect(navigate).toHaveBeenCalledWith(['/w', workspaceId, 'notes', hit.id]);
    expect(document.querySelector('[role=combobox]')).toBeNull();

    await TestBed.inject(Palette).open();
    await opened.settle();
    expect(opened.text).toContain('Recent');
    expect(chosen()).toContain('Cold brew tea');
  });

  it.each([
    ['marketer', ['/w', workspaceId, 'creators', 'c1'], undefined],
    // Whoever may not read the directory finds the notes of that name.
    ['client_viewer', ['/w', workspaceId, 'notes'], { queryParams: { q: 'Mia' } }],
  ] as const)('opens a found creator for a %s', async (role, commands, extras) => {
    const opened = await anOpenPalette(role);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await searchFor(opened, 'mia', { hits: [{ kind: 'creator', id: 'c1', title: 'Mia', subtitle: '600' }] });
    await opened.key('Enter', opened.find('[role=combobox]'));
    expect(navigate).toHaveBeenCalledWith(...(extras ? [commands, extras] : [commands]));
  });

  it('goes round with the arrow keys', async () => {
    const opened = await anOpenPalette();
    const field = opened.find('[role=combobox]');
    const first = chosen();
    await opened.key('ArrowUp', field);
    expect(chosen()).not.toBe(first);
    await opened.key('ArrowDown', field);
    expect(chosen()).toBe(first);
    expect(field.getAttribute('aria-activedescendant')).toBe('palette-0');
  });

  it('does not open what is chosen while Chinese is being composed', async () => {
    const opened = await anOpenPalette();
    const field = opened.find('[role=combobox]');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await opened.settle();
    expect(document.querySelector('[role=combobox]')).not.toBeNull();
  });

  it('keeps pages and actions when the search does not answer', async () => {
    const opened = await anOpenPalette();
    await opened.type('[role=combobox]', 'dark');
    await new Promise((done) => setTimeout(done, 160));
    await opened.refuse(path, 503, 'unavailable');
    await opened.settle();
    expect(opened.text).toContain('The search did not answer');
    expect(chosen()).toContain('Dark theme');
  });

  it('says so when nothing fits', async () => {
    const opened = await anOpenPalette();
    await searchFor(opened, 'zzz', { hits: [] });
    expect(opened.text).toContain('Nothing matches “zzz”');
  });
});
