import fc from 'fast-check';
import { readNumber } from './read-number';
import { readMoney } from './read-money';
import { decideRateUnit, noRateEvidence, observeRate, readRate } from './read-rate';

const count = { whole: true };
const exact = (value: number) => ({ kind: 'value', value: { precision: 'exact', value } });
const rounded = (value: number, halfWidth: number) => ({
  kind: 'value',
  value: { precision: 'rounded', value, halfWidth },
});
const atLeast = (value: number) => ({ kind: 'value', value: { precision: 'at-least', value } });
const unknown = (why: string) => ({ kind: 'unknown', why });
const refused = (code: string) => ({ kind: 'refused', code });

describe('numbers in files', () => {
  it.each([
    ['1234', exact(1234)],
    ['1,234', exact(1234)],
    ['1，234', exact(1234)],
    ['１２３４', exact(1234)],
    ['1 234', exact(1234)],
    ['12,345,678', exact(12_345_678)],
    ['\u200b1234\ufeff', exact(1234)],
    ['0', exact(0)],
    ['-0', exact(0)],
    ['1.2万', rounded(12_000, 500)],
    ['3.1w', rounded(31_000, 500)],
    ['3.1W', rounded(31_000, 500)],
    ['3.1 万', rounded(31_000, 500)],
    ['12万', rounded(120_000, 5_000)],
    ['1.1亿', rounded(110_000_000, 5_000_000)],
    ['12k', rounded(12_000, 500)],
    ['1.2345万', exact(12_345)],
    ['10+', atLeast(10)],
    ['1千+', atLeast(1_000)],
    ['1万+', atLeast(10_000)],
    ['10万+', atLeast(100_000)],
    ['10w＋', atLeast(100_000)],
    ['1.2w+', atLeast(12_000)],
    ['≥30', atLeast(30)],
    ['＞30', atLeast(30)],
    ['超过1万', atLeast(10_000)],
    ['≈900', rounded(900, 50)],
    ['约90', rounded(90, 5)],
    ['大约 1.2万', rounded(12_000, 500)],
    ['300左右', rounded(300, 50)],
    ['～15', rounded(15, 0.5)],
    ['约1.2万+', atLeast(12_000)],
    ["'1234", exact(1234)],
    ['‘1234', exact(1234)],
  ])('reads %j', (text, expected) => {
    expect(readNumber(text, count)).toEqual(expected);
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['-', 'dash'],
    ['--', 'dash'],
    ['—', 'dash'],
    ['——', 'dash'],
    ['数据较少', 'too-little-data'],
    ['N/A', 'not-available'],
    ['#DIV/0!', 'formula-error'],
  ])('knows nothing from %j, which is not 0', (text, why) => {
    expect(readNumber(text, count)).toEqual(unknown(why));
  });

  it.each([
    ['1.2.3', 'malformed-number'],
    ['12万3', 'malformed-number'],
    ['1万2千', 'malformed-number'],
    ['1,23', 'malformed-number'],
    ['1,2345', 'malformed-number'],
    ['1e5', 'exponent-form'],
    ['1.23E+17', 'exponent-form'],
    ['-5', 'negative-impossible'],
    ['+-5', 'malformed-number'],
    ['-+5', 'malformed-number'],
    ['(5)', 'negative-impossible'],
    ['10-20', 'range-of-numbers'],
    ['1万~2万', 'range-of-numbers'],
    ['12.5', 'not-a-whole-number'],
    ['5%', 'percent-in-count'],
    ['$5', 'foreign-currency'],
    ['评论', 'not-a-number'],
    ['三万', 'not-a-number'],
    ['99999999999999999999', 'beyond-exact-numbers'],
  ])('refuses %j', (text, code) => {
    expect(readNumber(text, count)).toEqual(refused(code));
  });

  it('takes a label for 0 in the column of its own button and in no other', () => {
    const likes = { whole: true, zeroWords: ['赞', '点赞'] };
    expect(readNumber('赞', likes)).toEqual(exact(0));
    expect(readNumber('收藏', likes)).toEqual(refused('not-a-number'));
    expect(readNumber('赞', count)).toEqual(refused('not-a-number'));
  });

  it('multiplies by the unit of the header, to the digit that the cell shows', () => {
    expect(readNumber(3.71, { whole: true, headerPower: 4 })).toEqual(rounded(37_100, 50));
    expect(readNumber('3.7', { whole: true, headerPower: 4 })).toEqual(rounded(37_000, 500));
    expect(readNumber('3.7万', { whole: true, headerPower: 4 })).toEqual(refused('unit-twice'));
  });

  it('sees a number of a spreadsheet as a person does', () => {
    expect(readNumber(3850.0000000000005, count)).toEqual(exact(3850));
    expect(readNumber(1.23e17, count)).toEqual(refused('beyond-exact-numbers'));
    expect(readNumber({ excelSerial: 46_204 }, count)).toEqual(refused('date-in-number-column'));
    expect(readNumber(true, count)).toEqual(refused('not-a-number'));
    expect(readNumber(NaN, count)).toEqual(refused('beyond-exact-numbers'));
  });

  it('lets followers be lost and gained', () => {
    expect(readNumber('-12', { whole: true, signed: true })).toEqual(exact(-12));
    expect(readNumber('+12', { whole: true, signed: true })).toEqual(exact(12));
  });
});

describe('rates in files', () => {
  it('needs to know what a bare number means, and nobody where there is a sign', () => {
    expect(readRate('6.82%', { unit: null })).toEqual(rounded(0.0682, 0.00005));
    expect(readRate('６.８２％', { unit: 'fraction' })).toEqual(rounded(0.0682, 0.00005));
    expect(readRate('6.82', { unit: 'percent' })).toEqual(rounded(0.0682, 0.00005));
    expect(readRate(0.0682, { unit: 'fraction' })).toEqual(rounded(0.0682, 0.00005));
    expect(readRate('0.82', { unit: null })).toEqual(refused('rate-unit-unclear'));
    expect(readRate('0', { unit: null })).toEqual(exact(0));
    expect(readRate('100%', { unit: null })).toEqual(exact(1));
    expect(readRate('0.00%', { unit: null })).toEqual(rounded(0, 0.00005));
    expect(readRate(0.1, { unit: 'fraction' })).toEqual(rounded(0.1, 0.00005));
    expect(readRate('数据较少', { unit: 'percent' })).toEqual(unknown('too-little-data'));
  });

  it('refuses more than the whole, unless more is possible', () => {
    expect(readRate('120%', { unit: null })).toEqual(refused('rate-beyond-whole'));
    expect(readRate(1.2, { unit: 'fraction' })).toEqual(refused('rate-beyond-whole'));
    expect(readRate('120%', { unit: null, mayExceedWhole: true })).toEqual(rounded(1.2, 0.005));
    expect(readRate('-3%', { unit: null })).toEqual(refused('negative-impossible'));
  });

  it('decides for a whole column, or asks', () => {
    const decide = (cells: readonly (string | number)[], profile: 'percent' | 'fraction' | null) =>
      decideRateUnit(cells.reduce(observeRate, noRateEvidence), profile);
    expect(decide(['6.82', '0.9'], null)).toBe('percent');
    expect(decide(['6.82', '0.9'], 'fraction')).toBe('percent');
    expect(decide([0.0682, 0.12], 'fraction')).toBe('fraction');
    expect(decide([0.0682, 0.12], null)).toBe('ask');
    expect(decide([0.0682, 0.12], 'percent')).toBe('ask');
    expect(decide(['6.82%', '-'], null)).toBe('percent');
  });
});

describe('money in files', () => {
  const yuan = { unit: 'yuan' } as const;
  it('becomes whole cents', () => {
    expect(readMoney('¥1,234.00', yuan)).toEqual(exact(123_400));
    expect(readMoney('￥１，２３４．５', yuan)).toEqual(exact(123_450));
    expect(readMoney('0.22', yuan)).toEqual(exact(22));
    expect(readMoney(3850.0000000000005, yuan)).toEqual(exact(385_000));
    expect(readMoney(123_456, { unit: 'fen' })).toEqual(exact(123_456));
    expect(readMoney('12元', { unit: 'fen' })).toEqual(exact(1_200));
    expect(readMoney('0.8941', yuan)).toEqual(rounded(89, 0.5));
    expect(readMoney('1.2万', yuan)).toEqual(rounded(1_200_000, 50_000));
    expect(readMoney(0.907, { unit: 'yuan', headerPower: 4 })).toEqual(rounded(907_000, 500));
  });

  it('knows a price that is to be agreed from one that is missing', () => {
    for (const text of ['面议', '待定']) expect(readMoney(text, yuan)).toEqual(unknown('negotiable'));
    for (const text of ['/', '——']) {
      expect(readMoney(text, { ...yuan, price: true })).toEqual(unknown('negotiable'));
      expect(readMoney(text, yuan)).toEqual(unknown('dash'));
    }
    expect(readMoney('', { ...yuan, price: true })).toEqual(unknown('empty'));
  });

  it('asks for the unit, and refuses what is not yuan', () => {
    expect(readMoney('12', { unit: null })).toEqual(refused('money-unit-unclear'));
    expect(readMoney('$12', yuan)).toEqual(refused('foreign-currency'));
    expect(readMoney('-12', yuan)).toEqual(refused('negative-impossible'));
    expect(readMoney('-12', { ...yuan, signed: true })).toEqual(exact(-1_200));
  });
});

describe('no silent misreading', () => {
  const alphabet = fc.constantFrom(...'0123456789.,,万wkW亿千+-%¥ eE１９．，赞—()/');
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: alphabet, maxLength: 9 }),
  );

  it('survives every string', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const reading of [
          readNumber(text, count),
          readMoney(text, yuanOrNobody(text)),
          readRate(text, { unit: 'percent' }),
        ])
          expect(['value', 'unknown', 'refused']).toContain(reading.kind);
      }),
      { numRuns: 3_000 },
    );
  });

  it('accepts a text only as the number whose digits it shows', () => {
    // The digits of a text, counted by hand in whole numbers of any size, are another road to the same value.
    const powers: Record<string, number> = { '': 0, 千: 3, k: 3, 万: 4, w: 4, 百万: 6, m: 6, 千万: 7, 亿: 8 };
    fc.assert(
      fc.property(anything, (text) => {
        const reading = readNumber(text, { signed: true });
        if (reading.kind !== 'value') return;
        const shown = text
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[^\d.百千万亿kwm-]/g, '');
        const [, sign, whole = '', part = '', unit = ''] = /^(-?)(\d*)\.?(\d*)(\D*)$/.exec(shown) ?? [];
        const digits = BigInt(whole + part) * 10n ** BigInt(powers[unit] ?? 99);
        const expected = Number(digits) / 10 ** part.length;
        expect(Math.abs(reading.value.value)).toBeCloseTo(expected, 6);
        if (expected > 0) expect(reading.value.value < 0).toBe(sign === '-');
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads back what people write', () => {
    const forms: readonly ((value: number) => string)[] = [
      (value) => String(value),
      (value) => value.toLocaleString('en-US'),
      (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (value) => ` ${value.toLocaleString('en-US').replaceAll(',', ' ')} `,
    ];
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.constantFrom(...forms), (value, write) => {
        expect(readNumber(write(value), count)).toEqual(exact(value));
      }),
    );
  });

  it('holds the truth in the interval of what was rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 99_999_999 }),
        fc.constantFrom(0, 1, 2),
        (truth, decimals) => {
          const reading = readNumber(`${(truth / 1e4).toFixed(decimals)}万`, count);
          if (reading.kind !== 'value' || reading.value.precision !== 'rounded')
            throw new Error('not rounded');
          expect(Math.abs(truth - reading.value.value)).toBeLessThanOrEqual(reading.value.halfWidth);
        },
      ),
    );
  });

  it('reads what accountants write in brackets as below 0, where a figure may be', () => {
    expect(readMoney('(12.50)', { unit: 'yuan', signed: true })).toEqual(exact(-1_250));
    expect(readMoney('（1,200）', { unit: 'yuan', signed: true })).toEqual(exact(-120_000));
    expect(readNumber('(12)', count)).toEqual(refused('negative-impossible'));
    expect(readNumber('(约12)', count)).toEqual(refused('malformed-number'));
  });

  it('reads cents back from yuan', () => {
    fc.assert(
      fc.property(fc.nat(1e12), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(readMoney(text, { unit: 'yuan' })).toEqual(exact(cents));
        expect(readMoney(cents / 100, { unit: 'yuan' })).toEqual(exact(cents));
      }),
    );
  });
});

const yuanOrNobody = (text: string) => ({ unit: text.length % 2 ? ('yuan' as const) : null, price: true });
