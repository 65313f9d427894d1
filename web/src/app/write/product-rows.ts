import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { productLimits } from '@poolrise/domain';
import { T } from '../../i18n/t';
import { Icon } from '../ui/icon';
import { TextField } from '../ui/text-field';
import { isEmptyProduct, productFaults, type ProductField, type TypedProduct } from './typed-note';

/** Links to buy under a note, a row each. */
@Component({
  selector: 'app-product-rows',
  imports: [Icon, MatButton, T, TextField],
  template: `
    <fieldset>
      <legend>{{ 'write.products.title' | t }}</legend>
      <p class="hint">{{ 'write.products.hint' | t: { max: most } }}</p>
      @for (product of products(); track $index; let at = $index) {
        <div class="product" role="group" [attr.aria-label]="'write.products.nth' | t: { n: at + 1 }">
          <app-text-field
            name="productTitle"
            [label]="'write.products.name' | t"
            [most]="60"
            [value]="product.title"
            [fault]="wrong(product, 'title') ? ('write.products.fault.title' | t) : null"
            (typed)="change(at, { title: $event })"
          />
          <app-text-field
            name="productUrl"
            [label]="'write.products.url' | t"
            [most]="500"
            [value]="product.url"
            [fault]="wrong(product, 'url') ? ('write.products.fault.url' | t) : null"
            (typed)="change(at, { url: $event })"
          />
          <app-text-field
            name="productPrice"
            kind="decimal"
            [label]="'write.products.price' | t"
            [value]="product.price"
            [fault]="wrong(product, 'price') ? ('write.products.fault.price' | t) : null"
            (typed)="change(at, { price: $event })"
          />
          <app-text-field
            name="productCommission"
            kind="decimal"
            [label]="'write.products.commission' | t"
            [value]="product.commission"
            [fault]="wrong(product, 'commission') ? ('write.products.fault.commission' | t) : null"
            (typed)="change(at, { commission: $event })"
          />
          <button
            class="pr-icon-button"
            type="button"
            [attr.aria-label]="'write.products.remove' | t: { n: at + 1 }"
            (click)="remove(at)"
          >
            <app-icon name="close" />
          </button>
        </div>
      }
      @if (products().length < most) {
        <button matButton="outlined" type="button" (click)="add()">
          <app-icon matButtonIcon name="add" />{{ 'write.products.add' | t }}
        </button>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      min-width: 0;
      margin: 18px 0 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-size: 13px;
      font-weight: 550;
    }
    .hint {
      margin: 4px 0 8px;
      color: var(--pr-muted);
      font-size: 12px;
    }
    .product {
      position: relative;
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 12px;
      margin-bottom: 10px;
      padding: 0 40px 12px 12px;
      border: 1px solid var(--pr-line);
      border-radius: 12px;
    }
    .pr-icon-button {
      position: absolute;
      inset-block-start: 6px;
      inset-inline-end: 4px;
    }
    @media (max-width: 599px) {
      .product {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ProductRows {
  protected readonly most = productLimits.links;
  readonly products = input.required<readonly TypedProduct[]>();
  readonly productsChange = output<readonly TypedProduct[]>();

  /** An empty row is not wrong, only empty. */
  protected wrong(product: TypedProduct, field: ProductField): boolean {
    return !isEmptyProduct(product) && productFaults(product).includes(field);
  }

  protected add(): void {
    this.productsChange.emit([...this.products(), { title: '', url: '', price: '', commission: '' }]);
  }

  protected remove(at: number): void {
    this.productsChange.emit(this.products().toSpliced(at, 1));
  }

  protected change(at: number, change: Partial<TypedProduct>): void {
    this.productsChange.emit(
      this.products().map((one, index) => (index === at ? { ...one, ...change } : one)),
    );
  }
}
