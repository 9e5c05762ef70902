package org.cometkv.actors.dispatch;

/**
 * A message that an actor with a {@link RateMailbox} sends itself to give its thread back in the middle of its work.
 *
 * <p>The actor's turn ends after the message it is at. Its next turn, at the tail of the dispatcher's queue, begins
 * with the control messages that wait, this one among them, before any request: no other request of the object comes
 * between.
 *
 * <p>That is fair where the dispatcher has one queue, and on the threads of {@link HandlerPool}. In a fork-join pool
 * the tail is that of the worker's own queue, and what other threads sent waits until every object there has finished.
 */
public interface YieldMessage {}
