/**
 * A month of contacts of an invented Hong Kong company, with the truth about them. The company, its customers, numbers
 * and addresses are made up; the shares that steer it are published ones where {@link
 * io.throughline.testkit.simulator.Preferences} says so.
 */
package io.throughline.testkit.simulator;
