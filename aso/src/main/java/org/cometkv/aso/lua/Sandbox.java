package org.cometkv.aso.lua;

import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.script.Programs;
import org.cometkv.routing.Key;

/**
 * Where scripts of strangers run: compiled once for all objects of a node, confined, metered.
 *
 * <p>Thread-safe; {@link Instance} and {@link Scratch} are not. Nothing that a script does reaches the caller as an
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
     * @param programsBytes bytes of heap that compiled scripts may take together; a larger one is not kept
     * @param hashSeed any secret number; it scatters the keys of tables and shows nowhere
     * @throws IllegalArgumentException if {@code programsBytes} is not positive
     */
    public Sandbox(long programsBytes, long hashSeed) {
        if (programsBytes < 1) {
            throw new IllegalArgumentException("programs-bytes is " + programsBytes + "; it must be 1 or more");
        }
        this.programs = new Programs(programsBytes, InternedNames::shared);
        this.hashSeed = hashSeed;
    }

    /** New scratch memory. */
    public Scratch scratch() {
        return new Scratch(hashSeed);
    }

    /**
     * Whether an object of this script can be made at once: its program is kept, or the script is refused anyway. If
     * not, {@link #compile} belongs before {@link #instance}, where it holds up nobody.
     */
    public boolean isCompiled(Script script, Limits limits) {
        return script.length() > limits.scriptBytes() || programs.known(script, CHUNK) != null;
    }

    /** Compiles a script, unless that is done; this takes up to 20 ms of CPU, and one thread does it at a time. */
    public void compile(Script script) {
        programs.get(script, CHUNK);
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
        return new Instance(key, script, () -> programs.get(script, chunkName), limits, seed);
    }
}
