/** The actors of Comet. */
package org.cometkv.actors;
