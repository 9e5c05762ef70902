package org.cometkv.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cometkv.aso.Value;

/** Scenarios survive their text. */
class ScenarioTextTest {

    @Property(tries = 300)
    void parseOfPrint_isTheSame(@ForAll("files") ScenarioFile file) {
        assertThat(ScenarioFile.parse(file.print())).isEqualTo(file);
    }

    @Property(tries = 300)
    void valuesSurviveTheirText(@ForAll("values") Value value) {
        LineReader line = new LineReader(1, ValueText.print(value));

        assertThat(line.value()).isEqualTo(value);
        line.end();
    }

    @Property(tries = 300)
    void numbersSurviveTheirText(@ForAll double number) {
        assertThat(new LineReader(1, ValueText.number(number)).value()).isEqualTo(Value.of(number));
    }

    @Property(tries = 100)
    void rewriting_changesTheTraceOnly(@ForAll("files") ScenarioFile file, @ForAll("traceLines") List<String> lines) {
        String text = "# a comment\n" + file.print();
        List<List<String>> trace =
                file.scenario().steps().stream().map(step -> lines).toList();

        String rewritten = ScenarioFile.rewrite(text, trace);

        assertThat(rewritten).startsWith("# a comment\n");
        assertThat(ScenarioFile.parse(rewritten)).isEqualTo(new ScenarioFile(file.scenario(), trace));
    }

    @Provide
    Arbitrary<ScenarioFile> files() {
        Arbitrary<Map<String, String>> settings =
                Arbitraries.maps(Arbitraries.of("comet.a", "comet.b"), Arbitraries.of("1", "5s", "[a, b]"));
        return Combinators.combine(
                        Arbitraries.integers().between(1, Command.NODES_MAX),
                        Arbitraries.longs(),
                        settings,
                        steps().list().ofMaxSize(20),
                        Arbitraries.of("", "invariant"),
                        traceLines())
                .as(ScenarioTextTest::file);
    }

    private static ScenarioFile file(
            int nodes, long seed, Map<String, String> settings, List<Step> steps, String fails, List<String> lines) {
        Map<String, String> objects = new LinkedHashMap<>();
        objects.put("counter", "aso.count = 0\n\nfunction onGet()\n  return 1\nend");
        objects.put("empty one", "");
        Optional<Scenario.KnownFailure> failure =
                fails.isEmpty() ? Optional.empty() : Optional.of(new Scenario.KnownFailure(fails, "after 17 seeds"));
        List<List<String>> trace = new ArrayList<>();
        steps.forEach(step -> trace.add(lines));
        return new ScenarioFile(new Scenario(nodes, seed, settings, objects, steps, failure), trace);
    }

    @Provide
    Arbitrary<List<String>> traceLines() {
        return Arbitraries.of("0.001  node 1: stored", "  deeper", "# no comment")
                .list()
                .ofMaxSize(3);
    }

    private Arbitrary<Step> steps() {
        Arbitrary<Optional<Duration>> at = Arbitraries.longs()
                .between(0, 10_000_000)
                .map(Duration::ofMillis)
                .optional();
        return Combinators.combine(at, commands()).as(Step::new);
    }

    private Arbitrary<Command> commands() {
        Arbitrary<Integer> node = Arbitraries.integers().between(0, Command.NODES_MAX - 1);
        Arbitrary<String> key =
                Arbitraries.of("k", "a.b:c/d-1", "two words", "quote\"d", "object", "ifAbsent", "é", "\u2028");
        return Arbitraries.oneOf(
                Combinators.combine(node, key, values(), Arbitraries.of(true, false))
                        .as(Command.Put::new),
                Combinators.combine(node, key, tables(), Arbitraries.of(true, false))
                        .as((n, k, t, a) ->
                                new Command.PutObject(n, k, t.listSize() > 1 ? "counter" : "empty one", t, a)),
                Combinators.combine(node, key, values()).as(Command.Update::new),
                Combinators.combine(node, key, values()).as(Command.Get::new),
                Combinators.combine(node, key, values()).as(Command.GetFromAll::new),
                Combinators.combine(node, key, values()).as(Command.GetLatest::new),
                Combinators.combine(node, key).as(Command.Remove::new),
                Combinators.combine(node, key, values().list().ofMaxSize(3)).as(Command.Operate::new),
                Combinators.combine(node, key, Arbitraries.integers().between(1, 1_000))
                        .as(Command.Flood::new),
                faults(),
                waits());
    }

    private Arbitrary<Command> faults() {
        Arbitrary<Command.Link> link = Combinators.combine(
                        Arbitraries.integers().between(0, 49),
                        Arbitraries.integers().between(50, 99),
                        Arbitraries.of(true, false))
                .as(Command.Link::new);
        Arbitrary<Integer> node = Arbitraries.integers().between(0, 99);
        Arbitrary<Integer> percent = Arbitraries.integers().between(1, 100);
        return Arbitraries.oneOf(
                link.map(Command.Cut::new),
                Combinators.combine(link, times()).as((l, t) -> new Command.Lasting(new Command.Cut(l), t)),
                times().map(t -> new Command.Slow(new Command.Link(3, Command.ALL, true), t)),
                times().map(t -> new Command.Lasting(new Command.Partition(List.of(List.of(7), List.of(8))), t)),
                Combinators.combine(node, times()).as((n, t) -> new Command.Lasting(new Command.Crash(n), t)),
                link.map(Command.Heal::new),
                Arbitraries.of(new Command.HealAll(), new Command.Partition(List.of(List.of(0), List.of(1, 2)))),
                Combinators.combine(link, times()).as(Command.Slow::new),
                Combinators.combine(link, percent, Arbitraries.of("", "put")).as(Command.Drop::new),
                Combinators.combine(link, percent).as(Command.Duplicate::new),
                node.map(Command.Pause::new),
                node.map(Command.Resume::new),
                node.map(Command.Crash::new),
                node.map(Command.Restart::new),
                node.map(Command.Join::new),
                node.map(Command.Leave::new),
                Combinators.combine(node, times()).as((n, t) -> new Command.JumpClock(n, t.negated())),
                node.map(n -> new Command.Passivate(n, "a key")));
    }

    private Arbitrary<Command> waits() {
        return Arbitraries.oneOf(
                times().map(Command.Advance::new),
                Arbitraries.of(
                        new Command.AwaitReplies(),
                        new Command.AwaitQuiet(),
                        new Command.Calm(),
                        new Command.ReadAll()));
    }

    private Arbitrary<Duration> times() {
        return Arbitraries.longs().between(0, 100_000_000).map(Duration::ofMillis);
    }

    @Provide
    Arbitrary<Value> values() {
        return Arbitraries.oneOf(scalars(), tables());
    }

    private Arbitrary<Value> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.of(Value.NIL, Value.of(true), Value.of(false), Value.of(-0.0), Value.of(Double.NaN)),
                Arbitraries.doubles().map(Value::of),
                Arbitraries.strings().map(Value::of),
                Arbitraries.bytes().array(byte[].class).map(Value::of));
    }

    private Arbitrary<Value.Table> tables() {
        Arbitrary<Value> held = scalars().filter(value -> value != Value.NIL);
        return Combinators.combine(
                        held.list().ofMaxSize(4),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), held)
                                .ofMaxSize(3))
                .as(ScenarioTextTest::table);
    }

    private static Value.Table table(List<Value> list, Map<String, Value> fields) {
        Value[] pairs = fields.entrySet().stream()
                .flatMap(each -> List.of((Value) Value.of(each.getKey()), each.getValue()).stream())
                .toArray(Value[]::new);
        return Value.Table.wrap(list.toArray(Value[]::new), pairs);
    }
}
