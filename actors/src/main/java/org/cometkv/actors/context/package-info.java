/**
 * The identity, settings, seams, view, clock of versions and flags that all parts of one node share.
 *
 * <pre>
 *   NodeContext ┬ self, writer, settings
 *               ├ clock, network, members     the seams
 *               ├ PublishedView               who owns keys, read by every thread
 *               ├ HybridClock                 versions
 *               ├ ReadyFlag                   from when on it takes part
 *               └ ShutdownFlag                until when
 * </pre>
 *
 * <p>Decisions. 2026-11-30: what only hosted objects share is {@code objects.HostingContext}; the context knows no
 * part of the node, so that every part may know it.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.context;
