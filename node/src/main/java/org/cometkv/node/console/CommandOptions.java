package org.cometkv.node.console;

/** The options of the whole program that a command asks for. */
public interface CommandOptions {

    /** The form that the user wants results in. */
    OutputFormat output();
}
