package org.cometkv.examples.story;

/** A filter of the store's replies on their way to a story: tests put wrong ones in their place. */
@FunctionalInterface
public interface ReplyFilter {

    /** The filter that lets every reply through. */
    ReplyFilter NONE = reply -> reply;

    /** The same reply, or another of its kind. */
    Object filter(Object reply);
}
