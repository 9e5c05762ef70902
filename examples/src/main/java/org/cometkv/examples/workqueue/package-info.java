/**
 * A work queue: the topic's own code decides who gets what.
 *
 * <p><b>What it is for.</b> Jobs are for one worker each, the one that has the least to do: a policy that is a few
 * lines of the queue itself.
 *
 * <p><b>How it works.</b> Each worker subscribes with its name and gets messages with that tag only. The queue counts
 * what each has in hand and tags a job with the name of the least busy one; a worker puts {@code done} when it has
 * finished. A worker's credit is one: the next job waits at its node until the stage of the one before is complete.
 *
 * <p><b>What it does not promise.</b> There is one replica, so that no job is given twice: the queue ends with its
 * node. Jobs of a worker that ended are not given to others; a queue with a timer could do so.
 */
package org.cometkv.examples.workqueue;
