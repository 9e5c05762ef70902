package org.cometkv.node;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** An execution of one command line in this JVM, with what it printed. */
public record Execution(int exit, String out, String err) {

    public static Execution of(String... args) {
        return of(CometProgram.commandLine(), args);
    }

    static Execution of(CommandLine program, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CometProgram.execute(program.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)), args);
        return new Execution(exit, out.toString(), err.toString());
    }
}
