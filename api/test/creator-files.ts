type Cells = Readonly<Record<string, string | number>>;

const table = (header: readonly string[], rows: readonly Cells[]): Buffer =>
  Buffer.from(
    `\ufeff${[header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\r\n')}\r\n`,
  );

const shortlistHeader =
  '小红书号,达人名称,内容类目,地域,粉丝量,图文报价,视频报价,女性粉丝占比,预估CPE,小红书主页,数据日期'.split(
    ',',
  );
const vendorHeader =
  '达人ID,昵称,小红书号,地区,垂类,粉丝数,赞藏总数,图文报价,视频报价,爆文率,CPM,粉丝真实度,千瓜指数,小红书主页,蒲公英主页,数据日期'.split(
    ',',
  );

/** A shortlist of creators (P3). */
export const shortlist = (...rows: readonly Cells[]): Buffer =>
  table(
    shortlistHeader,
    rows.map((row) => ({
      达人名称: '小满',
      内容类目: '美食',
      粉丝量: 50_000,
      数据日期: '2026-11-01',
      ...row,
    })),
  );

/** Creators as Qiangua exports them (V1). */
export const qiangua = (...rows: readonly Cells[]): Buffer =>
  table(
    vendorHeader,
    rows.map((row) => ({
      昵称: '小满',
      粉丝数: 52_000,
      千瓜指数: 812,
      粉丝真实度: '88%',
      数据日期: '2026-11-01',
      ...row,
    })),
  );

/** The page of a creator, by the id of the platform. */
export const homepage = (platformId: string): string =>
  `https://www.xiaohongshu.com/user/profile/${platformId}?xsec_token=secret`;
