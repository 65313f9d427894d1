// Stands in for readers that have nothing to do.
setInterval(() => undefined, 1000);
