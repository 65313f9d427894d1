import {
  type FieldDefinition,
  amount,
  anyId,
  count,
  link,
  money,
  personal,
  price,
  rate,
  text,
} from './describe-field';

/** Who a creator is and what a vendor says of her. */
export const creatorFields = {
  accountId: anyId('小红书号', 'Account number'),
  vendorCreatorId: anyId('达人 ID', 'Creator id of the vendor'),
  serialNumber: text('序号', 'Serial number'),
  category: text('内容类目', 'Category'),
  region: text('地域', 'Region'),
  creatorKind: text('达人类型', 'Kind of creator'),
  creatorLevel: text('达人等级', 'Level of creator'),
  followers: count('粉丝量', 'Followers'),
  following: count('关注数', 'Following'),
  likesAndCollects: count('赞藏总数', 'Likes and collects, lifetime'),
  followersGained30d: count('近 30 天涨粉', 'Followers gained, 30 days', { signed: true }),
  notesPublished: count('发布笔记数', 'Notes published'),
  averageInteractions: amount('平均互动', 'Average interactions'),
  averageLikes: amount('平均点赞', 'Average likes'),
  averageCollects: amount('平均收藏', 'Average collects'),
  averageComments: amount('平均评论', 'Average comments'),
  averageShares: amount('平均分享', 'Average shares'),
  medianImpressions: amount('曝光中位数', 'Median impressions'),
  medianReads: amount('阅读中位数', 'Median reads'),
  medianInteractions: amount('互动中位数', 'Median interactions'),
  medianLikes: amount('点赞中位数', 'Median likes'),
  medianCollects: amount('收藏中位数', 'Median collects'),
  medianComments: amount('评论中位数', 'Median comments'),
  hitNotes: count('爆文数', 'Hit notes'),
  hitRate: rate('爆文率', 'Hit rate'),
  imageQuote: price('图文报价', 'Image quote'),
  videoQuote: price('视频报价', 'Video quote'),
  imageCpe: money('图文 CPE', 'Cost per interaction, image'),
  videoCpe: money('视频 CPE', 'Cost per interaction, video'),
  cpe: money('CPE', 'Cost per interaction as the vendor states it'),
  cpm: money('CPM', 'Cost per thousand impressions as the vendor states it'),
  cpmRead: money('千次阅读成本', 'Cost per thousand reads'),
  realFollowers: rate('粉丝真实度', 'Share of real followers, by the vendor'),
  womenFollowers: rate('女性粉丝占比', 'Share of women among followers'),
  activeFollowers: rate('活跃粉丝占比', 'Share of active followers'),
  vendorIndex: amount('平台指数', 'Index of the vendor'),
  cooperatingBrands: text('合作品牌', 'Brands worked with'),
  healthLevel: text('健康等级', 'Health level'),
  topBadge: text('冠薯', 'Champion badge'),
  tagShares: text('标签占比', 'Shares of tags'),
  homepage: link('小红书主页', 'Home page'),
  pugongyingPage: link('蒲公英主页', 'Pugongying page'),
} as const satisfies Record<string, FieldDefinition>;

/** The four figures that a shortlist gives apart for everyday notes and for paid ones. */
const records = (zh: string, en: string) =>
  [
    count(`${zh}发布篇数`, `${en}: notes published`),
    amount(`${zh}曝光中位数`, `${en}: median impressions`),
    amount(`${zh}阅读中位数`, `${en}: median reads`),
    amount(`${zh}点赞中位数`, `${en}: median likes`),
  ] as const;
const [dailyNotes, dailyMedianImpressions, dailyMedianReads, dailyMedianLikes] = records(
  '日常笔记',
  'Everyday notes',
);
const [paidNotes, paidMedianImpressions, paidMedianReads, paidMedianLikes] = records(
  '合作笔记',
  'Paid notes',
);

export const shortlistFields = {
  dailyNotes,
  dailyMedianImpressions,
  dailyMedianReads,
  dailyMedianLikes,
  paidNotes,
  paidMedianImpressions,
  paidMedianReads,
  paidMedianLikes,
} as const satisfies Record<string, FieldDefinition>;

/** What says who a person is, or opens a door. Dropped by default and listed as dropped. */
export const personalFields = {
  nickname: personal('昵称', 'Nickname'),
  avatar: personal('头像', 'Avatar'),
  ipLocation: personal('IP 属地', 'IP location'),
  bio: personal('个人简介', 'Self-description'),
  gender: personal('性别', 'Gender'),
  phone: personal('手机号', 'Phone number'),
  wechat: personal('微信号', 'WeChat id'),
  email: personal('邮箱', 'E-mail address'),
  postalAddress: personal('地址', 'Postal address'),
  staffName: personal('员工姓名', 'Name of staff'),
  realName: personal('姓名', 'Name of a person'),
  identityNumber: personal('证件号', 'Number of an identity document'),
  accessToken: personal('访问令牌', 'Access token'),
  commentText: personal('评论内容', 'Text of comments'),
} as const satisfies Record<string, FieldDefinition>;
