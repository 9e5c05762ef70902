package org.cometkv.aso.lua;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.aso.Script;
import org.cometkv.routing.Key;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;

/**
 * The compiled scripts of a node, by digest; the least recently used goes first.
 *
 * <p>Thread-safe. Text only: byte code never reaches anything that could read it.
 */
final class Programs {

    private static final int ESCAPE = 0x1b;
    private static final int READS_PAST_END_MAX = 64;
    private static final float LOAD = 0.75f;

    private record Name(Key digest, String chunk) {}

    private final Map<Name, Program> programs;

    Programs(int entriesMax) {
        programs = new LinkedHashMap<>(16, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Name, Program> eldest) {
                return size() > entriesMax;
            }
        };
    }

    Program get(Script script, String chunk) {
        Name name = new Name(script.digest(), chunk);
        synchronized (programs) {
            Program known = programs.get(name);
            if (known != null) {
                return known;
            }
        }
        Program compiled = compile(script.text(), chunk);
        synchronized (programs) {
            Program other = programs.putIfAbsent(name, compiled);
            return other != null ? other : compiled;
        }
    }

    int size() {
        synchronized (programs) {
            return programs.size();
        }
    }

    private static Program compile(byte[] text, String chunk) {
        if (text.length > 0 && text[0] == ESCAPE) {
            return Program.failed(chunk + ": byte code is not accepted");
        }
        try {
            return Program.of(LuaC.instance.compile(new Source(text), "=" + chunk), mayJump(text));
        } catch (LuaError e) {
            return Program.failed(cut(e.getMessage()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The compiler has defects that end so: too many locals, an unfinished escape, and others unknown.
            return Program.failed(chunk + ": syntax error: the compiler cannot read this script");
        }
    }

    private static boolean mayJump(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1).contains("goto");
    }

    private static String cut(String message) {
        return message.length() <= Faults.MESSAGE_BYTES_MAX ? message : message.substring(0, Faults.MESSAGE_BYTES_MAX);
    }

    /** The name by which error messages call the chunk of a prototype. */
    static String chunkName(Prototype p) {
        return Values.string(p.source).substring(1);
    }

    /** The text as a stream that does not let itself be read past its end for ever. */
    private static final class Source extends InputStream {
        private final byte[] text;
        private int at;
        private int past;

        Source(byte[] text) {
            this.text = text;
        }

        @Override
        public int read() {
            if (at < text.length) {
                return text[at++] & 0xff;
            }
            if (++past > READS_PAST_END_MAX) {
                throw new IllegalStateException("the compiler reads on past the end");
            }
            return -1;
        }
    }
}
