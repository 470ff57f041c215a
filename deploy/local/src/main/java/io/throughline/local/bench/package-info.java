/** Benchmarks: each starts processes of its own, measures, and ends them. How to read them: docs/benchmarks.md. */
package io.throughline.local.bench;
