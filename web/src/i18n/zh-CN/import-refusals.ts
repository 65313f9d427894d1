/** Why a file was refused, by the code of the reader, and what can be done. */
export const importRefusals = {
  'file-too-large': { title: '文件太大', remedy: '有 {{bytes}}，上限是 {{bytesMax}}。按时间段分几次导出。' },
  'empty-file': { title: '文件里没有数据', remedy: '打开看看导出是否完整，再导出一次。' },
  'only-header': { title: '只有表头，没有数据', remedy: '检查导出时的筛选条件和日期范围。' },
  'too-many-rows': {
    title: '行数太多',
    remedy: '工作表“{{sheet}}”超过 {{rowsMax}} 行。按时间段拆成几个文件。',
  },
  'too-many-columns': {
    title: '列数太多',
    remedy: '工作表“{{sheet}}”第 {{row}} 行有 {{columns}} 列，最多 {{columnsMax}} 列。删掉不需要的列。',
  },
  'cell-too-long': {
    title: '有一格文字太长',
    remedy:
      '工作表“{{sheet}}”第 {{row}} 行有一格 {{characters}} 个字，最多 {{charactersMax}} 个。缩短或删掉那一列。',
  },
  'other-kind': { title: '不是表格文件', remedy: '{{what}}。请改用 xlsx、csv 或 json。' },
  encrypted: { title: '文件有密码', remedy: '在 Excel 里去掉打开密码，另存后再上传。' },
  macros: { title: '文件带有宏', remedy: '另存为不带宏的 xlsx 再上传。' },
  'external-links': {
    title: '文件引用了其他文件',
    remedy: '在 Excel 的“编辑链接”里断开链接，或只粘贴数值，再上传。',
  },
  'zip-bomb': { title: '文件解压后大得不正常', remedy: '在 Excel 里打开，复制数据到新的工作簿，再上传。' },
  'unsafe-path': { title: '文件内部结构不安全', remedy: '在 Excel 里打开并另存为新文件，再上传。' },
  'xml-doctype': { title: '文件内部含有不该有的声明', remedy: '在 Excel 里打开并另存为新文件，再上传。' },
  damaged: { title: '文件已损坏', remedy: '从平台重新导出一次；如果能打开，另存为新文件。' },
  'too-much-text': {
    title: '文字总量太大',
    remedy: '超过 {{charactersMax}} 个字。删掉正文等长文字列，或拆成几个文件。',
  },
  'too-many-merges': {
    title: '合并单元格太多',
    remedy: '工作表“{{sheet}}”超过 {{mergesMax}} 处。取消合并后再上传。',
  },
  'unknown-encoding': { title: '认不出文字编码', remedy: '用 Excel 打开，另存为“CSV UTF-8”或 xlsx。' },
  'quote-unclosed': {
    title: '有一个引号没有结束',
    remedy: '从第 {{row}} 行的引号开始无法判断内容。补上引号，或另存为 xlsx。',
  },
  'json-broken': { title: 'JSON 不完整', remedy: '内容从中间断开了。请完整保存接口返回的内容。' },
  'json-too-deep': { title: 'JSON 嵌套太深', remedy: '最多 {{depthMax}} 层。只保留数据列表那一段。' },
  'json-too-large': { title: 'JSON 单条数据太大', remedy: '上限是 {{bytesMax}}。只保留数据列表那一段。' },
  'too-slow': { title: '读取超时', remedy: '超过 {{secondsMax}} 秒。拆成几个文件，或另存为 csv。' },
  'too-much-memory': {
    title: '读取占用的内存太大',
    remedy: '超过 {{megabytesMax}} MB。拆成几个文件，或另存为 csv。',
  },
  unknown: { title: '无法读取这个文件', remedy: '从平台重新导出一次，或另存为 xlsx 再试。' },
  found: {
    xls: '这是旧版 Excel 的 xls，请另存为 xlsx',
    xlsb: '这是 xlsb 二进制工作簿，请另存为 xlsx',
    ods: '这是 ODS 表格，请另存为 xlsx',
    'office-document': '这是 Word 或 PPT 文档',
    zip: '这是压缩包，请解压后上传里面的表格',
    pdf: '这是 PDF',
    image: '这是图片',
    program: '这是可执行程序，只是改了名字',
    compressed: '这是压缩文件，请解压后上传里面的表格',
    database: '这是数据库文件，请导出为 csv',
    html: '这是网页，很可能是登录过期后下载到的页面',
    xml: '这是 XML',
    binary: '内容不是文字，也不是工作簿',
  },
};
