import { Component } from '@angular/core';
import { creatorId } from '../../../testing/a-creator-record';
import { aFileCreatorView, fileCreatorId } from '../../../testing/an-observed-creator';
import { openPage } from '../../../testing/opened';
import { FromFilesCard } from './from-files-card';

const path = `/api/v1/creators/${creatorId}/in-files`;

@Component({ imports: [FromFilesCard], template: `<app-from-files-card [creatorId]="id" />` })
class Host {
  protected readonly id = creatorId;
}

describe('what files say, on a profile', () => {
  it('stands beside what was counted here, and says what differs', async () => {
    const opened = await openPage(Host, 'card');
    await opened.answer(path, { observed: aFileCreatorView() });
    expect(opened.text).toContain('Poolrise counted otherwise on 1 figure: Image quote.');
    expect(opened.page.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(opened.button('All that your files say').getAttribute('href')).toContain(
      `/observed/creators/${fileCreatorId}`,
    );
  });

  it('tells which files would bring them in, and what failed', async () => {
    const opened = await openPage(Host, 'card');
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('Try again');
    await opened.answer(path, { observed: null });
    expect(opened.text).toContain('Shortlists, rate cards and exports of Qiangua or Newrank');
    expect(opened.button('Import a file').getAttribute('href')).toMatch(/imports$/);
  });
});
