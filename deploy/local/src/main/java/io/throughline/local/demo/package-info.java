/** The demonstration: a simulated month in, a comparison with its truth out. */
package io.throughline.local.demo;
