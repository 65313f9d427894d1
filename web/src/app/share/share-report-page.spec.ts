import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSharedReport } from '../../testing/a-report';
import { Opened, theConsole } from '../../testing/opened';
import { aRefusedFile } from '../../testing/refused-file';
import ShareReportPage from './share-report-page';

const token = 'q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8l9z0x1c';
const path = '/api/v1/share/report';

/** The page as somebody without an account opens it. */
async function opened(): Promise<Opened> {
  const nobody = { setUp: true, demo: false, person: null, memberships: [], invitations: [] };
  const http = await theConsole({
    session: nobody,
    providers: [provideRouter([], withComponentInputBinding())],
  });
  TestBed.inject(Router).resetConfig([{ path: 'share/report/:token', component: ShareReportPage }]);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(`/share/report/${token}`);
  return new Opened(harness.fixture, http);
}

describe('the report behind a link', () => {
  it('opens without an account, with where its figures come from', async () => {
    const page = await opened();
    const asked = page.asked(path, 'POST');
    // In the body: an address would stand in logs.
    expect(asked.request.body).toEqual({ token });
    asked.flush(aSharedReport());
    await page.settle();
    expect(page.text).toContain('October notes');
    expect(page.text).toContain('From 青屿咖啡');
    page.find('app-report-table .pr-explained').focus();
    await page.settle();
    expect(document.querySelector('app-lineage-panel')?.textContent).toContain('orders-october.xlsx');
    // Names lead nowhere for somebody who may not follow.
    expect(page.page.querySelector('tbody a')).toBeNull();
  });

  it('asks for the password, says when it is wrong, and sends it along for the file too', async () => {
    const page = await opened();
    await page.refuse(path, 403, 'link-password-needed', 'POST');
    await page.settle();
    expect(page.text).toContain('Which password?');
    await page.type('[name=password]', 'guess');
    await page.press('Open');
    await page.refuse(path, 403, 'link-password-wrong', 'POST');
    await page.settle();
    expect(page.text).toContain('The password is wrong');
    await page.type('[name=password]', 'islet-coffee');
    await page.press('Open');
    await page.answer(path, aSharedReport(), 'POST');
    await page.settle();
    await page.press('Export');
    await page.press('Excel');
    const asked = page.asked(`${path}-file`, 'POST');
    expect(asked.request.body).toEqual({ token, password: 'islet-coffee', format: 'xlsx', language: 'en' });
  });

  it('is closed from the moment of revocation, for the file as well', async () => {
    const page = await opened();
    await page.answer(path, aSharedReport(), 'POST');
    await page.settle();
    await page.press('Export');
    await page.press('CSV');
    page
      .asked(`${path}-file`, 'POST')
      .flush(aRefusedFile('link-not-open', 404), { status: 404, statusText: 'closed' });
    await page.settle();
    await page.settle();
    expect(page.text).toContain('This link does not open anything');
    expect(page.text).not.toContain('October notes');
  });
});
