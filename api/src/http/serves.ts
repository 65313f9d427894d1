import { applyDecorators, Delete, Get, HttpCode, Post, SetMetadata } from '@nestjs/common';
import { operations, type Operation, type OperationId } from '@poolrise/contracts';

export const ACCESS = 'access';
export const OPERATION = 'operation';
/** For the few routes outside the contract that anybody may call; a route that says nothing is closed. */
export const OpenToAll = (): MethodDecorator =>
  SetMetadata(ACCESS, { open: true } satisfies Operation['access']);

const verbs = { get: Get, post: Post, delete: Delete };

/** Marks the method that serves an operation of the contract: address, status and who may call all come from there. */
export function Serves(id: OperationId): MethodDecorator {
  const operation: Operation = operations[id];
  return applyDecorators(
    verbs[operation.method](operation.path.replace(/{(\w+)}/g, ':$1')),
    HttpCode(operation.answer.status),
    SetMetadata(ACCESS, operation.access),
    SetMetadata(OPERATION, id),
  );
}
