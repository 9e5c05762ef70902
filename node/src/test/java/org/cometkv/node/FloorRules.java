package org.cometkv.node;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The packages of {@code actors} and of the sandbox, and the rules that their arrows point downward only.
 *
 * @param root the package whose children are the modules
 */
record FloorRules(String root) {

    /** The packages that have floors below them, all of which they may use. */
    static final List<String> TOPS = List.of("actors", "aso.lua");

    /** The packages below those, and the ones beside it that each may use. */
    private static final Map<String, List<String>> FLOORS = floors();

    private static Map<String, List<String>> floors() {
        Map<String, List<String>> floors = new TreeMap<>();
        floors.put("actors.trust", List.of());
        floors.put("actors.wire", List.of("trust"));
        floors.put("actors.seam", List.of("wire"));
        floors.put("actors.settings", List.of("trust", "wire"));
        floors.put("actors.requests", List.of("wire"));
        floors.put("actors.subscriptions", List.of("requests", "wire", "seam", "settings", "context"));
        floors.put("actors.coordination", List.of("requests", "wire"));
        floors.put("actors.context", List.of("seam", "settings", "requests"));
        floors.put("actors.storage", List.of("wire", "seam", "context"));
        floors.put("actors.pekko", List.of("seam", "wire"));
        floors.put("actors.dispatch", List.of("settings", "pekko"));
        floors.put("actors.authorization", List.of("trust", "wire", "seam", "settings", "context"));
        floors.put("actors.peers", List.of("requests", "wire", "seam", "settings", "context"));
        floors.put("actors.membership", List.of("peers", "requests", "wire", "seam", "settings", "context"));
        floors.put("actors.changes", List.of("authorization", "conduct", "trust", "wire"));
        floors.put("actors.conduct", List.of("settings", "wire"));
        floors.put("actors.rest", List.of("conduct", "wire"));
        floors.put(
                "actors.objects",
                List.of(
                        "changes",
                        "conduct",
                        "rest",
                        "authorization",
                        "dispatch",
                        "subscriptions",
                        "requests",
                        "wire",
                        "seam",
                        "settings",
                        "context",
                        "trust"));
        floors.put("actors.repair", List.of("objects", "requests", "wire", "seam", "settings", "context"));
        floors.put(
                "actors.replicas",
                List.of(
                        "repair",
                        "storage",
                        "objects",
                        "changes",
                        "conduct",
                        "rest",
                        "authorization",
                        "requests",
                        "wire",
                        "seam",
                        "settings",
                        "context"));
        floors.put("aso.lua.metering", List.of());
        floors.put("aso.lua.text", List.of("metering"));
        floors.put("aso.lua.script", List.of("text", "metering"));
        return floors;
    }

    /** The names of the floors, each with its top. */
    static Set<String> names() {
        return FLOORS.keySet();
    }

    /** A floor uses those below it only, and never its top: nothing below the sandbox's machine knows it. */
    ArchRule floorDependsOnThoseBelow(String floor) {
        String top = floor.substring(0, floor.lastIndexOf('.'));
        List<String> allowed = FLOORS.get(floor);
        return noClasses()
                .that(describe("are in " + floor, type -> isIn(type, floor)))
                .should()
                .dependOnClassesThat(describe(
                        "are in " + top + ", but not in " + allowed,
                        type -> (placeOf(type) + ".").startsWith(root + "." + top + ".")
                                && !isIn(type, floor)
                                && allowed.stream().noneMatch(below -> isIn(type, top + "." + below))))
                .allowEmptyShould(true);
    }

    /** The floors of the sandbox are public for the sandbox alone. */
    ArchRule sandboxIsSeenFromItsTop() {
        String top = root + ".aso.lua";
        return noClasses()
                .that()
                .resideOutsideOfPackage(top + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(top + ".*..");
    }

    private boolean isIn(JavaClass type, String place) {
        return placeOf(type).equals(root + "." + place);
    }

    private static String placeOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }
}
