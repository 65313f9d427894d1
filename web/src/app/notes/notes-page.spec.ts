import { aNote, noteId } from '../../testing/a-note';
import { openPage } from '../../testing/opened';
import NotesPage from './notes-page';

const path = '/api/v1/notes';
const pageOf = (titles: string[], nextCursor: string | null = null) => ({
  items: titles.map((title, n) => aNote({ id: noteId(n), title })),
  nextCursor,
});

describe('the notes list', () => {
  it('shows rows of the final height while it waits', async () => {
    const opened = await openPage(NotesPage, 'notes');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    expect(opened.page.querySelectorAll('.row').length).toBe(10);
    opened.asked(path);
  });

  it('teaches the one who has no note yet how the first one comes', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.answer(path, pageOf([]));
    expect(opened.text).toContain('No notes yet');
    expect(opened.button('Create an API key').getAttribute('href')).toContain('/settings/keys');
  });

  it('offers no key to someone who may not make one', async () => {
    const opened = await openPage(NotesPage, 'notes', { role: 'analyst' });
    await opened.answer(path, pageOf([]));
    expect(opened.button('See how pools judge notes').getAttribute('href')).toContain('/policies');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.refuse(path, 500, 'internal');
    expect(opened.text).toContain('Something failed on our side');
    await opened.press('Try again');
    await opened.answer(path, pageOf(['Cold brew tea']));
    expect(opened.text).toContain('Cold brew tea');
  });

  it('shows figures in their columns, unknown ones as a dash', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.answer(path, { items: [aNote({ lift: null })], nextCursor: null });
    const cells = [...opened.page.querySelectorAll('tbody td')].map((cell) => cell.textContent?.trim());
    expect(cells.slice(1, 6)).toEqual(['Climbing · level 3 of 6', '6,180', '640', '10.4%', '–']);
  });

  it('asks for exactly what its address says, and leaves out what makes no sense', async () => {
    const opened = await openPage(
      NotesPage,
      'notes?state=climbing&sort=lift&order=asc&category=gardening&level=2',
    );
    expect(opened.asked(path).request.url).toBe(`${path}?state=climbing&level=2&sort=lift&order=asc`);
  });

  it('keeps a chosen filter in the address, and the old rows until the new ones are in', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.answer(path, pageOf(['Cold brew tea']));
    await opened.press('State');
    await opened.press('Stopped');
    expect(opened.address).toBe('notes?state=stopped');
    expect(opened.text).toContain('Cold brew tea');
    await opened.answer(path, pageOf(['Hike near Hangzhou']));
    expect(opened.text).not.toContain('Cold brew tea');
  });

  it('offers to clear filters that nothing fits', async () => {
    const opened = await openPage(NotesPage, 'notes?q=nothing');
    await opened.answer(path, pageOf([]));
    expect(opened.text).toContain('No note fits these filters');
    await opened.press('Clear filters');
    expect(opened.address).toBe('notes');
    opened.asked(path);
  });

  it('turns the order round when the head of the sorted column is pressed again', async () => {
    const opened = await openPage(NotesPage, 'notes?sort=lift');
    await opened.answer(path, pageOf(['Cold brew tea']));
    expect(opened.find('th[aria-sort=descending]').textContent).toContain('Lift');
    await opened.press('Lift over peers');
    expect(opened.address).toBe('notes?sort=lift&order=asc');
    opened.asked(path);
  });

  it('shows another column without asking again', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.answer(path, pageOf(['Cold brew tea']));
    await opened.press('Columns');
    await opened.press('Category');
    await opened.press('Followers');
    expect(opened.text).toContain('1,240');
    opened.http.expectNone((request) => request.url.startsWith(path));
  });

  it('adds the next page below', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.answer(path, pageOf(['first', 'second'], 'after-second'));
    await opened.press('Load more');
    opened.asked(path).flush(pageOf(['first', 'second'], 'after-second'));
    await opened.settle();
    const next = opened.asked(path);
    expect(next.request.params.get('cursor')).toBe('after-second');
    next.flush({ items: [aNote({ id: noteId(2), title: 'third' })], nextCursor: null });
    await opened.settle();
    const titles = [...opened.page.querySelectorAll('[data-row]')].map((row) => row.textContent?.trim());
    expect(titles).toEqual(['first', 'second', 'third']);
    expect(opened.text).not.toContain('Load more');
  });

  it('keeps the rows when the next page does not come', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.answer(path, pageOf(['first'], 'after-first'));
    await opened.press('Load more');
    opened.asked(path).flush(null, { status: 503, statusText: 'unavailable' });
    await opened.settle();
    expect(opened.text).toContain('The next notes did not come.');
    expect(opened.text).toContain('first');
  });

  it('moves through the rows with j and k', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.answer(path, pageOf(['first', 'second']));
    await opened.key('j', document.body);
    expect(document.activeElement?.textContent).toContain('first');
    await opened.key('j');
    expect(document.activeElement?.textContent).toContain('second');
    await opened.key('k');
    expect(document.activeElement?.textContent).toContain('first');
  });

  it('leaves j to a person who is searching', async () => {
    const opened = await openPage(NotesPage, 'notes');
    await opened.answer(path, pageOf(['first']));
    const field = opened.find<HTMLInputElement>('input[type=search]');
    field.focus();
    await opened.key('j');
    expect(document.activeElement).toBe(field);
  });

  it('speaks Chinese with Chinese figures', async () => {
    const opened = await openPage(NotesPage, 'notes', { language: 'zh-CN' });
    await opened.answer(path, pageOf(['夏日低糖冷泡茶']));
    expect(opened.text).toContain('爬升中 · 第 3/6 级');
    expect(opened.text).toContain('自然点击率');
  });
});
