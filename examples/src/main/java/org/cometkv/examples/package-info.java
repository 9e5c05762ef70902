/**
 * Applications that can be built on Comet: small programs that are read first and run by tests.
 *
 * <p>{@link org.cometkv.examples.EmbeddedExample} is a node in an application. {@link
 * org.cometkv.examples.Applications} lists the applications that the talk showed or named, each in a package of its
 * own with its script, its story and a page that says what it does not promise.
 */
package org.cometkv.examples;
