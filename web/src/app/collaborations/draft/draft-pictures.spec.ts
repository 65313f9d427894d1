import { HttpEventType } from '@angular/common/http';
import type { MediaView, OrderView } from '@poolrise/contracts';
import { aDraft, aDraftComment, anOrderInReview, hence } from '../../../testing/an-order';
import { openOrder, orderPath } from '../../../testing/opened-order';
import type { Opened } from '../../../testing/opened';

const idOf = (n: number) => `aaaaaaaa-0000-4000-8000-00000000000${n}`;
const aMedium = (n: number, changes: Partial<MediaView> = {}): MediaView => ({
  id: idOf(n),
  kind: 'image',
  contentType: 'image/jpeg',
  bytes: 40_000,
  width: 600,
  height: 800,
  durationMs: null,
  color: '#aa8855',
  url: `/api/v1/media/${idOf(n)}/file?variant=original`,
  thumbUrl: `/api/v1/media/${idOf(n)}/file?variant=thumb`,
  ...changes,
});
const [one, two, three] = [aMedium(1), aMedium(2), aMedium(3)];
const region = { x: 0.25, y: 0.5, w: 0.25, h: 0.1 };

/** The first of two pictures was replaced after a comment on it; a comment on the second holds for both versions. */
const inReview = (changes: Partial<OrderView> = {}): OrderView =>
  anOrderInReview({
    drafts: [
      aDraft({ answer: 'sent-back', media: [one, two], cover: one }),
      aDraft({ version: 2, media: [three, two], cover: three, at: hence(-1) }),
    ],
    comments: [
      aDraftComment({
        id: idOf(6),
        anchor: { field: 'image', mediaId: one.id, region },
        quoted: null,
        words: '太暗',
      }),
      aDraftComment({
        id: idOf(7),
        anchor: { field: 'image', mediaId: two.id, region },
        quoted: null,
        words: '留白多一点',
      }),
    ],
    ...changes,
  });
const compare = async (opened: Opened) => {
  opened.find<HTMLInputElement>('.compare input').click();
  await opened.settle();
};

describe('the pictures of a draft', () => {
  it('stand beside those before: a replaced one with the one that came for it', async () => {
    const opened = await openOrder(inReview());
    expect(opened.text).toContain('Images changed: 1');
    const [replaced, kept] = opened.fixture.nativeElement.querySelectorAll('app-media-difference li');
    expect([...replaced.querySelectorAll('img')].map((image) => image.getAttribute('src'))).toEqual([
      one.thumbUrl,
      three.thumbUrl,
    ]);
    expect([replaced.textContent, kept.textContent]).toEqual([
      expect.stringContaining('replaced'),
      expect.stringContaining('same'),
    ]);
  });

  it('keep their pins while they are there, and say where a pin was when they are gone', async () => {
    const opened = await openOrder(inReview());
    await compare(opened);
    expect(opened.text).toContain('An image of Draft 1 that this one no longer has');
    expect(opened.text).toContain('Image 2 · from Draft 1');
    expect(opened.fixture.nativeElement.querySelectorAll('app-pin-layer .pin')).toHaveLength(0);
    await opened.press('Show comment 2 on the picture');
    expect(opened.find('app-media-viewer .frame img').getAttribute('src')).toBe(two.url);
    expect(opened.find('app-pin-layer .pin').getAttribute('aria-label')).toBe('Comment 2: 留白多一点');
    opened.find('app-pin-layer .pin').click();
    await opened.settle();
    expect(document.activeElement?.getAttribute('data-comment')).toBe('2');
  });

  it('lead from a difference to the pin of the version before', async () => {
    const opened = await openOrder(inReview());
    await opened.press('Show comment 1 on the picture');
    await opened.settle();
    expect(opened.find('app-media-viewer .frame img').getAttribute('src')).toBe(one.url);
    expect(opened.find('app-pin-layer .pin').className).toContain('active');
  });

  it('are pinned by keys: a box is moved and sized, and the comment carries its place', async () => {
    const opened = await openOrder(inReview());
    await compare(opened);
    await opened.press('Mark a place');
    const box = () => opened.find('app-pin-layer .box');
    for (const [key, shiftKey] of [
      ['ArrowRight', false],
      ['ArrowDown', true],
    ] as const) {
      box().dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey }));
      await opened.settle();
    }
    expect(box().getAttribute('aria-label')).toContain(
      '37 % from the left, 35 % from the top, 30 % wide, 32 % high',
    );
    box().click();
    await opened.settle();
    expect(document.activeElement?.getAttribute('name')).toBe('comment');
    await opened.type('textarea[name=comment]', '再亮一点');
    opened.find('app-draft-comments form button').click();
    expect(opened.asked(`${orderPath}/comments`, 'POST').request.body).toMatchObject({
      draftVersion: 2,
      anchor: { field: 'image', mediaId: three.id, region: { x: 0.37, y: 0.35, w: 0.3, h: 0.32 } },
    });
  });

  it('of a video are pinned to moments, which stand along its time', async () => {
    const video = aMedium(4, { kind: 'video', durationMs: 60_000, thumbUrl: null });
    const anchor = { field: 'video' as const, mediaId: video.id, ms: 15_000, region: null };
    const opened = await openOrder(
      inReview({
        drafts: [aDraft({ media: [video] })],
        comments: [aDraftComment({ anchor, quoted: null, words: '这里剪短' })],
      }),
    );
    const moment = opened.find('app-media-viewer .time button');
    expect([moment.style.left, moment.getAttribute('aria-label')]).toEqual([
      '25%',
      'Comment 1 at 0:15: 这里剪短',
    ]);
    expect(opened.text).toContain('The video at 0:15');
    const player = opened.find<HTMLVideoElement>('app-media-viewer video');
    player.pause = () => undefined;
    player.currentTime = 7.25;
    await opened.press('Comment on this moment');
    expect(opened.find<HTMLSelectElement>('select[name=place]').selectedOptions[0]?.text).toBe(
      'The video at 0:07',
    );
  });
});

describe('pictures that are brought in', () => {
  const writing = () =>
    inReview({
      side: 'creator',
      state: 'draft-due',
      waitsFor: 'creator',
      dueAt: null,
      legal: ['submit-draft'],
    });
  const choose = async (opened: Opened, ...files: File[]) => {
    const picker = opened.find<HTMLInputElement>('input[name=media]');
    Object.defineProperty(picker, 'files', { value: files, configurable: true });
    picker.dispatchEvent(new Event('change'));
    await opened.settle();
  };
  const uploadOf = (opened: Opened, name: string) =>
    opened.http.expectOne((request) => request.method === 'POST' && request.params.get('name') === name);

  it('travel with their progress, can be tried again, ordered, and go in with the draft', async () => {
    const opened = await openOrder(writing());
    await choose(opened, new File(['x'], 'tea.jpg', { type: 'image/jpeg' }));
    uploadOf(opened, 'tea.jpg').flush(
      { code: 'unavailable', status: 503, title: '', detail: '', remedy: '', type: 'about:blank' },
      { status: 503, statusText: 'gone' },
    );
    await opened.settle();
    await opened.press('Try again');
    const sent = uploadOf(opened, 'tea.jpg');
    sent.event({ type: HttpEventType.UploadProgress, loaded: 4, total: 10 });
    await opened.settle();
    expect(opened.find('mat-progress-bar').getAttribute('aria-valuenow')).toBe('40');
    await opened.press('Hand in the draft');
    expect(opened.text).toContain('Some files are still on their way');
    opened.http.expectNone(`${orderPath}/drafts`);

    sent.flush(aMedium(5));
    await opened.settle();
    await opened.press('Move image 3 forward');
    await opened.press('Remove number 1');
    await opened.press('Hand in the draft');
    expect(opened.asked(`${orderPath}/drafts`, 'POST').request.body).toMatchObject({
      mediaIds: [idOf(5), two.id],
      coverId: null,
    });
  });

  it('stand in the order in which they were chosen, whichever arrives first', async () => {
    const opened = await openOrder(writing());
    await choose(
      opened,
      new File(['x'], 'first.jpg', { type: 'image/jpeg' }),
      new File(['xy'], 'second.jpg', { type: 'image/jpeg' }),
    );
    uploadOf(opened, 'second.jpg').flush(aMedium(8));
    await opened.settle();
    uploadOf(opened, 'first.jpg').flush(aMedium(9));
    await opened.settle();
    await opened.press('Hand in the draft');
    expect(opened.asked(`${orderPath}/drafts`, 'POST').request.body).toMatchObject({
      mediaIds: [three.id, two.id, idOf(9), idOf(8)],
    });
  });

  it('are refused before they travel where the api would refuse them', async () => {
    const opened = await openOrder(writing());
    await choose(
      opened,
      new File([], 'empty.png', { type: 'image/png' }),
      new File(['<svg/>'], 'tea.html', { type: 'text/html' }),
    );
    opened.http.expectNone((request) => request.method === 'POST');
    expect(opened.text).toContain('The file is empty');
    expect(opened.text).toContain('This kind of file is not taken');
  });
});
