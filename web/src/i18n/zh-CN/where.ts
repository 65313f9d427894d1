/** 星号之间的文字会加粗显示。 */
export const where = {
  title: '券投给哪篇',
  text: '同一张券放到您的几篇笔记上各推演一遍，看放在哪篇多得的阅读最多。',
  open: '投给哪篇？',
  voucher: '用哪张券',
  ask: '算一算',
  again: '用最新数据重算',
  loading: '正在加载',
  running: '正在推演',
  runningText: '已完成 {{share}}。结果会留在这里，您可以先离开。',
  emptyTitle: '还没有算过这张券',
  emptyText: '点「算一算」，几秒后就知道放在哪篇最好。不改动任何东西，也不花钱。',
  noNotesTitle: '还没有能用这张券的笔记',
  noNotesText: '要有一篇过审、读者看过、品类也合券的规则的笔记。',
  toNotes: '去看笔记',
  noVouchersTitle: '眼下没有可用的券',
  noVouchersText: '激励计划和平台都会发券，到账后会出现在「券」里。',
  advice: {
    spend:
      '*投给《{{title}}》。* 您的笔记合计多得 {{reads}} 次阅读（十个世界里有八个在 {{low}} 到 {{high}} 之间）。',
    either:
      '*投给《{{title}}》或《{{other}}》都行。* 放在前一篇多得 {{reads}} 次阅读（{{low}} 到 {{high}}），两篇之间看不出差别。',
    'too-dear':
      '*先留着。* 最好的一篇也要钱包补 {{wallet}}，多得的 {{reads}} 次阅读只值 {{worth}}。券在 {{until}} 到期。',
    none: '*先留着。* 放在哪篇都看不出效果：最好的一篇在 {{low}} 到 {{high}} 次阅读之间。券在 {{until}} 到期，写了新笔记再算一次。',
  },
  basis: '{{worlds}} 个世界，用 {{at}} 的数据',
  reads: '{{reads}} 次阅读',
  compared: '只粗算过',
  launch: '去加热',
  fine: '「只粗算过」的只跑了 {{n}} 个世界，排在前面可能只是运气好，所以不推荐。',
  whole: '看完整的推演',
};
