import { HttpErrorResponse } from '@angular/common/http';
import { problemOf } from './problem-of';

describe('the problem behind a failed call', () => {
  it('is the document that the api sent', () => {
    const document = {
      type: 'about:blank',
      title: 'x',
      status: 409,
      code: 'voucher-spent',
      detail: '',
      remedy: '',
    };
    expect(problemOf(new HttpErrorResponse({ status: 409, error: document }))).toBe(document);
  });

  it('is found inside the error that a resource wraps around it', () => {
    const inner = new HttpErrorResponse({ status: 403, error: { code: 'role-too-low' } });
    expect(problemOf(new Error('resource', { cause: inner })).code).toBe('role-too-low');
  });

  it.each([
    [0, 'unavailable'],
    [404, 'not-found'],
    [500, 'internal'],
    [502, 'unavailable'],
    [504, 'unavailable'],
  ])('of a bare answer %d is %s', (status, code) => {
    expect(problemOf(new HttpErrorResponse({ status, error: '<html>' })).code).toBe(code);
  });
});
