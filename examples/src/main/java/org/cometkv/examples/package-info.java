/** What can be built on Comet: small programs that are read first and run by tests. */
package org.cometkv.examples;
