package org.cometkv.aso.lua.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The questions of a test to classes that a {@link CountingLoader} has defined, in types that both sides share. */
public interface Driver {

    /** Runs a file of the hostile set, or of the cases for the price list, through all that can be done with it. */
    List<Measured> measure(Path file) throws IOException;

    /** The same of a script that is no file. */
    List<Measured> measure(String name, String script, int times) throws IOException;

    /** Full names of all functions of the libraries. */
    Set<String> functions();

    /** All instructions of Lua 5.2, as {@code OP_NAME}. */
    Set<String> instructions();

    /** How often each function was called since {@link Work#forget}. */
    Map<String, Integer> called();

    /** The instructions that were executed since {@link Work#forget}. */
    Set<String> executed();
}
