import type { ProposalPreview, ProposalRow } from '@poolrise/contracts';
import { openPage } from '../../testing/opened';
import { aProposalView, aSharedProposal } from '../../testing/proposals';
import { aRefusedFile } from '../../testing/refused-file';
import ProposalEditorPage from './proposal-editor-page';
import ProposalPage from './proposal-page';
import ProposalsPage from './proposals-page';
import SharedProposalPage from './shared-proposal-page';

const path = '/api/v1/proposals';
const proposal = aProposalView();
const one = `${path}/${proposal.id}`;
const row: ProposalRow = {
  id: proposal.id,
  name: 'Spring launch',
  state: 'shared',
  version: 3,
  shared: 2,
  creators: 6,
  priceCents: 620_000,
  approved: 2,
  rejected: 0,
  toReplace: 1,
  unanswered: 3,
  changedAt: '2026-11-20T00:00:00Z',
  openLinks: 1,
};
const pageOf = <T>(...items: T[]) => ({ items, nextCursor: null });
const preview: ProposalPreview = { figures: proposal.figures, items: [] };

const reach = {
  people: 84_000,
  standardError: 0,
  low: 83_000,
  high: 85_000,
  overlapShare: 0.1,
  measured: 2,
};
const targetReach = {
  ...reach,
  people: 31_000,
  target: { genders: ['female' as const], ages: ['25-34' as const] },
};

describe('the list of proposals', () => {
  it('shows how far the client is with each', async () => {
    const opened = await openPage(ProposalsPage, 'proposals');
    expect(opened.page.querySelector('[aria-busy=true]')).not.toBeNull();
    await opened.answer(path, pageOf(row));
    expect(opened.text).toContain('Spring launch');
    expect(opened.text).toContain('Version 3 has not been sent yet');
    expect(opened.text).toContain('Waiting');
    expect(opened.text).toContain('1 to replace');
  });

  it('says what to do first, and to an analyst nothing that she may not do', async () => {
    const opened = await openPage(ProposalsPage, 'proposals', { role: 'analyst' });
    await opened.answer(path, pageOf());
    expect(opened.text).toContain('No proposals yet');
    expect(opened.text).not.toContain('New proposal');
  });

  it('shows what was put away apart, with its own address', async () => {
    const opened = await openPage(ProposalsPage, 'proposals');
    await opened.answer(path, pageOf(row));
    await opened.press('Archived');
    const asked = opened.asked(path);
    expect(asked.request.url).toContain('archived=yes');
    asked.flush(pageOf());
    await opened.settle();
    expect(opened.text).toContain('Nothing is archived');
    expect(opened.address).toBe('proposals?archived=yes');
  });

  it('says what failed and tries again', async () => {
    const opened = await openPage(ProposalsPage, 'proposals');
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, pageOf(row));
    expect(opened.text).toContain('Spring launch');
  });
});

describe('a proposal', () => {
  const open = (setting = {}) =>
    openPage(ProposalPage, `proposals/${proposal.id}`, { route: 'proposals/:proposalId', ...setting });

  it('shows terms, forecast, versions and links', async () => {
    const opened = await open();
    await opened.answer(one, proposal);
    expect(opened.text).toContain('The client sees version 2');
    expect(opened.text).toContain('expected reads 1,900 (1,200–3,100) · from 7 cooperation notes (Images)');
    expect(opened.text).toContain('no past notes to forecast from');
    expect(opened.text).toContain('3 visits · with password');
    expect(opened.text).toContain('Version 1 · ¥3,000');
  });

  it('tells reach of all and of the target', async () => {
    const opened = await open();
    await opened.answer(one, aProposalView({ figures: { ...proposal.figures, reach, targetReach } }));
    expect(opened.text).toContain('Net reach in the target');
    expect(opened.text).toContain('31K');
    expect(opened.text).toContain('women, 25–34 · followers, each counted once');
  });

  it('makes a link, which is shown once', async () => {
    const opened = await open();
    await opened.answer(one, proposal);
    await opened.press('Share');
    await opened.settle();
    await opened.type('mat-dialog-container [formControlName=password]', 'islet-coffee');
    opened.find<HTMLFormElement>('mat-dialog-container form').dispatchEvent(new Event('submit'));
    const asked = opened.asked(`${one}/links`, 'POST');
    expect(asked.request.body).toEqual({ days: 14, password: 'islet-coffee' });
    asked.flush({ ...proposal.links[0], token: 'abc' });
    await opened.settle();
    expect(document.body.textContent).toContain(`${location.origin}/share/abc`);
  });

  it('revokes a link only after asking', async () => {
    const opened = await open();
    await opened.answer(one, proposal);
    await opened.press('Revoke');
    opened.http.expectNone({ method: 'DELETE' });
    opened.find('mat-dialog-container .mat-mdc-unelevated-button').click();
    await opened.answer(`${one}/links/${proposal.links[0]?.id ?? ''}`, null, 'DELETE');
    await opened.settle();
    await opened.answer(one, { ...proposal, links: [] });
    expect(opened.text).toContain('No link yet.');
  });

  it('saves the version on screen as a PDF, and says why when it cannot', async () => {
    const saved = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    const addresses = { createObjectURL: jest.fn(() => 'blob:1'), revokeObjectURL: jest.fn() };
    Object.assign(URL, addresses);
    const opened = await open();
    await opened.answer(one, proposal);
    await opened.press('Save as PDF');
    expect(opened.button('Making the PDF').getAttribute('aria-busy')).toBe('true');
    const asked = opened.asked(`${one}/pdf`);
    expect([asked.request.params.get('version'), asked.request.params.get('language')]).toEqual(['2', 'en']);
    asked.flush(new Blob(['%PDF']));
    await opened.settle();
    expect(saved).toHaveBeenCalledTimes(1);
    await opened.press('Save as PDF');
    opened.asked(`${one}/pdf`).flush(aRefusedFile('unavailable', 503), { status: 503, statusText: '' });
    await opened.settle();
    await opened.settle();
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain(
      'does not answer right now',
    );
    expect(opened.button('Save as PDF').getAttribute('aria-busy')).toBeNull();
    saved.mockRestore();
  });

  it('is put away after asking, and brought back at once', async () => {
    const opened = await open();
    await opened.answer(one, proposal);
    await opened.press('Archive the proposal');
    opened.find('mat-dialog-container .mat-mdc-unelevated-button').click();
    const away = { ...proposal, archivedAt: '2026-11-25T00:00:00Z' };
    const asked = opened.asked(`${one}/archive`, 'POST');
    expect(asked.request.body).toEqual({ archived: true });
    asked.flush(away);
    await opened.settle();
    await opened.answer(one, away);
    expect(opened.text).toContain('its links open nothing for now');
    for (const words of ['Edit', 'Revoke', 'Archive the proposal']) expect(opened.text).not.toContain(words);
    await opened.press('Bring it back');
    await opened.answer(`${one}/archive`, proposal, 'POST');
    await opened.settle();
    await opened.answer(one, proposal);
    expect(opened.text).toContain('Archive the proposal');
  });

  it('leaves an analyst to look', async () => {
    const opened = await open({ role: 'analyst' });
    await opened.answer(one, proposal);
    for (const words of ['Revoke', 'Edit']) expect(opened.text).not.toContain(words);
  });
});

describe('editing a proposal', () => {
  const open = () =>
    openPage(ProposalEditorPage, `proposals/${proposal.id}/edit`, { route: 'proposals/:proposalId/edit' });

  it('writes the next version of what stands there, and tells whom the client wants replaced', async () => {
    const opened = await open();
    const [first, second] = proposal.items;
    const said = { id: 'a', verdict: 'replace', comment: 'from Chengdu', name: 'Su', at: '', carried: false };
    opened.asked(one).flush({
      ...proposal,
      figures: { ...proposal.figures, targetReach },
      items: [first, { ...second, verdict: 'replace', answers: [said] }],
    });
    await opened.settle();
    expect(opened.text).toContain('The client wants another: from Chengdu');
    const terms = opened.asked('/api/v1/creator-terms', 'POST');
    expect(terms.request.body.creatorIds).toHaveLength(2);
    terms.flush({ items: [] });
    await opened.settle();
    await opened.type('input[inputmode=decimal]', '2,500.50');
    await opened.press('Remove 阿远');
    await new Promise((resolve) => setTimeout(resolve, 350));
    // One, or more where the machine is slower than the pause between two changes.
    const asked = opened.http.match('/api/v1/proposal-previews');
    expect(asked.at(-1)?.request.body.items).toHaveLength(1);
    // Its reach in the target of the brief goes on being told.
    expect(asked.at(-1)?.request.body.target).toEqual(targetReach.target);
    for (const each of asked) each.flush(preview);
    await opened.settle();
    await opened.press('Save as version 3');
    expect(opened.asked(`${one}/versions`, 'POST').request.body).toEqual({
      basedOn: 2,
      message: 'The first wave.',
      share: true,
      items: [
        {
          creatorId: first?.creatorId,
          kind: 'image',
          notes: 1,
          priceCents: 250_050,
          note: 'two pictures of the cup',
        },
      ],
    });
  });
});

describe('the rates beside a creator', () => {
  it('are published and the agency’s own, and are taken over for all notes at one press', async () => {
    const opened = await openPage(ProposalEditorPage, `proposals/${proposal.id}/edit`, {
      route: 'proposals/:proposalId/edit',
    });
    const [first, second] = proposal.items;
    opened.asked(one).flush({ ...proposal, items: [{ ...first, notes: 2 }, second] });
    await opened.settle();
    const published = { imageCents: 99_900, videoCents: null };
    const own = { imageCents: 80_000, videoCents: null, rebateBasisPoints: 1_500, state: 'agreed' };
    opened.asked('/api/v1/creator-terms', 'POST').flush({
      items: [
        { creatorId: first?.creatorId, published, own },
        { creatorId: second?.creatorId, published: { imageCents: null, videoCents: null }, own: null },
      ],
    });
    await opened.settle();
    expect(opened.text).toContain('Published ¥999 a note');
    expect(opened.text).toContain('Agency rate ¥800 a note · rebate 15%');
    expect(opened.text).toContain('No published price');
    await opened.press('Take the agency rate of 小满: Agency rate ¥800 a note · rebate 15%');
    expect(opened.find<HTMLInputElement>('input[inputmode=decimal]').value).toBe('1600');
  });
});

describe('a proposal in the client’s room', () => {
  it('is there to read and has no buttons', async () => {
    const opened = await openPage(SharedProposalPage, `shared/${proposal.id}`, {
      route: 'shared/:proposalId',
    });
    await opened.answer(`/api/v1/shared-proposals/${proposal.id}`, { ...aSharedProposal(), openUntil: null });
    expect(opened.text).toContain('小满');
    expect(document.querySelector('[aria-pressed]')).toBeNull();
  });
});
