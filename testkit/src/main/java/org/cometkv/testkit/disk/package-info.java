/**
 * Disks of simulated nodes: what was written and not synced is lost in a crash, all of it or its end; a sync may fail,
 * and there may be no room.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.testkit.disk;
