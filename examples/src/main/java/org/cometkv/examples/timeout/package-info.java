/**
 * Flexible timeout: a value that ends when its writer says.
 *
 * <p><b>What it is for.</b> Vanish split the keys of self-destructing mail over a DHT and had to live with the DHT's
 * one timeout of eight hours. Here each object brings its own, from seconds to years, and any store will do.
 *
 * <p><b>How it works.</b> {@code onPut} turns the field {@code lifetime} (seconds) into a deadline. {@code onGet}
 * looks at the clock first and gives nothing once the deadline is there, whether a timer has fired or not.
 * {@code onTimer} ends the object, which gives its memory back though nobody reads it any more; how soon is
 * {@code timer}, the node's default (ten minutes) if it is not given. A put with a field {@code deadline}
 * (milliseconds since 1970) sets it outright, so that all replicas agree to the millisecond of their clocks.
 *
 * <p><b>What it does not promise.</b> A deadline is as good as the clock of the hosting node. Whoever hosts the object
 * could read it before, and keep it; so can every reader. {@code ttl} is the store's own timeout for objects that need
 * no more than that: this one may look at anything else as well, such as who asks.
 */
package org.cometkv.examples.timeout;
