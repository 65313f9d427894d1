import { type FileKind, type KindColumn, column, personalColumns } from './file-kind';

const figures = (group: string, id: 'daily' | 'paid'): KindColumn[] => [
  column(`${id}Notes`, [`${group}/发布篇数`, `${group}/篇数`, `${group}/笔记数`]),
  column(`${id}MedianImpressions`, [`${group}/曝光中位数`]),
  column(`${id}MedianReads`, [`${group}/阅读中位数`]),
  column(`${id}MedianLikes`, [`${group}/点赞中位数`]),
];

const creatorIdentity = [
  [['accountId'], ['vendorCreatorId'], ['creatorId'], ['homepage']],
  'dataDate',
  'source',
] as const satisfies FileKind['identity'];

/** P3: whom an agency or a tool proposes, with everyday notes and paid ones apart. Source: domain notes 5.2 [B]. */
export const shortlistKind: FileKind = {
  id: 'P3',
  record: 'creator-snapshot',
  zh: '达人筛选表',
  en: 'Creator shortlist',
  columns: [
    column('nickname', '达人名称|博主名称|达人昵称'),
    column('accountId', '小红书号|小红书ID|小红书账号'),
    column('category', '内容类目|类目|垂类|领域'),
    column('region', '地域|地区|城市'),
    column('followers', '粉丝量|粉丝数|粉丝'),
    column('imageQuote', '图文报价|图文价'),
    column('videoQuote', '视频报价|视频价'),
    column('womenFollowers', '女性粉丝占比|女粉占比'),
    column('activeFollowers', '活跃粉丝占比'),
    ...figures('日常笔记', 'daily'),
    ...figures('合作笔记', 'paid'),
    column('cpm', '预估CPM|CPM'),
    column('cpe', '预估CPE|CPE'),
    column('homepage', '小红书主页|主页链接|链接'),
    column('dataDate', '数据日期|数据更新日期|更新日期'),
    column('remark', '备注'),
    ...personalColumns,
  ],
  fingerprint: [
    ['accountId', 'nickname'],
    ['followers'],
    ['imageQuote', 'videoQuote'],
    ['womenFollowers', 'dailyNotes', 'dailyMedianReads', 'paidMedianReads', 'cpe', 'cpm', 'category'],
  ],
  identity: creatorIdentity,
  rateUnit: 'percent',
  moneyUnit: 'yuan',
  interactions: null,
  assumptions: [],
};

/** P4: a rate card (刊例) of an MCN. Source: domain notes 5.1. */
export const rateCardKind: FileKind = {
  ...shortlistKind,
  id: 'P4',
  zh: 'MCN 刊例',
  en: 'MCN rate card',
  columns: [
    column('serialNumber', '序号|编号|No'),
    column('nickname', '昵称|达人昵称|账号名称'),
    column('category', '类目|内容类目|垂类|领域'),
    column('bio', '简介|账号简介|达人简介'),
    column('accountId', 'uid|UID|小红书号|小红书ID'),
    column('followers', '粉丝|粉丝数|粉丝量'),
    column('likesAndCollects', '赞藏|赞藏总数|获赞与收藏'),
    column('region', '城市|地区|地域|所在城市'),
    column('imageQuote', '图文价|图文报价|报价/图文|图文'),
    column('videoQuote', '视频价|视频报价|报价/视频|视频'),
    column('homepage', '链接|主页链接|小红书主页'),
    column('dataDate', '数据日期|更新日期'),
    column('remark', '备注'),
    ...personalColumns,
  ],
  fingerprint: [
    ['serialNumber', 'bio'],
    ['accountId', 'homepage'],
    ['followers'],
    ['imageQuote', 'videoQuote'],
  ],
};

/** V1: creators as 千瓜 exports them. Its CPM is per thousand reads. Source: public code, domain notes 5.2 [B]. */
export const qianguaKind: FileKind = {
  id: 'V1',
  record: 'creator-snapshot',
  zh: '千瓜达人导出',
  en: 'Qiangua creators',
  columns: [
    column('vendorCreatorId', '达人ID|达人id'),
    column('nickname', '昵称|博主昵称|达人昵称|达人名称'),
    column('accountId', '小红书号'),
    column('avatar', '头像'),
    column('region', '地区|所在地区'),
    column('ipLocation', 'IP属地'),
    column('category', '垂类|达人分类|博主分类|内容类目|博主垂类'),
    column('creatorKind', '达人类型'),
    column('followers', '粉丝数|粉丝量'),
    column('likesAndCollects', '赞藏总数'),
    column('followersGained30d', '近30天涨粉|涨粉数'),
    column('notesPublished', '笔记数|近30天发文'),
    column('averageInteractions', '平均互动'),
    column('averageLikes', '平均点赞'),
    column('averageCollects', '平均收藏'),
    column('averageComments', '平均评论'),
    column('averageShares', '平均分享'),
    column('medianReads', '阅读中位数'),
    column('medianInteractions', '互动中位数'),
    column('medianLikes', '点赞中位数'),
    column('medianCollects', '收藏中位数'),
    column('medianComments', '评论中位数'),
    column('hitNotes', '爆文数'),
    column('hitRate', '爆文率'),
    column('imageQuote', '预估报价|图文报价|实时报价-图文'),
    column('videoQuote', '视频报价|实时报价-视频'),
    column('imageCpe', '实时报价-图文CPE'),
    column('videoCpe', '实时报价-视频CPE'),
    column('cpe', 'CPE'),
    column('cpmRead', 'CPM'),
    column('realFollowers', '粉丝真实度'),
    column('vendorIndex', '千瓜指数'),
    column('cooperatingBrands', '合作品牌'),
    column('healthLevel', '健康等级'),
    column('following', '关注数'),
    column('topBadge', '冠薯'),
    column('creatorLevel', '达人等级'),
    column('tagShares', '标签占比'),
    column('homepage', '小红书主页'),
    column('pugongyingPage', '蒲公英主页'),
    column('bio', '简介'),
    column('dataDate', '数据日期|更新日期|数据更新日期'),
    ...personalColumns,
  ],
  fingerprint: [
    ['vendorIndex', 'realFollowers'],
    ['followers'],
    ['hitRate', 'realFollowers', 'medianInteractions', 'averageInteractions', 'healthLevel'],
  ],
  identity: creatorIdentity,
  rateUnit: 'percent',
  moneyUnit: 'yuan',
  interactions: 'LCC',
  assumptions: ['cpm-is-per-thousand-reads', 'vendor-id-is-no-account-number'],
};

/** V2: creators as 新红 (Newrank) exports them; its documentation is not public. Source: domain notes 5.1. */
export const newrankKind: FileKind = {
  ...qianguaKind,
  id: 'V2',
  zh: '新榜新红达人导出',
  en: 'Newrank (Xinhong) creators',
  columns: [
    ...qianguaKind.columns
      .filter(({ field }) => field !== 'vendorIndex' && field !== 'cpmRead')
      .map((one) =>
        one.field === 'vendorCreatorId' ? { ...one, aliases: [...one.aliases, '账号ID', '新红ID'] } : one,
      ),
    column('vendorIndex', '新红指数'),
    column('cpm', 'CPM'),
  ],
  fingerprint: [['vendorIndex'], ['followers']],
  assumptions: ['vendor-id-is-no-account-number'],
};
