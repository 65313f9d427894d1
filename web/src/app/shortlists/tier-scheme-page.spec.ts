import { tierSchemes } from '@poolrise/domain';
import { openPage } from '../../testing/opened';
import TierSchemePage from './tier-scheme-page';

const path = '/api/v1/tier-scheme';

describe('the tiers of a workspace', () => {
  it('wait while the choice is on its way', async () => {
    const opened = await openPage(TierSchemePage, 'settings/tiers');
    expect(opened.page.querySelectorAll('[aria-busy=true] app-skeleton')).toHaveLength(tierSchemes.length);
    opened.asked(path);
  });

  it('stand beside the others with their bounds, their source and how certain that is', async () => {
    const opened = await openPage(TierSchemePage, 'settings/tiers');
    await opened.answer(path, { schemeId: 'newrank', counted: true });
    for (const words of [
      'Newrank 2021In use',
      'Nanobelow 5,000',
      'Junior5,000 – 50K',
      'Head500K and more',
      'Stated by the platform · Source: fxbaogao.com',
    ])
      expect(opened.text).toContain(words);
    expect(opened.text).not.toContain('being counted');
  });

  it('change for everybody, and say when peers are still counted', async () => {
    const opened = await openPage(TierSchemePage, 'settings/tiers');
    await opened.answer(path, { schemeId: 'newrank', counted: true });
    await opened.press('Use these: International');
    const asked = opened.asked(path, 'POST');
    expect(asked.request.body).toEqual({ schemeId: 'allxhs' });
    asked.flush({ schemeId: 'allxhs', counted: false });
    await opened.settle();
    expect(opened.text).toContain('InternationalIn use');
    expect(opened.text).toContain('Peers by these tiers are being counted');
  });

  it('say what was refused, and stay', async () => {
    const opened = await openPage(TierSchemePage, 'settings/tiers', { language: 'zh-CN' });
    await opened.answer(path, { schemeId: 'newrank', counted: true });
    await opened.press('使用：海外四级');
    await opened.refuse(path, 403, 'role-too-low', 'POST');
    await opened.settle();
    expect(opened.text).toContain('当前角色没有此权限');
    expect(opened.text).toContain('新榜 2021使用中');
  });

  it('are chosen by owners and marketers', async () => {
    const opened = await openPage(TierSchemePage, 'settings/tiers', { role: 'finance' });
    await opened.answer(path, { schemeId: 'newrank', counted: true });
    expect(opened.text).toContain('An owner or marketer of the workspace can choose other tiers.');
    expect(opened.page.querySelector('section button')).toBeNull();
  });
});
