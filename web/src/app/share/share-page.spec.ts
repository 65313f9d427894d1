import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ProblemCode, SharedProposal } from '@poolrise/contracts';
import { aSharedProposal } from '../../testing/proposals';
import { Opened, theConsole } from '../../testing/opened';
import { aRefusedFile } from '../../testing/refused-file';
import SharePage from './share-page';

const token = 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c';
const path = '/api/v1/share/proposal';

/** The page as somebody without an account opens it. */
async function opened(): Promise<Opened> {
  sessionStorage.clear();
  const nobody = { setUp: true, demo: false, person: null, memberships: [], invitations: [] };
  const http = await theConsole({
    session: nobody,
    providers: [provideRouter([], withComponentInputBinding())],
  });
  TestBed.inject(Router).resetConfig([
    { path: 'share/:token', component: SharePage },
    { path: '**', children: [] },
  ]);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(`/share/${token}`);
  return new Opened(harness.fixture, http);
}

async function refuse(page: Opened, to: string, status: number, code: ProblemCode): Promise<void> {
  await page.refuse(to, status, code, 'POST');
  await page.settle();
}

async function show(page: Opened, proposal: SharedProposal): Promise<void> {
  await page.answer(path, proposal, 'POST');
  await page.settle();
}

async function withProposal(proposal: SharedProposal = aSharedProposal()): Promise<Opened> {
  const page = await opened();
  await show(page, proposal);
  return page;
}

describe('the page behind a link', () => {
  it('waits, and then shows the proposal with what may be expected of it', async () => {
    const page = await opened();
    expect(page.page.querySelector('[aria-busy=true]')).not.toBeNull();
    const asked = page.asked(path, 'POST');
    // In the body: an address would stand in logs.
    expect(asked.request.body).toEqual({ token });
    asked.flush(aSharedProposal());
    await page.settle();
    expect(page.text).toContain('Prepared for 青屿咖啡');
    expect(page.text).toContain('¥6,200');
    expect(page.text).toContain('four times out of five 8,000 to 2');
    expect(page.text).toContain('小满');
    expect(page.text).toContain('0 of 2 answered');
  });

  it('takes a verdict with a comment and a name, about what stood on the screen', async () => {
    const page = await withProposal();
    await page.press('Replace');
    await page.type('[name=comment]', 'somebody in Chengdu');
    page.find<HTMLFormElement>('form.answer').dispatchEvent(new Event('submit'));
    await page.settle();
    expect(page.text).toContain('Say your name first.');
    page.http.expectNone({ method: 'POST' });

    await page.type('[name=name]', 'Su');
    page.find<HTMLFormElement>('form.answer').dispatchEvent(new Event('submit'));
    const sent = page.asked('/api/v1/share/answers', 'POST');
    const proposal = aSharedProposal();
    const [first] = proposal.items;
    expect(sent.request.body).toEqual({
      token,
      version: 2,
      itemId: first?.id,
      seen: 0,
      verdict: 'replace',
      comment: 'somebody in Chengdu',
      name: 'Su',
    });
    sent.flush({ ...proposal, items: [{ ...first, verdict: 'replace' }, proposal.items[1]] });
    await page.settle();
    expect(page.text).toContain('1 of 2 answered');
    expect(document.querySelector('form.answer')).toBeNull();
  });

  it('keeps what is being said about the next creator while the answer before is on its way', async () => {
    const page = await withProposal();
    await page.type('[name=name]', 'Su');
    await page.press('Approve');
    page.find<HTMLFormElement>('form.answer').dispatchEvent(new Event('submit'));
    await page.settle();
    const buttons = [...page.page.querySelectorAll<HTMLButtonElement>('.verdicts button')];
    buttons.filter((button) => button.textContent?.includes('Replace'))[1]?.click();
    await page.settle();
    await page.type('[name=comment]', 'somebody in Chengdu');
    await page.answer('/api/v1/share/answers', aSharedProposal(), 'POST');
    await page.settle();
    expect(page.find<HTMLTextAreaElement>('[name=comment]').value).toBe('somebody in Chengdu');
  });

  it('shows the newer version when there is one by now', async () => {
    const page = await withProposal();
    await page.type('[name=name]', 'Su');
    await page.press('Approve');
    page.find<HTMLFormElement>('form.answer').dispatchEvent(new Event('submit'));
    await refuse(page, '/api/v1/share/answers', 409, 'proposal-moved-on');
    await show(page, { ...aSharedProposal(), version: 3 });
    expect(page.text).toContain('Version 3');
    expect(document.body.textContent).toContain('There is a new version');
  });

  it('saves as a PDF what stands on the screen, and shows the newer version when there is one', async () => {
    const page = await withProposal();
    await page.press('Save as PDF');
    const asked = page.asked('/api/v1/share/pdf', 'POST');
    expect(asked.request.body).toEqual({ token, version: 2, language: 'en' });
    asked.flush(aRefusedFile('proposal-moved-on', 409), { status: 409, statusText: '' });
    // The refusal is read out of the file before the page asks again.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await show(page, { ...aSharedProposal(), version: 3 });
    expect(page.text).toContain('Version 3');
  });

  it('asks for the password, says when it is wrong, and sends it along from then on', async () => {
    const page = await opened();
    await refuse(page, path, 403, 'link-password-needed');
    expect(page.text).toContain('Which password?');
    await page.type('[name=password]', 'guess');
    page.find<HTMLFormElement>('form').dispatchEvent(new Event('submit'));
    await refuse(page, path, 403, 'link-password-wrong');
    expect(page.text).toContain('The password is wrong');
    await page.type('[name=password]', 'islet-coffee');
    page.find<HTMLFormElement>('form').dispatchEvent(new Event('submit'));
    const sent = page.asked(path, 'POST');
    expect(sent.request.body).toEqual({ token, password: 'islet-coffee' });
    sent.flush(aSharedProposal());
    await page.settle();
    expect(page.text).toContain('小满');
  });

  it('says nothing of what a closed link was, and offers to try again when the line is down', async () => {
    const closed = await opened();
    await refuse(closed, path, 410, 'link-not-open');
    expect(closed.text).toContain('This link does not open anything');
    TestBed.resetTestingModule();
    const away = await opened();
    await refuse(away, path, 503, 'unavailable');
    await away.press('Try again');
    await show(away, aSharedProposal());
    expect(away.text).toContain('小满');
  });
});
