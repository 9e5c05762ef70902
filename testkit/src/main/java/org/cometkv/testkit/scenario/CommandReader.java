package org.cometkv.testkit.scenario;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Value;

/** A reader of commands; {@link CommandPrinter} writes what it reads. */
final class CommandReader {

    static final int FLOOD_MAX = 1_000_000;

    private CommandReader() {}

    /** The step of a line. */
    static Step step(LineReader line) {
        Step step = line.take("at") ? Step.at(line.duration(), lasting(line)) : Step.of(lasting(line));
        line.end();
        return step;
    }

    private static Command lasting(LineReader line) {
        Command command = command(line);
        if (!line.take("for")) {
            return command;
        }
        if (command instanceof Command.Fault fault && Command.hasEnd(fault)) {
            return new Command.Lasting(fault, line.duration());
        }
        throw line.error("only cut, partition, slow, drop, duplicate, pause, crash and leave are for a time");
    }

    private static Command command(LineReader line) {
        String word = line.word();
        return switch (word) {
            case "node" -> call(line.node(), line);
            case "cut" -> new Command.Cut(link(line));
            case "heal" -> line.take("all") ? new Command.HealAll() : new Command.Heal(link(line));
            case "partition" -> partition(line);
            case "slow" -> new Command.Slow(link(line), line.duration());
            case "drop" -> new Command.Drop(link(line), line.percent(), kind(line));
            case "duplicate" -> new Command.Duplicate(link(line), line.percent());
            case "pause" -> new Command.Pause(line.node());
            case "resume" -> new Command.Resume(line.node());
            case "crash" -> new Command.Crash(line.node());
            case "restart" -> new Command.Restart(line.node());
            case "join" -> new Command.Join(line.node());
            case "leave" -> new Command.Leave(line.node());
            case "passivate" -> new Command.Passivate(line.node(), key(line));
            case "clock" -> new Command.JumpClock(line.node(), line.signedDuration());
            case "advance" -> new Command.Advance(line.duration());
            case "await" -> await(line);
            case "calm" -> new Command.Calm();
            case "read" -> readAll(line);
            default ->
                throw line.error("\"" + word + "\" is no command; there are node, cut, heal, partition, slow,"
                        + " drop, duplicate, pause, resume, crash, restart, join, leave, passivate, clock,"
                        + " advance, await, calm, read");
        };
    }

    private static Command call(int node, LineReader line) {
        String word = line.word();
        return switch (word) {
            case "put" -> put(node, line);
            case "update" -> new Command.Update(node, key(line), line.value());
            case "get" -> new Command.Get(node, key(line), request(line));
            case "getFromAll" -> new Command.GetFromAll(node, key(line), request(line));
            case "getLatest" -> new Command.GetLatest(node, key(line), request(line));
            case "remove" -> new Command.Remove(node, key(line));
            case "flood" -> new Command.Flood(node, key(line), line.number("a flood", 1, FLOOD_MAX));
            case "do" -> new Command.Operate(node, line.name("an operation"), arguments(line));
            default ->
                throw line.error("\"" + word + "\" is nothing that is done at a node; there are put, update,"
                        + " get, getFromAll, getLatest, remove, flood, do");
        };
    }

    private static Command put(int node, LineReader line) {
        String key = key(line);
        boolean isIfAbsent = line.take("ifAbsent");
        if (!line.take("object")) {
            return new Command.Put(node, key, line.value(), isIfAbsent);
        }
        String object = line.name("an object");
        Value fields = line.isAtEnd() ? Value.table() : line.value();
        if (fields instanceof Value.Table table) {
            return new Command.PutObject(node, key, object, table, isIfAbsent);
        }
        throw line.error("the fields of an object are a table, not " + ValueText.print(fields));
    }

    private static String key(LineReader line) {
        return line.name("a key");
    }

    private static Value request(LineReader line) {
        return line.isAtEnd() ? Value.NIL : line.value();
    }

    private static List<Value> arguments(LineReader line) {
        List<Value> all = new ArrayList<>();
        while (!line.isAtEnd()) {
            all.add(line.value());
        }
        return all;
    }

    private static String kind(LineReader line) {
        if (line.isAtEnd() || line.isNext("for")) {
            return "";
        }
        String kind = line.word();
        if (!kind.matches("[a-z]+")) {
            throw line.error("the kind of what is lost is a word such as put or hello, not \"" + kind + "\"");
        }
        return kind;
    }

    private static Command.Link link(LineReader line) {
        int from = line.node();
        boolean isOneWay = line.take("->");
        int to = line.take("all") ? Command.ALL : line.node();
        if (from == to) {
            throw line.error("a connection is of two nodes, not of " + from + " with itself");
        }
        return new Command.Link(from, to, isOneWay);
    }

    private static Command partition(LineReader line) {
        List<List<Integer>> groups = new ArrayList<>();
        groups.add(new ArrayList<>());
        List<Integer> named = new ArrayList<>();
        while (!line.isAtEnd() && !line.isNext("for")) {
            if (line.take("|")) {
                groups.add(new ArrayList<>());
                continue;
            }
            int node = line.node();
            if (named.contains(node)) {
                throw line.error("node " + node + " is in two groups");
            }
            named.add(node);
            groups.get(groups.size() - 1).add(node);
        }
        if (groups.stream().anyMatch(List::isEmpty)) {
            throw line.error("a group of a partition is of one node or more, with | between groups");
        }
        return new Command.Partition(groups);
    }

    private static Command await(LineReader line) {
        if (line.take("replies")) {
            return new Command.AwaitReplies();
        }
        if (line.take("quiet")) {
            return new Command.AwaitQuiet();
        }
        throw line.error("what is awaited is replies or quiet, not \"" + line.rest() + "\"");
    }

    private static Command readAll(LineReader line) {
        if (line.take("all")) {
            return new Command.ReadAll();
        }
        throw line.error("what is read is all, not \"" + line.rest() + "\"");
    }
}
