import type { Phrasebook } from '../phrasebook';

const zh: Phrasebook = {
  groups: [
    {
      subjects: ['舒缓修护精华', '神经酰胺面霜', '积雪草喷雾'],
      titles: ['早C晚A之前，先上{s}', '{s}用了{weeks}，泛红淡了', '{skin}救星｜木屿{s}'],
      middles: [
        '刺痛感第一周还有一点，第二周基本没了。',
        '早上{s}加防晒，晚上再用一层，就这么简单。',
        '毛孔不会因为它变小，但状态稳了看着就细腻。',
        '吸收很快，十几秒就能上下一步。',
      ],
    },
    {
      subjects: ['氨基酸洁面'],
      titles: ['洗完不紧绷的{s}'],
      middles: [
        '泡沫细，洗完不拔干也不假滑。',
        '防晒和淡妆都能带走，浓妆还是要卸。',
        '早上我只用清水，晚上才用它。',
      ],
    },
    {
      subjects: ['轻感防晒乳'],
      titles: ['{s}和大牌左右脸对比'],
      middles: ['成膜快，不搓泥，不假白。', '和粉底不打架，通勤一天没花。', '户外记得两小时补一次。'],
    },
    {
      subjects: ['烟酰胺身体乳'],
      titles: ['秋冬{s}，小腿不起皮了'],
      middles: ['洗完澡半干的时候涂，吸收最快。', '不黏睡衣，味道很淡。', '膝盖和手肘多按一会儿。'],
    },
  ],
  words: {
    skin: ['敏感肌', '换季泛红', '油敏皮', '干敏皮'],
    price: ['79', '129', '168', '219'],
    weeks: ['两周', '四周', '六周'],
  },
  titles: [
    '木屿{s}空瓶{2..5}支',
    '{skin}别乱涂，先看{s}',
    '成分党聊聊{s}',
    '{price}块的{s}，性价比怎么样',
    '{season}{skin}护肤流程｜{s}',
    '{s}的正确用量，很多人错了',
    '木屿{s}，{skin}{weeks}记录',
  ],
  openers: [
    '{skin}，木屿的{s}用了{weeks}，记录一下。',
    '{when}皮肤又闹脾气，只敢用{s}。',
    '成分表我逐个查过，{s}里没有我怕的香精和酒精。',
    '{friend}推荐的{s}，一开始没抱希望。',
  ],
  middles: [
    '不含香精，刚打开有一点原料味，正常。',
    '先在耳后试三天，没有反应再用。',
    '对比图同一个窗边拍的，没有修图。',
    '{price}块一支，用量省的话能撑{2..3}个月。',
    '{friend}也是{skin}，用完找我要了链接。',
  ],
  closers: [
    '合作笔记，肤感因人而异。{ask}。',
    '有皮肤问题先看医生。',
    '流程图在第三张。',
    '同肤质的姐妹，{ask}。',
  ],
  topics: ['木屿', '{s}', '敏感肌护肤', '修护屏障', '成分党', '换季护肤', '空瓶记', '精简护肤', '护肤流程'],
};

const en: Phrasebook = {
  groups: [
    {
      subjects: ['soothing serum', 'ceramide cream'],
      titles: ['{s} for {skin}', 'A short routine with {s}'],
      middles: ['Gone in seconds, no film.', 'Red patches calmed down in week two, not sooner.'],
    },
    {
      subjects: ['amino cleanser'],
      middles: ['No tight feeling afterwards.', 'Takes off sunscreen, not heavy make-up.'],
    },
    {
      subjects: ['light sunscreen'],
      middles: ['Sets fast, no white cast.', 'Top up every two hours outside.'],
    },
  ],
  words: { skin: ['sensitive skin', 'red cheeks', 'oily, touchy skin'], price: ['¥79', '¥129', '¥168'] },
  titles: [
    'Muyu {s}, {2..5} tubes in',
    'Is the {price} {s} enough?',
    'Reading the {s} label',
    'What {s} did and did not do',
  ],
  openers: [
    '{skin}, four weeks of Muyu\u2019s {s}.',
    '{when} my face was in a mood and I used nothing but this {s}.',
    'I read the whole ingredient list of this {s} first.',
  ],
  middles: [
    'No fragrance and no alcohol, which is why I tried it.',
    'Patch test for three days before it goes on your face.',
    'One tube lasts over two months at {price}.',
  ],
  closers: ['Paid partnership, my own skin. {ask}.', 'See a doctor if it persists.', '{ask}.'],
  topics: ['Muyu', '{s}', 'sensitive skin', 'barrier repair', 'simple routine', 'skincare diary'],
};

export const skincare = { zh, en };
