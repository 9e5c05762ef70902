package org.cometkv.actors;

import org.cometkv.aso.Usage;
import org.cometkv.routing.Contact;

/**
 * The source of an answer and its cost.
 *
 * @param replica the node that answered
 * @param asked how many nodes were asked for it
 */
public record AnswerSource(Contact replica, int asked, Usage usage) {}
