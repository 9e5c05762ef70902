/** The testkit of Comet. */
package org.cometkv.testkit;
