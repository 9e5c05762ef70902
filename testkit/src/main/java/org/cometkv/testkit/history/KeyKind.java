package org.cometkv.testkit.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cometkv.testkit.scenario.Command;
import org.cometkv.testkit.scenario.Scenario;

/**
 * The kinds of keys that invariants about contents tell apart, by the objects that a scenario puts there.
 *
 * <p>The scripts of the objects are here, because the invariants rely on how they behave.
 */
public enum KeyKind {
    /** A passive value, or an object that holds the last value put or is replaced by it. */
    REGISTER,
    /** An object that keeps every value put, in a list. */
    MERGING,
    /** An object that counts its timer. */
    TIMED,
    /** An object that asks the other replicas. */
    ASKING,
    /** Anything else: no invariant about contents looks at it. */
    OTHER;

    /** The period of the object that counts its timer, in seconds. */
    static final int PERIOD_SECONDS = 5;

    private static final String LATEST = """
            function onUpdate(caller, value)
              self.value = value
            end
            """;

    private static final String PICKY = """
            aso.asked = 0
            function onGet()
              self.asked = self.asked + 1
              return self.value
            end
            function onUpdate(caller, value)
              if self.asked % 4 == 3 then
                return false
              end
              self.value = value
            end
            """;

    private static final String RENEWED = """
            function onUpdate(caller, value, object)
              if object.renews then
                return true
              end
              self.value = value
            end
            """;

    private static final String PASSING = """
            function onUpdate(caller, value)
              return true
            end
            """;

    private static final String MERGE = """
            aso.accept = "all"
            aso.taken = {}
            function onUpdate(caller, value)
              self.taken[#self.taken + 1] = value
            end
            function onGet()
              return self.taken
            end
            """;

    private static final String TICKING = """
            aso.timer = 5
            aso.ticks = 0
            function onTimer()
              self.ticks = self.ticks + 1
            end
            function onGet()
              return self.ticks
            end
            function onUpdate(caller, value)
              self.value = value
            end
            """;

    private static final String ASK = """
            function onGet(caller, request)
              if request == "plain" then
                return self.value
              end
              local answers = comet.get(comet.key(), nil, "plain")
              return answers and #answers or -1
            end
            function onUpdate(caller, value)
              self.value = value
            end
            """;

    /** The scripts of the objects by the names that scenarios give them. */
    public static Map<String, String> scripts() {
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put("latest", LATEST);
        scripts.put("picky", PICKY);
        scripts.put("renewed", RENEWED);
        scripts.put("passing", PASSING);
        scripts.put("merging", MERGE);
        scripts.put("ticking", TICKING);
        scripts.put("asking", ASK);
        return scripts;
    }

    /** The kind of a key of a scenario. */
    public static KeyKind of(Scenario scenario, String key) {
        if (scenario.commands().stream().anyMatch(command -> command instanceof Command.Operate)) {
            // An operation of a user may write anything.
            return OTHER;
        }
        Set<String> objects = scenario.commands().stream()
                .filter(command -> command instanceof Command.PutObject)
                .map(command -> (Command.PutObject) command)
                .filter(put -> put.key().equals(key))
                .map(Command.PutObject::object)
                .collect(Collectors.toSet());
        if (objects.isEmpty()) {
            return REGISTER;
        }
        if (objects.size() > 1) {
            return OTHER;
        }
        String object = objects.iterator().next();
        if (!scripts()
                .getOrDefault(object, "")
                .strip()
                .equals(scenario.objects().get(object).strip())) {
            return OTHER;
        }
        return switch (object) {
            case "latest", "picky", "renewed", "passing" -> REGISTER;
            case "merging" -> MERGING;
            case "ticking" -> TIMED;
            default -> ASKING;
        };
    }
}
