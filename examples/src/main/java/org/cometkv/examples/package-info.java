/** The examples of Comet. */
package org.cometkv.examples;
