package org.cometkv.aso.lua;

import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.routing.Key;

/**
 * Where scripts of strangers run: compiled once for all objects of a node, confined, metered.
 *
 * <p>Thread-safe; {@link Instance} and {@link Worker} are not. Nothing that a script does reaches the caller as an
 * exception.
 */
public final class Sandbox {

    /** What error messages call a script whose name is not known. */
    public static final String CHUNK = "script";

    private final Programs programs;
    private final long hashSeed;

    /**
     * A sandbox.
     *
     * @param programsMax how many compiled scripts are kept
     * @param hashSeed any secret number; it scatters the keys of tables and shows nowhere
     * @throws IllegalArgumentException if {@code programsMax} is not positive
     */
    public Sandbox(int programsMax, long hashSeed) {
        if (programsMax < 1) {
            throw new IllegalArgumentException("programs-max is " + programsMax + "; it must be 1 or more");
        }
        this.programs = new Programs(programsMax);
        this.hashSeed = hashSeed;
    }

    /** New scratch memory. */
    public Worker worker() {
        return new Worker(hashSeed);
    }

    /**
     * An object in which nothing has run yet.
     *
     * @param seed where its random numbers begin
     */
    public Instance instance(Key key, Script script, Limits limits, long seed) {
        return instance(key, script, limits, seed, CHUNK);
    }

    /** The same, with the name that error messages call the script by. */
    public Instance instance(Key key, Script script, Limits limits, long seed, String chunkName) {
        // A text over the limit is not even compiled; creating or restoring the object says so.
        Program program = script.length() > limits.scriptBytes() ? null : programs.get(script, chunkName);
        return new Instance(key, script, program, limits, seed);
    }
}
