/** Subjects that the same sentences are true of. */
export interface SubjectGroup {
  subjects: readonly string[];
  titles?: readonly string[];
  middles: readonly string[];
}

/**
 * What creators of one category write about, and how. Texts may hold slots: `{s}` is the subject, `{word}` one of
 * `words.word` or of the language's common words, `{3..9}` a number. A slot has one value throughout a note, so that a
 * price or a city named in the title is the same in the body. Titles and sentences outside the groups fit every
 * subject of the book.
 */
export interface Phrasebook {
  groups: readonly SubjectGroup[];
  words: Readonly<Record<string, readonly string[]>>;
  titles: readonly string[];
  openers: readonly string[];
  middles: readonly string[];
  closers: readonly string[];
  topics: readonly string[];
}

/** Words that every book of a language may use. */
export const commonWords = {
  zh: {
    city: [
      '上海',
      '北京',
      '杭州',
      '成都',
      '广州',
      '深圳',
      '南京',
      '武汉',
      '长沙',
      '重庆',
      '苏州',
      '厦门',
      '西安',
      '青岛',
      '宁波',
      '昆明',
    ],
    friend: ['闺蜜', '室友', '同事', '我妈', '男朋友', '表妹', '邻居姐姐', '大学同学'],
    season: ['入秋', '换季', '这个冬天', '十一月', '降温'],
    when: ['上周末', '前几天', '昨天', '周五下班后', '国庆那几天', '双十一'],
    wow: ['真的', '是真的', '老实说', '不吹不黑', '说实话'],
    love: ['爱了', '绝了', '后悔没早点知道', '我能夸一百遍', '越用越喜欢', '有点上头'],
    ask: [
      '评论区告诉我',
      '有问题留言我都会回',
      '想看详细的扣1',
      '你们也说说看',
      '有更好的推荐也说说',
      '欢迎补充',
    ],
  },
  en: {
    city: ['Shanghai', 'Beijing', 'Hangzhou', 'Chengdu', 'Guangzhou', 'Shenzhen', 'Nanjing', 'Xiamen'],
    friend: ['my roommate', 'my sister', 'a colleague', 'my mum', 'my partner', 'an old classmate'],
    season: ['this autumn', 'this winter', 'this November', 'the cold season'],
    when: ['Last weekend', 'Yesterday', 'On Friday after work', 'Over the holiday', 'A few days ago'],
    ask: [
      'Ask me anything below',
      'Tell me yours in the comments',
      'Happy to answer questions',
      'What would you add?',
    ],
  },
} as const;
