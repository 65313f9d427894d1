import type { OrderView, SampleAddressView } from '@poolrise/contracts';
import OrderPage from '../app/collaborations/order/order-page';
import { anOrder } from './an-order';
import { aMembership, aSession, type Opened, openPage } from './opened';

const { id } = anOrder();
/** Where the order of these specs is asked for, and by the platform. */
export const orderPath = `/api/v1/orders/${id}`;
export const deskPath = `/api/v1/order-desk/${id}`;
const asCreator = aSession('creator', { memberships: [aMembership('creator', 'creator')] });
const asOperator = aSession('operator', { memberships: [aMembership('operator', 'platform')] });

/** The page of an order, opened by somebody of the side that the order is seen from. */
export async function openOrder(
  order: OrderView,
  setting: Parameters<typeof openPage>[2] = {},
  /** of an order with a sample: where it goes, which the page asks for once it knows the order */
  address?: SampleAddressView,
): Promise<Opened> {
  const desk = order.side === 'platform';
  const session = desk ? asOperator : asCreator;
  const opened = await openPage(OrderPage, `${desk ? 'order-desk' : 'orders'}/${id}`, {
    route: desk ? 'order-desk/:orderId' : 'orders/:orderId',
    data: desk ? { desk } : {},
    ...(order.side === 'brand' ? {} : { session }),
    ...setting,
  });
  if (address) {
    opened.asked(orderPath).flush(order);
    await opened.settle();
    await opened.answer(`${orderPath}/address`, address);
  } else await opened.answer(desk ? deskPath : orderPath, order);
  return opened;
}

/** Presses what opens a dialog, which is there a turn later. */
export async function pressMove(opened: Opened, words: string): Promise<void> {
  await opened.press(words);
  await opened.settle();
}

export async function pressInMenu(opened: Opened, words: string): Promise<void> {
  await opened.press('More actions');
  await pressMove(opened, words);
}

export async function confirmMove(opened: Opened): Promise<void> {
  opened.find('mat-dialog-container button[type=submit]').click();
  await opened.settle();
}

export const dialogText = (opened: Opened): string =>
  (opened.find('mat-dialog-container').textContent ?? '').replace(/\s+/g, ' ');
