/**
 * A market ticker: many prices a second, and subscribers that want the latest of some.
 *
 * <p><b>What it is for.</b> A screen shows ten prices a second at most, whatever the market does: what it wants is the
 * latest price of each symbol, not all prices late.
 *
 * <p><b>How it works.</b> Each message has the symbol as its conflation key, so that a price that waits for a
 * subscriber makes room for the next one of its symbol; {@code maxRate} lets them wait. The symbol is also a tag: the
 * subscriber gets those that it asked for, and no Lua runs to decide that. The snapshot is all prices as of the first
 * message.
 *
 * <p><b>What it does not promise.</b> Prices that were replaced while they waited are never seen, by intention; each
 * message says how many were skipped. The object takes whatever price it is given.
 */
package org.cometkv.examples.ticker;
