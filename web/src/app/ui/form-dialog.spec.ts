import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { openPage } from '../../testing/opened';
import { sending } from '../problems/sending';
import { FormDialog } from './form-dialog';

@Component({
  imports: [FormDialog, ReactiveFormsModule],
  template: `
    <form
      appFormDialog
      heading="Call it something"
      go="Keep"
      [formGroup]="form"
      [sending]="sending"
      (submitted)="submit()"
    >
      <p intro>What for</p>
      <input formControlName="name" aria-label="Name" />
      <button aside type="button">Throw away</button>
      <button otherwise type="button">Keep both</button>
    </form>
  `,
})
class NameDialog {
  private readonly dialog = inject<MatDialogRef<NameDialog, string>>(MatDialogRef);
  readonly sending = sending();
  readonly form = inject(NonNullableFormBuilder).group({ name: ['', Validators.required] });
  readonly asked: string[] = [];
  /** answers what was sent */
  arrived: () => void = () => undefined;

  protected async submit(): Promise<void> {
    const { name } = this.form.getRawValue();
    await this.sending.send(async () => {
      this.asked.push(name);
      await new Promise<void>((done) => (this.arrived = done));
      this.dialog.close(name);
    });
  }
}

@Component({ template: '' })
class Page {}

async function theDialog() {
  const opened = await openPage(Page, 'overview');
  const dialog = TestBed.inject(MatDialog).open<NameDialog, never, string>(NameDialog);
  await opened.settle();
  const frame = opened.find('mat-dialog-container');
  const submit = async () => {
    opened.find('mat-dialog-container form').dispatchEvent(new Event('submit', { cancelable: true }));
    await opened.settle();
  };
  return { opened, frame, submit, name: dialog.componentInstance };
}

describe('the frame of a form in a dialog', () => {
  it('is called by its heading', async () => {
    const { opened, frame } = await theDialog();
    const heading = opened.find(`#${frame.getAttribute('aria-labelledby')}`);
    expect(heading.textContent).toBe('Call it something');
  });

  it('scrolls its fields and not its buttons', async () => {
    const { opened, frame } = await theDialog();
    expect(opened.find('mat-dialog-content').textContent?.trim()).toBe('What for');
    const buttons = [...frame.querySelectorAll('mat-dialog-actions button')];
    expect(buttons.map((button) => button.textContent?.trim())).toEqual([
      'Throw away',
      'Cancel',
      'Keep both',
      'Keep',
    ]);
  });

  it('shows the fault of a field and sends nothing', async () => {
    const { name, submit } = await theDialog();
    await submit();
    expect(name.asked).toEqual([]);
    expect(name.form.controls.name.touched).toBe(true);
  });

  it('sends once, and says on its button that it is on its way', async () => {
    const { opened, frame, name, submit } = await theDialog();
    name.form.setValue({ name: 'Spring' });
    await submit();
    await submit();
    expect(name.asked).toEqual(['Spring']);
    expect(opened.find('mat-dialog-container [type=submit]').getAttribute('aria-disabled')).toBe('true');
    name.arrived();
    await opened.settle();
    expect(frame.isConnected).toBe(false);
  });
});
