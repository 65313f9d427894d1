import type { Category } from '../notes/categories';
import type { Language } from '../notes/note';
import type { BriefPresetRow, PresetWords } from './brief-presets';

const source =
  'what briefs of this kind commonly ask for, as a starting point; not a rule of the platform. No effects on health, no absolute words: Advertising Law of China, articles 9 and 17';
const zhLabel = '发布时标注合作，开头不装作偶然发现';
const enLabel = 'label it as a cooperation, and do not pretend to have found it by chance';

interface Told {
  name: [zh: string, en: string];
  goal: [zh: string, en: string];
  points: [zh: string[], en: string[]];
  must: [zh: string[], en: string[]];
  mustNot: [zh: string[], en: string[]];
}
const wordsOf = ({ name, goal, points, must, mustNot }: Told): Record<Language, PresetWords> => {
  const said = (at: 0 | 1): PresetWords => ({
    name: name[at],
    goal: goal[at],
    sellingPoints: points[at],
    must: must[at],
    mustNot: mustNot[at],
    disclosure: at === 0 ? zhLabel : enLabel,
  });
  return { zh: said(0), en: said(1) };
};
const row = (
  category: Category,
  told: Told,
  terms: Partial<Pick<BriefPresetRow, 'noteType' | 'withSample' | 'withOutline' | 'components'>> = {},
): BriefPresetRow => ({
  category,
  from: '2026-01-01',
  mark: 'P',
  source,
  noteType: 'image',
  withSample: true,
  withOutline: false,
  components: ['comment-search'],
  ...terms,
  words: wordsOf(told),
});

/** One row a category. Lines in brackets are what the brand fills in. */
export const briefPresetRows: readonly BriefPresetRow[] = [
  row('beauty', {
    name: ['美妆 · 真实上脸', 'Beauty · on real skin'],
    goal: [
      '写一周使用后的真实感受，让同肤质的人能判断适不适合自己。',
      'A week of use, told so that people with the same skin can judge for themselves.',
    ],
    points: [
      ['[质地与上脸感]', '[适合的肤质]'],
      ['[texture and feel]', '[skin it suits]'],
    ],
    must: [
      ['写明自己的肤质和使用时长', '自然光下的实拍，不磨皮'],
      ['your skin type and how long you used it', 'photos in daylight, no smoothing'],
    ],
    mustNot: [
      ['“祛斑”“治疗”等功效承诺', '“最”“第一”等绝对化用语'],
      ['promises of treatment or cure', 'absolute words such as “best” or “number one”'],
    ],
  }),
  row('fashion', {
    name: ['穿搭 · 一衣多穿', 'Fashion · one piece, three ways'],
    goal: [
      '用三套日常穿搭说明这件单品怎么搭，写给身材相近的人。',
      'Three everyday outfits with this piece, for people of a similar build.',
    ],
    points: [
      ['[版型与面料]', '[适合的场合]'],
      ['[cut and fabric]', '[where to wear it]'],
    ],
    must: [
      ['身高、体重和所穿尺码', '至少一张全身照'],
      ['height, weight and the size you wear', 'one full-length photo at least'],
    ],
    mustNot: [
      ['与其他品牌比价', '修图改变版型'],
      ['price comparisons with other brands', 'retouching that changes the cut'],
    ],
  }),
  row('food', {
    name: ['食品饮料 · 日常一餐', 'Food and drink · an ordinary meal'],
    goal: [
      '写一个真实的吃喝场景：什么时候、和谁、怎么做。',
      'A real moment of eating or drinking: when, with whom, and how it is made.',
    ],
    points: [
      ['[口味与口感]', '[做法或喝法]'],
      ['[taste and texture]', '[how to prepare it]'],
    ],
    must: [
      ['包装和成品各一张', '写明分量和做法'],
      ['one picture of the pack and one of the dish', 'amounts and steps'],
    ],
    mustNot: [
      ['减肥、养生等功效', '“零添加”等未经证明的说法'],
      ['weight loss or other effects on health', 'claims without proof, such as “no additives”'],
    ],
  }),
  row(
    'travel',
    {
      name: ['旅行 · 可照着走的攻略', 'Travel · a route to follow'],
      goal: [
        '写一份能照着走的行程，把花费和时间说清楚。',
        'A route that others can follow, with times and costs.',
      ],
      points: [
        ['[目的地特色]', '[适合的人群]'],
        ['[what the place is about]', '[whom it suits]'],
      ],
      must: [
        ['路线、时间和人均花费', '预约和交通方式'],
        ['route, times and cost a head', 'booking and transport'],
      ],
      mustNot: [
        ['危险或禁止进入的地点', '未去过却写成亲历'],
        ['places that are dangerous or closed', 'what you did not see yourself'],
      ],
    },
    { withSample: false, withOutline: true },
  ),
  row('home', {
    name: ['家居 · 前后对比', 'Home · before and after'],
    goal: [
      '写这件东西解决了家里的哪个麻烦，看得见前后。',
      'Which trouble at home it solved, before and after.',
    ],
    points: [
      ['[尺寸与材质]', '[安装或收纳方式]'],
      ['[size and material]', '[how it is set up]'],
    ],
    must: [
      ['摆放前后各一张实拍', '写明尺寸和房间大小'],
      ['one photo before and one after', 'its size and the size of the room'],
    ],
    mustNot: [
      ['未经检测的环保承诺', '拍到他人住址'],
      ['environmental claims without a test', 'other people’s addresses'],
    ],
  }),
  row(
    'mother-baby',
    {
      name: ['母婴 · 过来人的经验', 'Mother and baby · from experience'],
      goal: [
        '写一次真实的带娃经历，说清月龄和使用方法。',
        'A real day with a child, with its age and how the product is used.',
      ],
      points: [
        ['[适用月龄]', '[材质与安全标准]'],
        ['[age it is for]', '[material and safety standard]'],
      ],
      must: [
        ['写明孩子月龄', '安全提示写在前面'],
        ['the child’s age', 'the safety note first'],
      ],
      mustNot: [
        ['代替母乳等说法', '孩子的正脸和姓名'],
        ['anything that speaks against breastfeeding', 'the child’s face or name'],
      ],
    },
    { withOutline: true },
  ),
  row(
    'pets',
    {
      name: ['宠物 · 一周试用', 'Pets · a week of trying'],
      goal: [
        '写一周试用过程，宠物的真实反应比好话有用。',
        'A week of trying; the animal’s true reaction says more than praise.',
      ],
      points: [
        ['[成分或材质]', '[适合的体型与年龄]'],
        ['[ingredients or material]', '[size and age it suits]'],
      ],
      must: [
        ['品种、年龄和体重', '至少一段试用过程'],
        ['breed, age and weight', 'one scene of it being tried'],
      ],
      mustNot: [
        ['治疗疾病的说法', '让宠物不适的拍摄'],
        ['claims of treating illness', 'pictures that trouble the animal'],
      ],
    },
    { noteType: 'video' },
  ),
  row(
    'fitness',
    {
      name: ['健身 · 跟练一次', 'Fitness · train along'],
      goal: [
        '带读者完整跟练一次，写明强度和替代动作。',
        'One session to train along, with its intensity and easier moves.',
      ],
      points: [
        ['[适合的水平]', '[装备特点]'],
        ['[level it suits]', '[what the gear does]'],
      ],
      must: [
        ['动作示范和次数', '安全提示'],
        ['moves and repetitions', 'a safety note'],
      ],
      mustNot: [
        ['瘦身数字承诺', '前后身材对比'],
        ['promises of weight lost', 'before-and-after bodies'],
      ],
    },
    { noteType: 'video' },
  ),
  row(
    'tech',
    {
      name: ['数码 · 真实使用一周', 'Tech · a week of real use'],
      goal: [
        '写一周真实使用，优点和不足都说，给要买的人参考。',
        'A week of real use, good and bad, for people about to buy.',
      ],
      points: [
        ['[核心功能]', '[适合谁]'],
        ['[main function]', '[whom it suits]'],
      ],
      must: [
        ['至少一个不足', '实测数据写明条件'],
        ['one shortcoming at least', 'measurements with their conditions'],
      ],
      mustNot: [
        ['未实测的参数', '贬低其他品牌'],
        ['figures you did not measure', 'running down other brands'],
      ],
    },
    { components: ['comment-link'] },
  ),
  row(
    'knowledge',
    {
      name: ['知识 · 讲清一件事', 'Knowledge · one thing, explained'],
      goal: [
        '用一个例子讲清一个问题，读完就能用。',
        'One question, explained by one example, to be used at once.',
      ],
      points: [
        ['[课程或工具的用处]', '[适合的人]'],
        ['[what it is good for]', '[whom it suits]'],
      ],
      must: [
        ['一个完整的例子', '出处或依据'],
        ['one whole example', 'sources'],
      ],
      mustNot: [
        ['“包过”“必成”等承诺', '制造焦虑的标题'],
        ['promises of success', 'titles that frighten'],
      ],
    },
    { withSample: false, withOutline: true, components: ['vote'] },
  ),
  row('outdoor', {
    name: ['户外 · 一次出行', 'Outdoor · one trip'],
    goal: [
      '写一次完整出行，装备在什么条件下用、表现如何。',
      'One whole trip: under which conditions the gear was used, and how it did.',
    ],
    points: [
      ['[适用天气与强度]', '[重量与收纳]'],
      ['[weather and effort it is for]', '[weight and packing]'],
    ],
    must: [
      ['地点、天气和路线长度', '安全与环保提示'],
      ['place, weather and length of the route', 'a note on safety and leaving no trace'],
    ],
    mustNot: [
      ['未开放的线路', '危险示范'],
      ['closed routes', 'dangerous examples'],
    ],
  }),
  row('lifestyle', {
    name: ['生活方式 · 一天的记录', 'Lifestyle · a day, written down'],
    goal: [
      '记录普通的一天，产品只在用到的时候出现。',
      'An ordinary day; the product appears when it is used.',
    ],
    points: [
      ['[用到的时刻]', '[带来的改变]'],
      ['[when it is used]', '[what it changes]'],
    ],
    must: [
      ['真实的时间和场景', '产品自然出现两次以内'],
      ['real times and places', 'the product no more than twice'],
    ],
    mustNot: [
      ['硬广式口号', '夸大的前后变化'],
      ['slogans', 'exaggerated changes'],
    ],
  }),
];
