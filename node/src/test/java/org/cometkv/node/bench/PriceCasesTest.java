package org.cometkv.node.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.Instance;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.aso.lua.Step;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.Lua;

/** The cases of {@code comet bench prices} cover all that a script can do, and run under the default limits. */
class PriceCasesTest {

    /** The compiler gives the first only in scripts that are longer than any may be; the other never runs by itself. */
    private static final Set<String> NEVER_EXECUTED = Set.of("OP_LOADKX", "OP_EXTRAARG");

    /** All functions that a script finds from its globals, by their full names. */
    private static final String WALK = """
            local names = {"ipairs.next"}
            assert(ipairs({}) ~= next)
            for name, value in pairs(_G) do
              if type(value) == "function" then names[#names + 1] = name end
              if type(value) == "table" and value ~= _G and value ~= aso then
                for field, inner in pairs(value) do
                  if type(inner) == "function" then names[#names + 1] = name .. "." .. field end
                end
              end
            end
            return names
            """;

    @Test
    void everyLibraryFunction_isCovered() {
        Set<String> covered = covered();

        assertThat(functions()).contains("string.format", "comet.put", "next").isSubsetOf(covered);
    }

    @Test
    void everyInstruction_isCovered() {
        assertThat(instructions()).contains("OP_MOVE", "OP_VARARG").isSubsetOf(covered());
    }

    @Test
    void everythingCovered_exists() {
        Set<String> known = new TreeSet<>(functions());
        known.addAll(instructions());

        assertThat(covered()).isSubsetOf(known);
    }

    static List<String> names() {
        return PriceCases.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCase_isAsTheManualSays(String name) {
        PriceCase of = PriceCases.named(name);

        assertThat(of.script().length()).isLessThanOrEqualTo(Limits.DEFAULTS.scriptBytes());
        assertThat(of.times()).isPositive();
        assertThat(of.before()).isNotNegative();
        assertThat(of.covers()).isNotEmpty();
        if (of.phase() != PriceCase.Phase.CHUNK) {
            assertThat(new PriceTrial(of).object().live()).isPositive();
        }
        if (of.holding() == PriceCase.Holding.YES) {
            assertThat(of.phase()).isIn(PriceCase.Phase.CHUNK, PriceCase.Phase.EVENT, PriceCase.Phase.WAIT);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 1 | does not begin with a sentence",
                "-- A case. | does not say what it covers",
                "-- A case.\\n-- covers: next\\n-- covers: next | has 'covers' in its header",
                "-- A case.\\n-- cover: next | has 'cover' in its header",
                "-- A case.\\n-- covers: next\\n-- request: [true] | a request has no VALUE_TRUE",
                "-- A case.\\n-- covers: next\\n-- request: [1 | no JSON",
                "-- A case.\\n-- covers: next\\n-- phase: never | NEVER"
            })
    void header_thatIsNone_isRefused(String header, String message) {
        assertThatThrownBy(() -> PriceCase.parse("name", header.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void request_isReadFromTheHeader() {
        PriceCase of = PriceCase.parse("name", "-- A case.\n-- covers: next\n-- request: [1.5,\"x\",{\"y\":[]}]\n");

        Value.Table request = (Value.Table) of.request();

        assertThat(request.listed(0)).isEqualTo(Value.of(1.5));
        assertThat(request.listed(1)).isEqualTo(Value.of("x"));
        assertThat(((Value.Table) request.listed(2)).get("y")).isEqualTo(Value.table());
    }

    static List<String> awkwardScripts() {
        return AwkwardScripts.names();
    }

    @ParameterizedTest
    @MethodSource("awkwardScripts")
    void awkwardScript_isLong_andCompiles(String name) {
        Script script = Script.of(AwkwardScripts.text(name));

        assertThat(script.length()).isBetween(Limits.DEFAULTS.scriptBytes() * 9 / 10, Limits.DEFAULTS.scriptBytes());
        assertThat(evaluate(script)).isEqualTo(new Result.Completed(Value.NIL));
    }

    private static Set<String> covered() {
        return PriceCases.names().stream()
                .flatMap(name -> PriceCases.named(name).covers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> functions() {
        Value.Table names = (Value.Table) ((Result.Completed) evaluate(Script.of(WALK))).value();
        return IntStream.range(0, names.listSize())
                .mapToObj(i -> ((Value.Bytes) names.listed(i)).utf8())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Result evaluate(Script script) {
        Sandbox sandbox = new Sandbox(1 << 20, 0);
        Instance object = sandbox.instance(Key.of("object"), script, Limits.DEFAULTS, 0);
        return ((Step.Ended) object.evaluate(sandbox.scratch(), PricesNode.host(true)))
                .outcome()
                .result();
    }

    private static Set<String> instructions() {
        return Arrays.stream(Lua.class.getFields())
                .filter(field -> field.getName().startsWith("OP_") && isExecuted(field))
                .map(Field::getName)
                .filter(name -> !NEVER_EXECUTED.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Behind the last instruction there are numbers of operators that the compiler uses inside. */
    private static boolean isExecuted(Field opcode) {
        try {
            return opcode.getInt(null) <= Lua.OP_EXTRAARG;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
