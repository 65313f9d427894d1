import type { Phrasebook } from '../phrasebook';

const zh: Phrasebook = {
  groups: [
    {
      subjects: ['三合一冲锋衣', '速干衣', '抓绒外套'],
      titles: ['女生{s}尺码怎么选', '{s}这样洗才不坏', '{weather}穿{s}是什么体验'],
      middles: [
        '透气没有大牌好，爬升的时候要拉开拉链。',
        '拉链反着拉有点紧，用几次会好。',
        '单穿也好看，城里照样能穿。',
        '{weather}那天里面就一件打底，没觉得冷。',
      ],
    },
    {
      subjects: ['轻量徒步鞋'],
      titles: ['{s}走了{80..300}公里，鞋底还在'],
      middles: ['下坡不顶脚，大半码刚好。', '湿滑的石板要小心，抓地中等。', '鞋带容易松，打两个结。'],
    },
    {
      subjects: ['双人帐篷', '35升背包'],
      titles: ['周末出门｜{s}够不够用', '{s}的{3..5}个小细节'],
      middles: [
        '重量{900..1900}克，这个价位可以接受。',
        '第一次{4..9}分钟上手，之后闭着眼都行。',
        '防水做得认真，边角也压了胶。',
      ],
    },
  ],
  words: {
    place: ['武功山', '四姑娘山', '莫干山', '环青海湖', '城郊步道'],
    weather: ['大风', '下雨', '零下三度', '起雾'],
    price: ['299', '459', '699', '899'],
  },
  titles: [
    '{place}实测｜野径{s}',
    '{price}元的{s}能打几分',
    '新手的{s}怎么选',
    '{s}用了一年，说说缺点',
    '{s}和大牌差在哪',
    '野径{s}，{place}回来的报告',
  ],
  openers: [
    '带着野径的{s}走完了{place}，来交报告。',
    '{place}那天{weather}，正好测试{s}。',
    '{when}和{friend}去{place}，全程用的野径{s}。',
    '预算{price}，想买{s}用三年。',
  ],
  middles: [
    '做工没有线头，反光条晚上很亮。',
    '同队还有两个人也是这款，走完都没出问题。',
    '{price}这个价，我挑不出大毛病。',
    '缺点是颜色太少，只有三个。',
  ],
  closers: [
    '品牌寄的样品，优缺点都说了。{ask}。',
    '尺寸表在最后。',
    '安全第一，装备第二。',
    '下次去{place}再更新。',
  ],
  topics: ['野径', '{s}', '徒步装备', '冲锋衣', '新手徒步', '户外穿搭', '周末徒步', '山系穿搭', '装备测评'],
};

const en: Phrasebook = {
  groups: [
    {
      subjects: ['rain shell', 'fleece jacket'],
      middles: [
        'Warm enough with one layer below.',
        'It breathes less than the expensive one; open the zips.',
      ],
    },
    {
      subjects: ['trail shoe'],
      middles: ['Half a size up for long descents.', 'Grip is fine on rock, careful on wet slabs.'],
    },
    {
      subjects: ['two-person tent', '35 l pack'],
      middles: ['Six minutes the first time, three after that.', 'Seams are taped to the corners.'],
    },
  ],
  words: {
    place: ['Wugong Mountain', 'Moganshan', 'Qinghai Lake'],
    weather: ['rain', 'wind', 'fog'],
    price: ['¥299', '¥459', '¥699'],
  },
  titles: [
    'Wildpath {s} in {weather}',
    '{s} tested at {place}',
    'A {price} {s}: enough?',
    'My first {s}',
    'One year of this {s}',
  ],
  openers: [
    '{place} with Wildpath\u2019s {s}, my report.',
    'We had {weather}, a good test for the {s}.',
    '{price} for a {s} that should last three years.',
  ],
  middles: [
    'Clean seams, bright reflectors.',
    'Stiff at first, better after a week.',
    'Only three colours, my one complaint.',
  ],
  closers: ['Sample from the brand, flaws included. {ask}.', 'Safety first, gear second.', '{ask}.'],
  topics: ['Wildpath', '{s}', 'hiking gear', 'trail test', 'beginner hiker', 'outdoor wear'],
};

export const wildpath = { zh, en };
