import { creatorId } from '../../testing/a-creator-record';
import { aSharedKit } from '../../testing/a-media-kit';
import { openPage } from '../../testing/opened';
import DirectoryKitPage from './directory-kit-page';

const path = `/api/v1/creators/${creatorId}/media-kit`;
const open = (language: 'en' | 'zh-CN' = 'en') =>
  openPage(DirectoryKitPage, `creators/${creatorId}/media-kit`, {
    route: 'creators/:creatorId/media-kit',
    language,
  });

describe('the media kit of a creator in the directory', () => {
  it('says that it is loading, and shows what the creator lets brands see', async () => {
    const opened = await open();
    expect(opened.find('[aria-busy=true]').textContent).toContain('Loading the media kit');
    await opened.answer(path, { kit: aSharedKit({ openUntil: null }) });
    expect(opened.find('h1').textContent).toBe('小满爱喝茶');
    expect(opened.button('Back to the profile').getAttribute('href')).toContain(`/creators/${creatorId}`);
  });

  it('says that there is none to see, and leads back', async () => {
    const opened = await open();
    await opened.answer(path, { kit: null });
    expect(opened.text).toContain('There is no media kit to see');
  });

  it('says in Chinese what failed, and tries again', async () => {
    const opened = await open('zh-CN');
    await opened.refuse(path, 503, 'unavailable');
    await opened.press('重试');
    await opened.answer(path, { kit: aSharedKit({ openUntil: null }) });
    expect(opened.text).toContain('小满爱喝茶');
  });
});
