import { TestBed } from '@angular/core/testing';
import type { CurveNotes, ImportFound, ImportMapping } from '@poolrise/contracts';
import { anUnmatchedName, observedId } from '../../../testing/an-observed-note';
import { Opened, theConsole } from '../../../testing/opened';
import { CurveNote } from './curve-note';

const importId = '77777777-0000-4000-8000-000000000001';
const noteId = '65f0a1b2c3d4e5f6a7b8c9d0';
const open: ImportMapping = { sheets: [], dataDay: null, capturedAt: null, noteId: null };

async function openQuestion(
  mapping: ImportMapping = open,
  subject: ImportFound['recognition']['subject'] = null,
): Promise<Opened & { said: Partial<ImportMapping>[] }> {
  const http = await theConsole();
  const fixture = TestBed.createComponent(CurveNote);
  const found = { recognition: { sheets: [], skippedSheets: [], subject } } as unknown as ImportFound;
  for (const [name, value] of Object.entries({ importId, found, mapping, editable: true }))
    fixture.componentRef.setInput(name, value);
  const said: Partial<ImportMapping>[] = [];
  fixture.componentInstance.answered.subscribe((answer) => {
    said.push(answer);
    fixture.componentRef.setInput('mapping', { ...mapping, ...answer });
  });
  const opened = Object.assign(new Opened(fixture, http), { said });
  const items = anUnmatchedName().likely;
  await opened.answer(`/api/v1/imports/${importId}/likely-notes`, { items } satisfies CurveNotes);
  await opened.settle();
  return opened;
}

describe('the question which note a curve is of', () => {
  it('offers the notes that it may be of, with what speaks for each', async () => {
    const opened = await openQuestion();
    expect(opened.text).toContain('same title · 3 days apart');
    await opened.press('春茶开箱');
    expect(opened.said).toEqual([{ noteId: null, curveOf: observedId }]);
    expect(opened.text).toContain('春茶开箱');
    await opened.press('Change');
    expect(opened.said.at(-1)).toEqual({ noteId: null, curveOf: undefined });
  });

  it('can be left to somebody who knows', async () => {
    const opened = await openQuestion();
    await opened.press('I do not know yet');
    expect(opened.said).toEqual([{ noteId: null, curveOf: 'later' }]);
    expect(opened.text).toContain('It will wait under “To be matched”');
  });

  it('takes a link, and says what is none', async () => {
    const opened = await openQuestion();
    await opened.type('input', 'https://example.com/1');
    opened.find('input').dispatchEvent(new Event('change'));
    await opened.settle();
    expect(opened.text).toContain('This is neither the link of a note nor an id');
    await opened.type('input', `https://www.xiaohongshu.com/explore/${noteId}`);
    opened.find('input').dispatchEvent(new Event('change'));
    await opened.settle();
    expect(opened.said.at(-1)).toEqual({ noteId, curveOf: undefined });
  });

  it('says where the answer comes from that the file gives itself', async () => {
    const { text, find } = await openQuestion({ ...open, noteId }, { noteId, from: 'file-name' });
    expect(text).toContain('taken from the name of the file');
    expect(find<HTMLInputElement>('input').value).toBe(noteId);
    expect(text).not.toContain('same title');
  });
});
