package org.cometkv.aso.lua.script;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.routing.Key;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;

/**
 * The compiled scripts of a node, by digest, within a bound in bytes; the least recently used goes first.
 *
 * <p>Thread-safe; one thread at a time compiles. Text only: byte code never reaches anything that could read it.
 */
public final class Programs {

    private static final int ESCAPE = 0x1b;
    private static final int MARK_LENGTH = 16;
    private static final int READS_PAST_END_MAX = 64;
    private static final float LOAD = 0.75f;

    private record Name(Key digest, String chunk) {}

    private final Map<Name, Program> programs = new LinkedHashMap<>(16, LOAD, true);
    private final Object compiler = new Object();
    private final long bytesMax;
    private final UnaryOperator<LuaString> shared;
    private long bytes;

    /**
     * A store without programs.
     *
     * @param bytesMax bytes of heap that programs may take together
     * @param shared gives the one string of the sandbox that equals a constant of a script, or the constant itself
     */
    public Programs(long bytesMax, UnaryOperator<LuaString> shared) {
        this.bytesMax = bytesMax;
        this.shared = shared;
    }

    /** The program of a script if it is kept, else null. */
    public Program known(Script script, String chunk) {
        synchronized (programs) {
            return programs.get(new Name(script.digest(), chunk));
        }
    }

    /** The program of a script; it is compiled first, which may take milliseconds, unless it is kept. */
    public Program get(Script script, String chunk) {
        Program known = known(script, chunk);
        if (known != null) {
            return known;
        }
        synchronized (compiler) {
            Program other = known(script, chunk);
            return other != null ? other : keep(script, chunk);
        }
    }

    private Program keep(Script script, String chunk) {
        // No script has a string that names the digest of its own text.
        Program compiled =
                compile(script.text(), chunk, script.digest().toString().substring(0, MARK_LENGTH));
        synchronized (programs) {
            programs.put(new Name(script.digest(), chunk), compiled);
            bytes += compiled.bytes;
            Iterator<Program> eldest = programs.values().iterator();
            while (bytes > bytesMax) {
                bytes -= eldest.next().bytes;
                eldest.remove();
            }
        }
        return compiled;
    }

    private Program compile(byte[] text, String chunk, String mark) {
        if (text.length > 0 && text[0] == ESCAPE) {
            return Program.failed(chunk + ": byte code is not accepted");
        }
        SourceScan scan = new SourceScan(unmarked(text));
        if (scan.error().isEmpty()) {
            try {
                Prototype main = LuaC.instance.compile(new Source(scan.marked(mark)), "=" + chunk);
                return Program.of(main, scan.mayJump(), LuaString.valueOf(mark), shared);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                // Said below, of the script as it was written.
            }
        }
        return Program.failed(error(scan, chunk));
    }

    /** The text without the mark of UTF-8 that some editors put in front, as Lua reads a file. */
    private static byte[] unmarked(byte[] text) {
        boolean isMarked =
                text.length >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf;
        return isMarked ? Arrays.copyOfRange(text, 3, text.length) : text;
    }

    private static String error(SourceScan scan, String chunk) {
        Source source = new Source(scan.error().isPresent() ? scan.beforeError() : scan.readable());
        String missed = chunk + ":" + scan.error().orElse("0: syntax error");
        try {
            LuaC.instance.compile(source, "=" + chunk);
            return missed;
        } catch (LuaError e) {
            boolean isAtEnd = source.near().equals(SourceScan.END_SHOWN);
            return isAtEnd && scan.error().isPresent() ? missed : SyntaxErrors.of(e.getMessage(), source.near());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The compiler has defects that end so: too many locals, an unfinished escape, and others unknown.
            return chunk + ":" + source.line() + ": syntax error: the compiler cannot read this script"
                    + (e instanceof NullPointerException ? " (too many local variables?)" : "");
        }
    }

    /** The name by which error messages call the chunk of a prototype. */
    public static String chunkName(Prototype p) {
        return LuaStrings.decode(p.source).substring(1);
    }

    /**
     * The text as a stream that does not let itself be read past its end for ever.
     *
     * <p>A blank follows the text, so that having read its last token differs from having read its end.
     */
    private static final class Source extends InputStream {
        private final byte[] text;
        private int at;

        Source(byte[] text) {
            this.text = text;
        }

        @Override
        public int read() {
            int read = at++;
            if (read < text.length) {
                return text[read] & 0xff;
            }
            if (read > text.length + READS_PAST_END_MAX) {
                throw new IllegalStateException("the compiler reads on past the end");
            }
            return read == text.length ? ' ' : -1;
        }

        /** The token that the compiler read last: it looks at the byte after it. */
        String near() {
            return new SourceScan(text).near(at - 1);
        }

        int line() {
            return new SourceScan(text).line(Math.min(at, text.length));
        }
    }
}
