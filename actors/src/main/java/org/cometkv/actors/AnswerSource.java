package org.cometkv.actors;

import org.cometkv.aso.Usage;
import org.cometkv.routing.Contact;

/**
 * Where an answer came from and what it cost.
 *
 * @param replica the node that answered
 * @param asked how many nodes were asked for it
 */
public record AnswerSource(Contact replica, int asked, Usage usage) {}
