export const claims = {
  title: '坊间说法',
  tab: '坊间说法',
  text: '业内口口相传的流量说法，用您自己的笔记来检验。数据说不清的，我们直说。',
  loading: '正在用您的笔记检验',
  tried: '用到导入的笔记 {{observed}} 篇、在这里发布的笔记 {{hosted}} 篇（各取最新的，最多 {{most}} 篇）。',
  told: {
    'boost-kills-natural': '“一投流，自然流量就死了”',
    'label-lowers-exposure': '“报备笔记会被压曝光”',
    'first-hour-decides': '“发布后第一个小时定生死”',
  },
  verdict: { supported: '数据支持', contradicted: '数据不支持', 'cannot-tell': '无法判断' },
  lead: {
    'boost-kills-natural': {
      supported:
        '您的笔记支持这个说法：投流后 {{days}} 天里，自然曝光的增速比相似的未投流笔记低 {{loss}}（95% 区间 {{least}} 至 {{most}}）。',
      contradicted:
        '您的笔记不支持这个说法：投流后 {{days}} 天里，自然曝光的增速与相似的未投流笔记相差 {{change}}（95% 区间 {{low}} 至 {{high}}），可以排除拖慢 {{matters}} 以上。',
      'interval-holds-both':
        '您的笔记还说不清：投流后 {{days}} 天里，自然曝光的增速与相似的未投流笔记相差 {{change}}，但从 {{low}} 到 {{high}} 都有可能。',
      'too-few-notes': '您的笔记还说不清：可比较的投流笔记只有 {{n}} 篇，至少需要 {{needed}} 篇。',
    },
    'label-lowers-exposure': {
      supported:
        '您的笔记支持这个说法：发布 {{days}} 天时，合作笔记的自然曝光比同一作者的日常笔记少 {{loss}}（95% 区间 {{least}} 至 {{most}}）。',
      contradicted:
        '您的笔记不支持这个说法：发布 {{days}} 天时，合作笔记的自然曝光与同一作者的日常笔记相差 {{change}}（95% 区间 {{low}} 至 {{high}}），可以排除减少 {{matters}} 以上。',
      'interval-holds-both':
        '您的笔记还说不清：发布 {{days}} 天时，合作笔记的自然曝光与同一作者的日常笔记相差 {{change}}，但从 {{low}} 到 {{high}} 都有可能。',
      'too-few-notes': '您的笔记还说不清：需要同一批作者的合作笔记和日常笔记各至少 {{needed}} 篇，目前不够。',
    },
    'first-hour-decides': {
      supported:
        '您的笔记支持这个说法：同类目笔记一周后的自然曝光排名，有 {{share}} 能由首小时阅读量解释（95% 区间 {{low}} 至 {{high}}），超过 {{deciding}}。',
      contradicted:
        '您的笔记不支持这个说法：同类目笔记一周后的自然曝光排名，只有 {{share}} 能由首小时阅读量解释（95% 区间 {{low}} 至 {{high}}），不到 {{deciding}}。',
      'interval-holds-both':
        '您的笔记还说不清：同类目笔记一周后的自然曝光排名，约有 {{share}} 能由首小时阅读量解释，但从 {{low}} 到 {{high}} 都有可能，是否超过 {{deciding}} 还看不出来。',
      'too-few-notes':
        '您的笔记还说不清：首小时有统计、发布满一周的笔记只有 {{n}} 篇，至少需要 {{needed}} 篇。',
    },
    tooFewPeers:
      '您的笔记还说不清：投流笔记够多，但能找到相似未投流笔记来对照的太少，至少需要 {{needed}} 组。',
    allAlike: '您的笔记还说不清：这 {{n}} 篇笔记的数据都一样，排不出高低。',
  },
  onAll: '把付费曝光也算上，相差 {{change}}（95% 区间 {{low}} 至 {{high}}）。',
  notes: { one: '比较了 {{n}} 篇笔记', other: '比较了 {{n}} 篇笔记' },
  seen: {
    'boost-kills-natural': '以现有笔记，增速变慢不到 {{x}} 就不一定看得出来（检验功效 80%）。',
    'label-lowers-exposure': '以现有笔记，曝光减少不到 {{x}} 就不一定看得出来（检验功效 80%）。',
    'first-hour-decides': '以现有笔记，首小时的解释力不到 {{x}} 就很难和毫无关系区分开（检验功效 80%）。',
    notEvenAll: '笔记太少，就算自然曝光彻底停涨也不一定看得出来（检验功效 80%）。',
  },
  axis: {
    'boost-kills-natural': '自然曝光增速，与相似笔记相比',
    'label-lowers-exposure': '自然曝光，与日常笔记相比',
    'first-hour-decides': '首小时能解释的排名比例',
    onAll: '总曝光，与日常笔记相比',
    none: '没有差别',
    nothing: '毫无关系',
    everything: '完全决定',
    unseen: '太小，不一定看得出来',
    sentence: '{{name}}：{{n}}，95% 区间 {{low}} 至 {{high}}',
  },
  table: {
    show: '查看数值',
    figure: '指标',
    estimate: '估计值',
    interval: '95% 区间',
    smallest: '最小可见',
  },
  how: {
    heading: '怎么检验的',
    MATCHED_AGE_SIZE_PACE_BEFORE: '每篇投流笔记，都与投流前发布天数相同、曝光和增速相近的笔记对照。',
    UNBOOSTED_AS_CONTROL: '对照笔记从没投过流。',
    SAME_AUTHOR_SAME_TYPE: '只比较同一作者、同一体裁的笔记。',
    COOPERATION_AGAINST_DAILY: '用合作笔记对比日常笔记。',
    SAME_AGE: '都看发布满一周时的数据。',
    WITHIN_CATEGORY: '只在同一类目里比较。',
    RANKS: '比的是排名，个别爆文左右不了结论。',
  },
  firstHour: '阅读按整点统计：“首小时”是发布所在的那个钟点和下一个钟点。',
  confounders: {
    heading: '排除不了的可能',
    BOOST_CHOSEN_BY_HAND: '投哪篇是人挑的，可能正好挑中了要涨或要凉的笔记。',
    CONTENT_DIFFERS: '笔记内容本身不一样。',
    OTHER_ADS_UNKNOWN: '可能还有这里没有记录的投放。',
    PUBLISHED_AT_OTHER_TIMES: '发布时间不同，当时的流量环境也不同。',
    BRAND_CHOSE_THE_TOPIC: '合作笔记的选题由品牌定。',
    UNDECLARED_COOPERATION: '日常笔记里可能混有没报备的合作。',
    GOOD_NOTES_ARE_GOOD_THROUGHOUT: '好笔记从头到尾都好，同涨同跌不等于因果。',
    PLATFORM_CHANGED_MEANWHILE: '这段时间里，平台规则可能变过。',
  },
  help: {
    heading: '怎样才能说清',
    more: '笔记增加到 4 倍，约 {{n}} 篇，区间能缩小一半。',
    peers: '用同样的表格，再导入一些没投流的相似笔记。',
    'boost-kills-natural': '导入区分自然、推广、加热曝光的表格，从投流之前开始，隔几天导出一次。',
    'label-lowers-exposure': '导入同一批作者的合作笔记和日常笔记，要有发布一周以后的自然曝光。',
    'first-hour-decides': '在这里多发布一些笔记，等它们满一周。文件里很少有按小时的数据，导入帮不上忙。',
  },
  empty: {
    title: '还没有可检验的笔记',
    text: '导入蒲公英、聚光或创作者中心的表格，就能用里面的笔记检验这些说法。',
    go: '导入文件',
  },
};
