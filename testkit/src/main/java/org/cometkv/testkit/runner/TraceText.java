package org.cometkv.testkit.runner;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cometkv.aso.Result;
import org.cometkv.testkit.history.Outcome;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.DurationText;
import org.cometkv.testkit.scenario.ValueText;

/** The words of a trace. Nothing here depends on the JDK: numbers and values are printed by code of our own. */
final class TraceText {

    private TraceText() {}

    /** A line: an instant in seconds, and what happened. */
    static String line(Duration at, String what) {
        return DurationText.seconds(at) + "  " + what;
    }

    /** A call in a few words; its values are in the command that made it. */
    static String call(Command.Call call) {
        String verb = call instanceof Command.Operate
                ? "do"
                : call instanceof Command.GetFromAll
                        ? "getFromAll"
                        : call instanceof Command.GetLatest
                                ? "getLatest"
                                : call instanceof Command.PutObject
                                        ? "put"
                                        : call.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return "node " + call.node() + " " + verb + " " + call.key();
    }

    static String outcome(Outcome outcome) {
        if (outcome instanceof Outcome.Found found) {
            return ValueText.print(found.value()) + " from " + found.node();
        }
        if (outcome instanceof Outcome.FoundAll all) {
            return all.answers().isEmpty()
                    ? "none"
                    : all.answers().stream().map(TraceText::outcome).collect(Collectors.joining(", "));
        }
        if (outcome instanceof Outcome.NotFound) {
            return "not found";
        }
        if (outcome instanceof Outcome.Stored stored) {
            return "stored" + said(stored.said());
        }
        if (outcome instanceof Outcome.Removed removed) {
            return "removed" + said(removed.said());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return "refused " + refused.reason() + said(refused.said());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return "failed: " + failed.message();
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return "broken off: " + unknown.code();
        }
        return outcome instanceof Outcome.Returned returned ? ValueText.print(returned.value()) : "open";
    }

    private static String said(List<Outcome.Said> said) {
        if (said.isEmpty()) {
            return "";
        }
        return said.stream()
                .map(each -> each.node() + " " + each.word().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", " (", ")"));
    }

    /** The result of an event in a word and its value or reason. */
    static String result(Result result) {
        if (result instanceof Result.Completed completed) {
            return "gave " + ValueText.print(completed.value());
        }
        if (result instanceof Result.Redirected redirected) {
            return "redirected to " + redirected.key();
        }
        if (result instanceof Result.Refused refused) {
            return "refused " + refused.reason();
        }
        if (result instanceof Result.Faulted faulted) {
            return "error " + faulted.message();
        }
        return "limit " + ((Result.Exceeded) result).message();
    }

    /** The text of an event of the members without what changes from run to run. */
    static String member(String event) {
        String name = event.replaceFirst("\\[.*", "").toLowerCase(Locale.ROOT);
        if (name.equals("known")) {
            return "knows all members";
        }
        String node = event.replaceFirst(".*host=node-(\\d+).*", "$1");
        return node.equals(event) ? "is told that it is " + name : "is told that node " + node + " " + words(name);
    }

    private static String words(String name) {
        return switch (name) {
            case "joined" -> "has joined";
            case "suspected" -> "is silent";
            case "recovered" -> "answers again";
            default -> "is gone";
        };
    }
}
