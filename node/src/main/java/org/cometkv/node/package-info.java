/** The node of Comet. */
package org.cometkv.node;
