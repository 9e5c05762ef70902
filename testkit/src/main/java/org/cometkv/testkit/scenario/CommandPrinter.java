package org.cometkv.testkit.scenario;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cometkv.aso.Value;

/** The text of commands, one line each; {@link CommandReader} reads it. */
final class CommandPrinter {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.:/-]+");

    private CommandPrinter() {}

    static String print(Step step) {
        String command = print(step.command());
        return step.at()
                .map(at -> "at " + DurationText.print(at) + " " + command)
                .orElse(command);
    }

    static String print(Command command) {
        if (command instanceof Command.Call call) {
            return "node " + call.node() + " " + call(call);
        }
        return command instanceof Command.Fault fault ? fault(fault) : waiting((Command.Wait) command);
    }

    private static String call(Command.Call call) {
        if (call instanceof Command.Put put) {
            return put(put.key(), put.isIfAbsent()) + ValueText.print(put.value());
        }
        if (call instanceof Command.PutObject put) {
            String fields = put.fields().entries().isEmpty() ? "" : " " + ValueText.print(put.fields());
            return put(put.key(), put.isIfAbsent()) + "object " + name(put.object()) + fields;
        }
        if (call instanceof Command.Update update) {
            return "update " + name(update.key()) + " " + ValueText.print(update.value());
        }
        if (call instanceof Command.Get get) {
            return "get " + name(get.key()) + request(get.request());
        }
        if (call instanceof Command.GetFromAll get) {
            return "getFromAll " + name(get.key()) + request(get.request());
        }
        if (call instanceof Command.GetLatest get) {
            return "getLatest " + name(get.key()) + request(get.request());
        }
        if (call instanceof Command.Remove remove) {
            return "remove " + name(remove.key());
        }
        Command.Operate operation = (Command.Operate) call;
        return "do " + name(operation.name())
                + operation.arguments().stream()
                        .map(value -> " " + ValueText.print(value))
                        .collect(Collectors.joining());
    }

    private static String put(String key, boolean isIfAbsent) {
        return "put " + name(key) + (isIfAbsent ? " ifAbsent " : " ");
    }

    private static String request(Value request) {
        return request == Value.NIL ? "" : " " + ValueText.print(request);
    }

    private static String fault(Command.Fault fault) {
        if (fault instanceof Command.Lasting lasting) {
            return fault(lasting.fault()) + " for " + DurationText.print(lasting.time());
        }
        if (fault instanceof Command.Cut cut) {
            return "cut " + link(cut.link());
        }
        if (fault instanceof Command.Heal heal) {
            return "heal " + link(heal.link());
        }
        if (fault instanceof Command.HealAll) {
            return "heal all";
        }
        if (fault instanceof Command.Partition partition) {
            return "partition "
                    + partition.groups().stream().map(CommandPrinter::group).collect(Collectors.joining(" | "));
        }
        if (fault instanceof Command.Slow slow) {
            return "slow " + link(slow.link()) + " " + DurationText.print(slow.delay());
        }
        if (fault instanceof Command.Drop drop) {
            return "drop " + link(drop.link()) + " " + drop.percent() + "%"
                    + (drop.kind().isEmpty() ? "" : " " + drop.kind());
        }
        if (fault instanceof Command.Duplicate duplicate) {
            return "duplicate " + link(duplicate.link()) + " " + duplicate.percent() + "%";
        }
        if (fault instanceof Command.Flood flood) {
            return "node " + flood.node() + " flood " + name(flood.key()) + " " + flood.gets();
        }
        return ofNode(fault);
    }

    private static String ofNode(Command.Fault fault) {
        if (fault instanceof Command.Pause pause) {
            return "pause " + pause.node();
        }
        if (fault instanceof Command.Resume resume) {
            return "resume " + resume.node();
        }
        if (fault instanceof Command.Crash crash) {
            return "crash " + crash.node();
        }
        if (fault instanceof Command.Restart restart) {
            return "restart " + restart.node();
        }
        if (fault instanceof Command.Join join) {
            return "join " + join.node();
        }
        if (fault instanceof Command.Leave leave) {
            return "leave " + leave.node();
        }
        if (fault instanceof Command.Passivate passivate) {
            return "passivate " + passivate.node() + " " + name(passivate.key());
        }
        Command.JumpClock jump = (Command.JumpClock) fault;
        String sign = jump.by().isNegative() ? "" : "+";
        return "clock " + jump.node() + " " + sign + DurationText.print(jump.by());
    }

    private static String waiting(Command.Wait waiting) {
        if (waiting instanceof Command.Advance advance) {
            return "advance " + DurationText.print(advance.time());
        }
        if (waiting instanceof Command.AwaitReplies) {
            return "await replies";
        }
        if (waiting instanceof Command.AwaitQuiet) {
            return "await quiet";
        }
        return waiting instanceof Command.Calm ? "calm" : "read all";
    }

    private static String link(Command.Link link) {
        return link.from() + (link.isOneWay() ? " -> " : " ") + (link.to() == Command.ALL ? "all" : link.to());
    }

    private static String group(List<Integer> nodes) {
        return nodes.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** A name as it is, or in quotes where it would be read as something else. */
    static String name(String name) {
        boolean isPlain = PLAIN_NAME.matcher(name).matches() && !name.equals("object") && !name.equals("ifAbsent");
        return isPlain ? name : ValueText.quote(name);
    }
}
