import { auditFindings, auditSeconds, auditText } from './audit';

const found = (text: string) => auditFindings(text, '', []).map(({ word }) => word);

describe('the machine audit', () => {
  it.each([
    ['根治湿疹，三天见效', '根治', 'human_review'],
    ['这款精华可以根治吗', '根治', 'human_review'],
    ['包治百病的老方子', '包治', 'human_review'],
    ['疗效显著，亲测', '疗效', 'human_review'],
    ['被治愈的湿疹', '治愈', 'human_review'],
    ['国家级认证', '国家级', 'human_review'],
    ['全网第一品牌', '第一品牌', 'human_review'],
    ['祛斑１００％有效', '100%有效', 'human_review'],
    ['It cures eczema', 'cure', 'human_review'],
    ['Cured in three days!', 'cure', 'human_review'],
    ['CURE for acne', 'cure', 'human_review'],
    ['Guaranteed weight-loss tea', 'guaranteed weight loss', 'human_review'],
    ['加微信领取教程', '加微信', 'limited'],
    ['不加微信就错过', '加微信', 'limited'],
    ['资料请添加微信', '添加微信', 'limited'],
    ['想要的加v', '加V', 'limited'],
    ['合作 VX：lin2026', 'vx:', 'limited'],
    ['请扫码进群', '扫码', 'limited'],
    ['Find me on WhatsApp.', 'whatsapp', 'limited'],
    ['刷单返现，日结', '刷单', 'rejected'],
    ['可代开发票，联系我', '代开发票', 'rejected'],
    ['博彩网站推荐', '博彩', 'rejected'],
    ['Buying followers is easy', 'buy followers', 'rejected'],
  ] as const)('finds in “%s” the word %s: %s', (text, word, answer) => {
    expect(found(text)).toEqual([word]);
    expect(auditText(text, '', [])).toBe(answer);
  });

  it.each([
    'My manicure for spring',
    'A secure lock for your bike',
    'How to procure good tea',
    'An obscure museum in Hangzhou',
    'Curated tea rooms',
    'Weight loss is not guaranteed',
    'I buy flowers, followers of trends do not',
    '每天刷单词打卡，考研英语',
    '狂刷单词三十天',
    '从根治理家里的杂物',
    '广博彩色铅笔测评',
    '治愈系风景壁纸',
    '加vip会员值得吗',
    '满1100%有效期提醒',
    '私信我领取地址以外的都可以',
  ])('finds nothing in “%s”', (text) => {
    expect(found(text)).toEqual([]);
    expect(auditText(text, '', [])).toBe('passed');
  });

  it('answers by the gravest word, and names them all', () => {
    expect(auditFindings('加微信，刷单返现', '根治', [])).toEqual([
      { word: '刷单', leadsTo: 'rejected' },
      { word: '根治', leadsTo: 'human_review' },
      { word: '加微信', leadsTo: 'limited' },
    ]);
  });

  it('reads title, body and topics, and joins no two of them to a phrase', () => {
    expect(auditText('A tea', '', ['cures'])).toBe('human_review');
    expect(auditText('A tea', 'It cures.', [])).toBe('human_review');
    expect(auditText('What to buy', 'Followers asked me.', [])).toBe('passed');
  });

  it('takes longer over mother and baby', () => {
    expect(auditSeconds('mother-baby')).toBeGreaterThan(auditSeconds('food'));
  });
});
