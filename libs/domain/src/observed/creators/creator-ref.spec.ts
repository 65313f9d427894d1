import { creatorRefOf, type CreatorNames, nameSeparator } from './creator-ref';

const id = '5f0000000000000000000001';
const another = '5f0000000000000000000002';
const nameIn = (names: CreatorNames, source = 'P3') =>
  creatorRefOf(names, source)?.nameKey.split(nameSeparator) ?? null;

describe('how a row names a creator', () => {
  it.each([
    ['an account number', { accountId: 'tea_lin' }, ['red', 'tea_lin']],
    ['a home page', { homepage: `https://www.xiaohongshu.com/user/profile/${id.toUpperCase()}` }, ['id', id]],
    ['a home page without a scheme', { homepage: `rednote.com/user/profile/${id}` }, ['id', id]],
    ['a uid of the platform', { accountId: id }, ['id', id]],
    [
      'both, alike',
      { accountId: id, homepage: `https://www.xiaohongshu.com/user/profile/${id}` },
      ['id', id],
    ],
    [
      'both, another one each',
      { accountId: another, homepage: `https://www.xiaohongshu.com/user/profile/${id}` },
      ['either', id, another],
    ],
    ['a vendor alone', { vendorCreatorId: '8812' }, ['vendor', 'P3', '8812']],
    ['a vendor and an account number', { vendorCreatorId: '8812', accountId: 'tea_lin' }, ['red', 'tea_lin']],
    [
      'a page elsewhere',
      { homepage: `https://example.com/user/profile/${id}` },
      ['link', `https://example.com/user/profile/${id}`],
    ],
    [
      'a page of Pugongying alone',
      { pugongyingPage: `https://pgy.xiaohongshu.com/solar/blogger/${id}` },
      null,
    ],
    ['nothing', {}, null],
  ])('by %s', (_, names: CreatorNames, expected) => {
    expect(nameIn(names)).toEqual(expected);
  });

  it('is another one where another vendor uses the same id, or where a vendor’s id looks like an account number', () => {
    expect(nameIn({ vendorCreatorId: '8812' }, 'V1')).not.toEqual(nameIn({ vendorCreatorId: '8812' }, 'V2'));
    expect(nameIn({ vendorCreatorId: 'tea_lin' }, 'V1')).not.toEqual(nameIn({ accountId: 'tea_lin' }, 'V1'));
    expect(creatorRefOf({ vendorCreatorId: id }, 'V1')).toMatchObject({ platformId: null, redId: null });
  });

  it('has both ids where a row gives both, and the vendor’s as a hint', () => {
    const names = {
      accountId: 'tea_lin',
      vendorCreatorId: '8812',
      homepage: `xiaohongshu.com/user/profile/${id}`,
    };
    expect(creatorRefOf(names, 'V1')).toEqual({
      nameKey: ['id', id].join(nameSeparator),
      platformId: id,
      redId: 'tea_lin',
      vendorKey: ['vendor', 'V1', '8812'].join(nameSeparator),
      pugongyingId: null,
    });
  });

  it('has the id in a page of Pugongying as a hint, and is not named by it', () => {
    const page = `https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${id}`;
    expect(creatorRefOf({ vendorCreatorId: '8812', pugongyingPage: page }, 'V1')).toMatchObject({
      platformId: null,
      pugongyingId: id,
    });
  });
});
