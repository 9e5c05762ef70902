package org.cometkv.node.run;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.aso.codec.ValueCodec;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.UserFile;
import org.cometkv.node.json.ValueJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comet run}: scripts in the sandbox alone, one JSON line for each event. */
@Command(
        name = "run",
        description = {
            "Runs scripts in the sandbox alone, each in a fresh object, without a node.",
            "Prints one JSON line for each event: file, event, outcome (completed, error, limit, refused), value,"
                    + " error, limit (fuel, allocation, live, script, answer, effects), fuel, allocated, live, micros.",
            "Without --event the chunk body itself is the event, and its return is the value. Effects are admitted and"
                    + " not performed, and nobody answers comet.get.",
            "Ends with 4 if a limit was broken, else 3 if a script raised an error, else 5 if something was refused."
        })
public final class RunCommand implements Callable<Integer> {

    private static final String WRITER = "comet";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Lua scripts.")
    private List<String> files;

    @Option(
            names = "--event",
            paramLabel = "E",
            description = "The event to make: onGet, onPut, onUpdate, onRemove, onTimer or onSubscribe.")
    private String event;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "1",
            description = "How often; goes on after a failure. Default: ${DEFAULT-VALUE}.")
    private int times;

    @Option(
            names = "--request",
            paramLabel = "JSON",
            description = "The request of onGet, onRemove and onSubscribe; the timer's name for onTimer.")
    private String request;

    @Option(
            names = "--value",
            paramLabel = "JSON",
            description = "The newcomer's value for onUpdate; for the others the object's field value.")
    private String value;

    @Option(
            names = "--caller",
            paramLabel = "JSON",
            description =
                    "Who calls: an object of id, ip, port, coordinates, writer, key, node, inbox (true or false).")
    private String caller;

    @Option(
            names = "--limit",
            paramLabel = "NAME=N",
            converter = LimitOverride.Converter.class,
            description = "Another bound for a limit: fuel, allocation, depth, effects, value, live, script, answer and"
                    + " the rarer ones that a wrong name lists. Raising live raises live-heap with it.")
    private List<LimitOverride> limits = new ArrayList<>();

    @Option(names = "--state", description = "Add the object's state after the event, as \"state\".")
    private boolean withState;

    @Override
    public Integer call() {
        if (times < 1) {
            throw usage("--times is " + times + "; it must be 1 or more.");
        }
        ScriptRun.Plan plan = plan(LimitOverride.apply(limits));
        // All are looked at before the first one runs, so that a slip in the last name costs no run.
        files.forEach(UserFile::readable);
        long hashSeed = new SecureRandom().nextLong();
        PrintWriter out = spec.commandLine().getOut();
        ExitCode[] exit = {ExitCode.WELL};
        for (String file : files) {
            byte[] text = UserFile.readable(file).read(plan.limits().scriptBytes());
            new ScriptRun(file, text, plan, hashSeed).run(line -> {
                out.println(line.json());
                exit[0] = exit[0].and(line.ending().exit());
            });
            // Flushes, and knows of a reader that is gone: there is no one left to run for.
            if (out.checkError()) {
                break;
            }
        }
        return exit[0].code();
    }

    private ScriptRun.Plan plan(Limits bounds) {
        if (event == null) {
            requireAbsent("--request", request, "needs --event");
            requireAbsent("--value", value, "needs --event");
            requireAbsent("--caller", caller, "needs --event");
            return new ScriptRun.Plan(Optional.empty(), Value.table(), bounds, times, withState);
        }
        RunEvent kind = kind();
        if (!kind.takesRequest()) {
            requireAbsent("--request", request, "has no meaning for " + kind);
        }
        if (!kind.takesCaller()) {
            requireAbsent("--caller", caller, "has no meaning for " + kind);
        }
        Caller local = Caller.local(ScriptRun.SELF, WRITER);
        Caller party = caller == null ? local : json("--caller", caller, text -> CallerJson.parse(text, local));
        Value asked = valueOf("--request", request, bounds.answerBytes());
        Value given = valueOf("--value", value, bounds.valueBytes());
        boolean isHeld = kind != RunEvent.ON_UPDATE && given != Value.NIL;
        return new ScriptRun.Plan(
                Optional.of(make(kind, party, asked, given)),
                isHeld ? Value.table(Map.of("value", given)) : Value.table(),
                bounds,
                times,
                withState);
    }

    private RunEvent kind() {
        List<String> names = new ArrayList<>();
        for (RunEvent kind : RunEvent.values()) {
            if (kind.toString().equals(event)) {
                return kind;
            }
            names.add(kind.toString());
        }
        throw usage("there is no event '" + event + "'; there are " + String.join(", ", names) + ".");
    }

    private Event make(RunEvent kind, Caller party, Value asked, Value given) {
        try {
            return kind.event(party, asked, given);
        } catch (IllegalArgumentException mistake) {
            throw usage(mistake.getMessage() + ".");
        }
    }

    private Value valueOf(String option, String json, int bytesMax) {
        Value read = json == null ? Value.NIL : json(option, json, ValueJson::parse);
        int bytes = ValueCodec.size(read);
        if (bytes > bytesMax) {
            throw usage(option + " has " + bytes + " bytes; the limit is " + bytesMax + ".");
        }
        return read;
    }

    private <T> T json(String option, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException mistake) {
            throw usage(option + " is wrong: " + mistake.getMessage() + ".");
        }
    }

    private void requireAbsent(String option, String given, String why) {
        if (given != null) {
            throw usage(option + " " + why + ".");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
