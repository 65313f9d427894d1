/** 星号之间的文字会加粗显示。 */
export const why = {
  stop: '停在了*{{level}}*：实际*{{seen}}*，同样位置上的平均笔记为 {{expected}}；点开后的互动是平均的 *{{content}} 倍*。高于{{bar}}的把握为 *{{odds}}*，本级要求 {{asks}}。',
  pass: '从*{{level}}*晋级：实际*{{seen}}*，同样位置上的平均笔记为 {{expected}}；点开后的互动是平均的 *{{content}} 倍*。高于{{bar}}的把握为 *{{odds}}*，本级要求 {{asks}}。',
  other: '*{{level}}*：{{reason}}。',
  opens: { one: '打开 {{n}} 次', other: '打开 {{n}} 次' },
  average: '池内平均',
  bar: '本池门槛 {{bar}}',
  missed: '未达标：{{gates}}。',
  gate: '{{metric}} {{value}}，要求 {{atLeast}}',

  peers: {
    heading: '在同类中的位置',
    from: {
      peers: {
        one: '近 {{days}} 天同级同类目已结束的 {{n}} 轮，以及它们之间的差异',
        other: '近 {{days}} 天同级同类目已结束的 {{n}} 轮，以及它们之间的差异',
      },
      blend: {
        one: '目前只有 {{n}} 轮结束，其余按规则对该类目的设定补足',
        other: '目前只有 {{n}} 轮结束，其余按规则对该类目的设定补足',
      },
      sameType: {
        image: {
          one: '近 {{days}} 天走完本级的 {{n}} 篇{{category}}图文，以及它们之间的差异；同类目全部类型共 {{all}} 篇',
          other:
            '近 {{days}} 天走完本级的 {{n}} 篇{{category}}图文，以及它们之间的差异；同类目全部类型共 {{all}} 篇',
        },
        video: {
          one: '近 {{days}} 天走完本级的 {{n}} 篇{{category}}视频，以及它们之间的差异；同类目全部类型共 {{all}} 篇',
          other:
            '近 {{days}} 天走完本级的 {{n}} 篇{{category}}视频，以及它们之间的差异；同类目全部类型共 {{all}} 篇',
        },
        text: {
          one: '近 {{days}} 天走完本级的 {{n}} 篇{{category}}文字笔记，以及它们之间的差异；同类目全部类型共 {{all}} 篇',
          other:
            '近 {{days}} 天走完本级的 {{n}} 篇{{category}}文字笔记，以及它们之间的差异；同类目全部类型共 {{all}} 篇',
        },
      },
      prior: '还没有结束的轮次，按规则对该类目的设定',
    },
    sentence:
      '表现为同类平均的 {{lift}}，80% 区间 {{low}} 至 {{high}}；约 {{share}} 的同类不如它。门槛为 {{bar}}。',
    below: '{{share}} 的同类在它之下',
    bar: '门槛 {{bar}}',
    here: '本篇 {{lift}}',
  },

  chance: {
    heading: '高于门槛的把握',
    asks: '要求 {{asks}}',
    sentence: '{{odds}}，本级要求 {{asks}}。',
  },
  bars: {
    scarce: '当时的门槛：同类平均的 {{bar}}，因为流量池容量紧张。',
    ample: '当时的门槛：同类平均的 {{bar}}，因为流量池还有空位。',
    even: '当时的门槛：同类平均的 {{bar}}，即本池正在分发内容的实时平均。',
  },

  factors: {
    heading: '实际与预期',
    part: '环节',
    seen: '实际',
    expected: '预期',
    ratio: '相对同类（80%）',
    together: '加权合计',
  },
  place:
    '这 {{impressions}} 次曝光所在的位置，相当于 {{exposure}} 次平均位置：坑位、时段与人群的影响已经扣除。',

  change: {
    heading: '怎样会改变结果',
    none: '在可及范围内，多几次或少几次打开都不会改变。',
    earlier: '按「{{name}}」会在这里停下。',
    further: '按「{{name}}」在这里还会继续。',
    gone: '按「{{name}}」早已停下。',
    nobody: '换成其他规则，这里的结论也一样。',
  },
  beside: '同期推广，仅供对照，不参与判定',
  noPaid: '这段时间没有推广曝光。',
  rules: '规则',
  trigger: '触发原因',

  exact: {
    show: '全部依据明细',
    caption: '判定所读取的全部数据',
    item: '项目',
    value: '数值',
    level: '本级曝光与判定线',
    hours: '入池小时数、发布小时数',
    bar: '门槛（倍数）',
    probability: '高于门槛的概率 / 要求',
    lift: '倍数及 80% 区间',
    exposure: '折合平均位置的曝光',
    poolAverage: '本池实时平均',
    capacity: '容量系数',
    outlook: '后续人群预期',
    audienceLeft: '剩余可触达人数',
    peers: '同类：已结束轮次、曝光',
    sameType: '同类中的同类型：已结束轮次、权重',
    clickRate: '同类：每次曝光的打开率',
    meanRate: '同类：每千次曝光价值',
    dispersion: '同类：价值离散度（phi）',
    strength: '起始信用：曝光、打开',
    spread: '同类：倍数分布的形状参数',
    reason: '代码与触发',
    unknown: '未知',
  },

  ruleSets: {
    heading: '换一套规则，这篇笔记会怎样',
    hint: '按曝光数对齐，只推演到有数据的地方',
    choose: '查看规则',
    empty: '还没有读者看到它，任何规则都无从判定。',
    lived: '实际采用',
    happened: {
      stopped: '实际情况：曝光 {{all}} 后停下。',
      running: '目前情况：曝光 {{all}}，仍在攀升。',
    },
    same: {
      stopped: '结果相同：同样在曝光 {{all}} 后停下。',
      running: '曝光 {{all}} 后同样还会继续展示。',
    },
    earlier: '*更早停下*：停在{{level}}，曝光 {{at}} / {{all}}。之后的曝光都不会有。',
    further: '*还会继续*：曝光 {{all}} 之后仍会展示。读者会如何反应，从这里无法得知，因为当时没有展示过。',
    at: '曝光 {{at}} 时',
    sofar: '已曝光 {{seen}} / {{target}}',
    rate: '相对同类 {{lift}}（{{low}}–{{high}}）',
    odds: '把握 {{odds}}，要求 {{asks}}',
    between: '处于两次留存数据之间，按读者反应均匀推算。',
    missed: '未达标：{{gates}}',
    unknown: '从这里无法得知',
    never: '不会到达',
    verdict: { pass: '晋级', stop: '停止', wait: '未定' },
  },

  means: {
    AUDIT_PENDING: '审核还没有结果，在此之前不会展示给读者。',
    AUDIT_LIMITED: '审核限流：保留保量曝光，表现再好也不再扩大。',
    AUDIT_REJECTED: '审核未通过，不展示给读者。',
    QUOTA_RUNNING: '本级的曝光还在分发，结论尚不明确。',
    ABOVE_PEERS: '高于门槛的把握达到本级要求，进入更大的流量池。',
    FOUND_BY_SEARCH: '笔记停止后，通过搜索看到它的读者反应明显更好，于是重新进入更大的流量池。',
    BELOW_PEERS: '高于门槛的把握没有达到本级要求，或在用完曝光之前已低到没有继续的必要。',
    GATE_MISSED: '规则在本级设有固定门槛，其中一项没有达到。这类门槛属于民间说法。',
    TOO_FEW_DATA: '本级时间已到，看到它的读者还太少，无法判定。',
    AUDIENCE_EXHAUSTED: '匹配的读者几乎都看过了，与笔记好坏无关。',
    AGED_OUT: '推荐页不再分发这个时长的笔记，搜索仍会展示。',
    TOP_LEVEL: '最大的流量池已用完，上面没有更大的了。',
    CAPACITY: '流量池没有空位：现有曝光给了预期更好的笔记。',
    DIVERSITY_CAP: '为避免同一页出现太多同类或同一博主的内容而暂缓。',
    NEGATIVE_FEEDBACK: '选择“不感兴趣”的读者超过规则上限，且足够确定。',
    PAID_ONLY_LIFT: '推广带来的读者反应好，自然读者并没有。判定只看自然读者。',
    MANUAL_STOP: '由人工停止。',
  },
};
