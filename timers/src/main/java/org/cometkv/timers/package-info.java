/** Time as data: schedules of objects, the node's timer wheel, token buckets. Time is always an argument. */
package org.cometkv.timers;
