// Stands in for a worker in the middle of a long job: it hears the request to end and does not heed it.
process.on('SIGTERM', () => console.log('the worker is busy'));
setInterval(() => undefined, 1000);
