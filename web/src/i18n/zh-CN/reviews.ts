export const reviews = {
  title: '人工审核',
  text: '机器审核转交人工的笔记，来自所有空间，最早的在前',
  loading: '正在加载待审笔记',
  move: '下一篇、上一篇',
  from: '{{creator}} 发布于{{workspace}} · {{category}}',
  words: '命中：',
  noWords: '未命中词库，属于抽样送审。',
  verdict: { passed: '通过', limited: '限流', rejected: '驳回' },
  dialog: {
    passed: '让这篇笔记进入流量池？',
    limited: '只让这篇笔记留在首池？',
    rejected: '驳回这篇笔记？',
    reason: '理由',
    reasonHint: '笔记所属空间会看到理由，决定不可撤销。',
    reasonFault: '请写明理由，笔记所属空间会看到。',
  },
  effect: {
    passed: '笔记进入首池，之后由读者的反馈决定去向。',
    limited: '笔记只在首池展示，不再扩散，也不能加热。',
    rejected: '笔记不会展示给任何人。',
  },
  done: {
    passed: '已通过：{{title}}',
    limited: '已限流：{{title}}',
    rejected: '已驳回：{{title}}',
  },
  empty: {
    title: '没有待审笔记',
    text: '含绝对化用语或医疗承诺的笔记，会先到这里，再与读者见面。',
    back: '回到概览',
  },
};
