import type { Bilingual } from '../notes/note';
import type { RowCheck } from './check-rows';
import type { AssumptionCode } from './kinds/file-kind';
import type { MappingProblem } from './map-columns';
import type { RowRefusal } from './read-row';
import type { UnknownReason } from './reading';

/** Why a cell or row was refused, and what a person can do about it. */
export interface RefusalText {
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
}

const refusal = (reason: readonly [string, string], remedy: readonly [string, string]): RefusalText => ({
  reason: { zh: reason[0], en: reason[1] },
  remedy: { zh: remedy[0], en: remedy[1] },
});
const both = (zh: string, en: string): Bilingual => ({ zh, en });

const asText = [
  '在表格软件里把这一列设为“文本”格式，再从平台重新导出一次',
  'Format the column as text and export the file again',
] as const;
const fixCell = ['改正这个单元格后重新导入', 'Correct the cell and import the file again'] as const;
const chooseUnit = ['在字段映射里选定这一列的单位', 'Choose the unit of this column in the mapping'] as const;
const giveTime = [
  '填写这份文件的导出或采集时间，或把日期补全为年-月-日',
  'Say when the file was made, or write the dates with their year',
] as const;
const useNoteLink = [
  '换成笔记详情页的链接，或 24 位笔记 ID',
  'Use the link of the note itself, or its id of 24 characters',
] as const;

/** Reasons and remedies, by code. They stand in the file of rejected rows and beside the preview. */
export const refusalTexts: Readonly<Record<RowRefusal, RefusalText>> = {
  'not-a-number': refusal(['不是数字', 'This is not a number'], fixCell),
  'malformed-number': refusal(['数字写法有歧义', 'This number can be read in more than one way'], fixCell),
  'exponent-form': refusal(
    ['是科学计数法，原来的数字已经丢失', 'It is in exponent form; digits have been lost'],
    asText,
  ),
  'beyond-exact-numbers': refusal(
    ['数字太大，无法精确表示', 'The number is too large to be held exactly'],
    asText,
  ),
  'negative-impossible': refusal(['这里不可能是负数', 'It cannot be negative here'], fixCell),
  'not-a-whole-number': refusal(['计数不能带小数', 'A count has no decimals'], fixCell),
  'percent-in-count': refusal(
    ['计数列里出现了百分比', 'There is a percentage in a column of counts'],
    ['检查这一列对应的字段是否选错', 'Check whether the column is mapped to the right field'],
  ),
  'date-in-number-column': refusal(
    ['表格软件把这个数字变成了日期', 'A spreadsheet has turned this cell into a date'],
    asText,
  ),
  'foreign-currency': refusal(
    ['不是人民币金额', 'This amount is not in yuan'],
    ['换算成人民币后重新导入', 'Convert it to yuan and import the file again'],
  ),
  'range-of-numbers': refusal(
    ['是一个区间，不是一个数', 'This is a range and not one number'],
    ['填写一个确定的数，或留空', 'Write one number, or leave the cell empty'],
  ),
  'unit-twice': refusal(
    ['表头和单元格都写了单位，无法判断是哪一个', 'Both the header and the cell give a unit'],
    ['只保留一处单位', 'Keep the unit in one of the two places'],
  ),
  'rate-unit-unclear': refusal(
    ['看不出这是百分数还是小数', 'It is unclear whether this is per cent or a fraction'],
    chooseUnit,
  ),
  'rate-beyond-whole': refusal(
    ['比率超过了 100%', 'The rate is above 100 %'],
    [
      '检查这一列是百分数还是小数，或字段是否选错',
      'Check the unit of this column, or whether the field is right',
    ],
  ),
  'money-unit-unclear': refusal(
    ['看不出金额是元还是分', 'It is unclear whether the amount is in yuan or in fen'],
    chooseUnit,
  ),
  'not-a-date': refusal(['不是日期', 'This is not a date'], fixCell),
  'impossible-date': refusal(['日历上没有这一天或这个时刻', 'No calendar or clock has this date'], fixCell),
  'date-out-of-range': refusal(
    ['年份超出了 2000 到 2099 年', 'The year lies outside of 2000 to 2099'],
    fixCell,
  ),
  'date-incomplete': refusal(
    ['日期不完整，缺少日', 'The date has no day'],
    ['写成年-月-日，例如 2026-07-01', 'Write year, month and day, such as 2026-07-01'],
  ),
  'date-range': refusal(
    ['是一段时间，不是某一天', 'This is a span of time and not a day'],
    ['从平台按天导出', 'Export the report by day'],
  ),
  'ambiguous-day-month': refusal(
    ['分不清日和月的先后', 'Day and month cannot be told apart'],
    ['写成年-月-日，例如 2026-07-01', 'Write year, month and day, such as 2026-07-01'],
  ),
  'needs-capture-time': refusal(
    [
      '日期没有年份或是相对时间，而文件的时间未知',
      'The date is relative or has no year, and the time of the file is unknown',
    ],
    giveTime,
  ),
  'not-a-note-id': refusal(
    ['不是笔记 ID 或笔记链接', 'This is neither the id nor the link of a note'],
    useNoteLink,
  ),
  'not-an-id': refusal(['不符合 ID 的格式', 'This does not have the form of the id'], fixCell),
  'id-digits-lost': refusal(
    ['ID 的后几位已经被表格软件变成 0', 'A spreadsheet has lost the last digits of this id'],
    asText,
  ),
  'profile-link': refusal(
    ['这是主页链接，不是笔记链接', 'This is the link of a profile and not of a note'],
    useNoteLink,
  ),
  'foreign-link': refusal(['不是小红书的链接', 'This link leads to another site'], useNoteLink),
  'not-a-link': refusal(['不是网址', 'This is not a web address'], fixCell),
  'not-a-note-type': refusal(
    ['看不出是图文还是视频', 'It is unclear whether the note is images or a video'],
    ['写成“图文”或“视频”', 'Write image or video'],
  ),
  'not-yes-or-no': refusal(
    ['看不出是“是”还是“否”', 'This is neither yes nor no'],
    ['写成“是”或“否”', 'Write yes or no'],
  ),
  'text-too-long': refusal(
    ['文字超过 4000 字', 'The text is longer than 4,000 characters'],
    ['缩短后重新导入，或忽略这一列', 'Shorten it, or ignore the column'],
  ),
  'identity-missing': refusal(
    [
      '缺少能认出这一行的 ID、链接或名称',
      'Nothing in this row says which note, order or account it is about',
    ],
    ['补上 ID 或链接，或在映射里选对对应的列', 'Add an id or link, or map the column that has it'],
  ),
  'data-date-missing': refusal(
    ['不知道这一行是哪一天的数据', 'It is unknown which day this row shows'],
    ['填写数据日期，或映射“数据更新日期”列', 'Give the data date, or map the column that has it'],
  ),
  'id-and-link-disagree': refusal(
    ['笔记 ID 和笔记链接指向两篇不同的笔记', 'The note id and the note link name two different notes'],
    ['核对这一行，保留正确的一个', 'Check the row and keep the right one'],
  ),
};

/** Why a value is unknown. */
export const unknownTexts: Readonly<Record<UnknownReason, Bilingual>> = {
  empty: both('空白', 'empty'),
  dash: both('文件写的是“-”', 'the file shows a dash'),
  'too-little-data': both('数据较少，平台未给出', 'too little data for the platform to say'),
  'not-available': both('文件未提供', 'not available in the file'),
  'formula-error': both('公式出错', 'a formula failed'),
  negotiable: both('面议', 'on request'),
  'short-link': both('短链接，无法离线识别', 'a short link, which cannot be resolved offline'),
};

/** What each check has found, in one sentence. */
export const checkTexts: Readonly<Record<RowCheck, Bilingual>> = {
  'interactions-above-reads': both(
    '互动量大于阅读量：互动要先点开笔记，请核对口径或数据真实性',
    'More interactions than reads: a reader has to open a note first, so check the definition or the data',
  ),
  'reads-above-impressions': both(
    '阅读量大于曝光量：两列可能对应反了，或统计口径不同',
    'More reads than impressions: the columns may be swapped, or counted differently',
  ),
  'parts-differ-from-total': both(
    '自然、推广、加热三部分相加不等于总量',
    'Natural, promoted and heated figures do not add up to the total',
  ),
  'ctr-differs': both(
    '点击量 ÷ 曝光量与文件里的点击率不符',
    'Clicks over impressions is not the stated click-through rate',
  ),
  'cost-per-click-differs': both(
    '消费 ÷ 点击量与文件里的平均点击成本不符',
    'Spend over clicks is not the stated cost per click',
  ),
  'cpm-differs-from-ctr-and-cpc': both(
    '千次展示费用与点击率 × 点击成本对不上',
    'The cost per thousand is not click-through rate times cost per click',
  ),
  'commission-differs': both(
    '佣金与有效销售金额 × 佣金率对不上',
    'The commission is not commissionable sales times its rate',
  ),
  'platform-correction': both(
    '累计数据比前一次变少，属于平台回调',
    'Cumulative counts have fallen since the earlier snapshot: a platform correction',
  ),
  'ids-look-cut': both(
    '许多 ID 在第 15 位之后全是 0，很可能被表格软件截断',
    'Many ids end in zeros after their fifteenth digit: a spreadsheet has probably cut them',
  ),
  'interactions-unexplained': both(
    '赞、藏、评、转、关怎么相加都得不到文件里的互动量',
    'No sum of likes, collects, comments, shares and follows gives the stated interactions',
  ),
};

/** What was taken for granted. */
export const assumptionTexts: Readonly<Record<AssumptionCode, Bilingual>> = {
  'surfaces-twice-named': both(
    '同名的六个页面出现两次：第一次按自然曝光占比、第二次按自然阅读占比读取',
    'Six surfaces stand twice: the first are read as shares of natural exposure, the second of natural reads',
  ),
  'portraits-twice-named': both(
    '“top 占比”出现两次：第一次按机型、第二次按省份读取',
    'The top shares stand twice: the first are read as phones, the second as provinces',
  ),
  'cost-includes-service-fee': both(
    '阅读单价和互动单价含平台服务费',
    'Costs per read and interaction include the service fee',
  ),
  'cpm-is-per-thousand-reads': both(
    '千瓜的 CPM 按千次阅读计算，不是千次曝光',
    'The CPM of Qiangua is per thousand reads and not impressions',
  ),
  'vendor-id-is-no-account-number': both(
    '第三方的达人 ID 不是小红书号，不据此合并达人',
    'The creator id of a vendor is no account number; creators are not merged by it',
  ),
  'cumulative-snapshots': both(
    '数据从发布累计到更新日，两次导出是两个快照，不能相加',
    'Figures are cumulative from publishing on: two exports are snapshots and are never added',
  ),
  'matched-by-title': both(
    '文件没有笔记 ID，按标题和首次发布时间对应',
    'The file has no note ids; notes are matched by title and time of publishing',
  ),
  'counts-of-the-period': both(
    '数据是当期发生的量，不是累计',
    'Figures are of the period and not cumulative',
  ),
  'empty-header-is-data-date': both(
    '第一列没有表头，按数据日期读取',
    'The first column has no header and is read as the data date',
  ),
  'duplicate-header-first-kept': both(
    '同一字段出现多列，只采用最先或最明确的一列',
    'Several columns say the same; the clearest or first one is used',
  ),
  'group-carried-right': both(
    '分组表头只写在第一列，已向右沿用',
    'A group header stands over its first column only and was carried on',
  ),
  'rate-unit-by-profile': both(
    '按此类文件的惯例判断百分数或小数',
    'Per cent or fraction follows the habit of such files',
  ),
  'money-unit-by-profile': both('按此类文件的惯例判断元或分', 'Yuan or fen follows the habit of such files'),
};

/** What has to be settled in a mapping before a file can be read. */
export const mappingProblemTexts: Readonly<Record<MappingProblem['code'], Bilingual>> = {
  'two-columns-one-field': both(
    '两列对应了同一个字段，只能保留一列',
    'Two columns are mapped to one field; keep one of them',
  ),
  'required-missing': both('缺少必需的字段', 'A required field is not mapped'),
  'rate-unit-unknown': both(
    '请选择这一列是百分数还是小数',
    'Say whether this column is per cent or a fraction',
  ),
  'money-unit-unknown': both(
    '请选择这一列的金额单位是元还是分',
    'Say whether this column is in yuan or in fen',
  ),
  'personal-field-kept': both(
    '这一列含个人信息，需先说明合法用途才能保留',
    'This column is personal; keeping it needs a stated lawful purpose',
  ),
  'position-twice': both('同一列被映射了两次', 'One column is mapped twice'),
  'nothing-mapped': both('还没有任何一列对应到字段', 'No column is mapped to a field yet'),
};
