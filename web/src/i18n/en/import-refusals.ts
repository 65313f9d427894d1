/** Why a file was refused, by the code of the reader, and what can be done. */
export const importRefusals = {
  'file-too-large': {
    title: 'The file is too large',
    remedy: 'It has {{bytes}}; the limit is {{bytesMax}}. Export it in several spans of time.',
  },
  'empty-file': {
    title: 'There are no data in the file',
    remedy: 'Open it to see whether the export is complete, then export it again.',
  },
  'only-header': {
    title: 'There is a header and no data',
    remedy: 'Check the filters and dates that you exported with.',
  },
  'too-many-rows': {
    title: 'There are too many rows',
    remedy: 'The sheet “{{sheet}}” has more than {{rowsMax}}. Split it by time into several files.',
  },
  'too-many-columns': {
    title: 'There are too many columns',
    remedy:
      'Row {{row}} of the sheet “{{sheet}}” has {{columns}}, and {{columnsMax}} is the most. Delete some.',
  },
  'cell-too-long': {
    title: 'A cell is too long',
    remedy:
      'A cell in row {{row}} of the sheet “{{sheet}}” has {{characters}} characters, and {{charactersMax}} is the most. Shorten it or delete its column.',
  },
  'other-kind': { title: 'This is no table', remedy: '{{what}}. Use xlsx, csv or json.' },
  encrypted: {
    title: 'The file has a password',
    remedy: 'Remove the password in Excel, save it and upload that.',
  },
  macros: { title: 'The file has macros', remedy: 'Save it as an xlsx without macros and upload that.' },
  'external-links': {
    title: 'The file refers to other files',
    remedy: 'Break the links in Excel (Data, Edit links), or paste the values alone.',
  },
  'zip-bomb': {
    title: 'The file unpacks to an abnormal size',
    remedy: 'Open it in Excel, copy the data to a new workbook and upload that.',
  },
  'unsafe-path': {
    title: 'The inside of the file is not safe',
    remedy: 'Open it in Excel, save it as a new file and upload that.',
  },
  'xml-doctype': {
    title: 'The file declares what no workbook should',
    remedy: 'Open it in Excel, save it as a new file and upload that.',
  },
  damaged: {
    title: 'The file is damaged',
    remedy: 'Export it again; if it opens, save it as a new file.',
  },
  'too-much-text': {
    title: 'There is too much text',
    remedy: 'More than {{charactersMax}} characters. Delete columns of long texts, or split the file.',
  },
  'too-many-merges': {
    title: 'Too many cells are merged',
    remedy: 'The sheet “{{sheet}}” has more than {{mergesMax}} merges. Undo them and upload it again.',
  },
  'unknown-encoding': {
    title: 'The encoding cannot be told',
    remedy: 'Open it in Excel and save it as “CSV UTF-8” or xlsx.',
  },
  'quote-unclosed': {
    title: 'A quotation mark is never closed',
    remedy: 'It opens in row {{row}}, and what follows cannot be told apart. Close it, or save as xlsx.',
  },
  'json-broken': {
    title: 'The JSON is not complete',
    remedy: 'It breaks off. Save the whole answer of the API.',
  },
  'json-too-deep': {
    title: 'The JSON is nested too deeply',
    remedy: '{{depthMax}} levels are the most. Keep the list of data alone.',
  },
  'json-too-large': {
    title: 'One record of the JSON is too large',
    remedy: '{{bytesMax}} is the most. Keep the list of data alone.',
  },
  'too-slow': {
    title: 'Reading took too long',
    remedy: 'More than {{secondsMax}} seconds. Split the file, or save it as csv.',
  },
  'too-much-memory': {
    title: 'Reading took too much memory',
    remedy: 'More than {{megabytesMax}} MB. Split the file, or save it as csv.',
  },
  unknown: {
    title: 'The file cannot be read',
    remedy: 'Export it again, or save it as xlsx and try that.',
  },
  found: {
    xls: 'It is an xls of an older Excel: save it as xlsx',
    xlsb: 'It is a binary workbook (xlsb): save it as xlsx',
    ods: 'It is an ODS spreadsheet: save it as xlsx',
    'office-document': 'It is a text document or a presentation',
    zip: 'It is an archive: unpack it and upload the table inside',
    pdf: 'It is a PDF',
    image: 'It is a picture',
    program: 'It is a program under another name',
    compressed: 'It is compressed: unpack it and upload the table inside',
    database: 'It is a database: export it as csv',
    html: 'It is a web page, probably the sign-in page of an expired session',
    xml: 'It is XML',
    binary: 'It is neither text nor a workbook',
  },
};
