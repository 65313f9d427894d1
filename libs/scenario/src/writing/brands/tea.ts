import type { Phrasebook } from '../phrasebook';

const zh: Phrasebook = {
  groups: [
    {
      subjects: ['桂花乌龙冷泡茶', '茉莉白毫', '蜜桃乌龙'],
      titles: [
        '冷泡{hours}小时的{s}，一点不苦',
        '自制{s}拿铁，配方公开',
        '茶渣党也会爱的{s}',
        '办公室冷泡｜{s}',
      ],
      middles: [
        '一升冷水配两包，放冰箱{hours}小时，清甜不苦涩。',
        '打开盒子就是花香，不是香精那种冲鼻子的味道。',
        '加一点燕麦奶就是茶拿铁，冰的更好喝。',
      ],
    },
    {
      subjects: ['凤凰单丛', '陈皮白茶', '炭焙铁观音'],
      titles: ['{s}怎么泡才香', '{season}就想喝热热的{s}', '{s}新手也能泡好'],
      middles: [
        '热泡第一泡十五秒出汤，香气最足。',
        '泡到第{4..6}遍还有味道。',
        '晚上喝会有点精神，建议下午三点前。',
      ],
    },
    {
      subjects: ['三角茶包礼盒'],
      titles: ['送长辈不出错的{s}', '{s}开箱，包装太用心了'],
      middles: [
        '一盒{4..6}个口味，长辈同事都能挑到喜欢的。',
        '盒子拆完可以收纳小东西，没舍得扔。',
        '三角包里看得到整叶，不是碎末。',
      ],
    },
  ],
  words: {
    scene: ['办公室', '露营', '下午茶', '早八路上', '周末看书', '聚会'],
    hours: ['4', '6', '8'],
    price: ['39', '58', '89', '128'],
  },
  titles: [
    '{s}｜{scene}喝它就够了',
    '林家茶{s}，喝完{3..6}盒的真心话',
    '戒奶茶第{7..60}天，靠{s}',
    '{season}的第一杯{s}',
    '{price}块的{s}值不值',
    '同事追着要链接的{s}',
    '{scene}带什么喝的？{s}',
  ],
  openers: [
    '林家茶的{s}喝到第{3..6}盒，来说说感受。',
    '{when}{scene}的时候泡了{s}，{friend}一个人喝了大半。',
    '戒奶茶最难熬的下午三点，我都靠{s}。',
    '之前总觉得茶是长辈喝的，直到遇见{s}。',
  ],
  middles: [
    '0糖0卡，{scene}喝完也不会有负担。',
    '茶汤是透亮的金黄色，拍照很好看。',
    '{price}块一盒{12..20}包，一杯不到{3..5}块。',
    '{friend}本来只喝奶茶，现在来我这儿蹭茶。',
    '独立小包，放包里不占地方。',
  ],
  closers: [
    '品牌合作，感受是真的。{ask}。',
    '比例写在第二张图。',
    '你们喜欢热泡还是冷泡？{ask}。',
    '双十一囤的这几盒，够喝到过年。',
  ],
  topics: [
    '林家茶',
    '{s}',
    '冷泡茶',
    '新中式茶饮',
    '办公室下午茶',
    '0糖饮品',
    '茶包推荐',
    '戒奶茶',
    '送礼推荐',
    '喝茶日常',
  ],
};

const en: Phrasebook = {
  groups: [
    {
      subjects: ['osmanthus oolong', 'peach oolong', 'jasmine white'],
      titles: ['Cold brew {s}, {hours} hours', '{s} with oat milk'],
      middles: [
        'Two bags, one litre of cold water, {hours} hours in the fridge.',
        'With oat milk it turns into a very decent tea latte.',
        'Smells of real flowers and not of perfume.',
      ],
    },
    {
      subjects: ['Phoenix dancong', 'aged tangerine white'],
      titles: ['How to brew {s}'],
      middles: [
        'Fifteen seconds for the first round, then longer.',
        'Whole leaves in the bag, good for four rounds.',
      ],
    },
  ],
  words: { hours: ['4', '6', '8'], price: ['¥39', '¥58', '¥89'] },
  titles: [
    'Lin\u2019s Tea: {s}, {3..6} boxes in',
    'Quitting bubble tea with {s}',
    '{s} for the office',
    'A gift that works: {s}',
  ],
  openers: [
    'Box number {3..6} of Lin\u2019s {s}, so here is what I think.',
    '{when} I made a jug of {s} and it was gone in an hour.',
    'Three p.m. used to be bubble tea time. Now it is {s}.',
  ],
  middles: [
    'No sugar, no bitterness, a long finish.',
    'About {3..5} yuan a cup at {price} a box.',
    '{friend} came for milk tea and left with two of these bags.',
  ],
  closers: ['Paid partnership, my own words. {ask}.', 'Ratio on picture two.', '{ask}.'],
  topics: ['Lin\u2019s Tea', '{s}', 'cold brew tea', 'tea time', 'office drinks', 'sugar free', 'tea gift'],
};

export const tea = { zh, en };
