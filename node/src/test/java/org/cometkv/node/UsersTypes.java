package org.cometkv.node;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * The types of the modules below {@code actors} that applications name, and the rule that they need no others.
 *
 * @param root the package whose children are the modules
 */
record UsersTypes(String root) {

    private static final List<String> BELOW = List.of("aso", "routing", "timers");

    private static final Set<String> NAMED = Set.of(
            "aso.Value",
            "aso.Refusal",
            "aso.Failure",
            "aso.Usage",
            "aso.Version",
            "aso.Script",
            "routing.Key",
            "routing.Contact");

    /** The examples, as users would, do with these types and the packages of {@code actors} that are for users. */
    ArchRule examplesNeedNoOther() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".examples..")
                .should()
                .dependOnClassesThat(
                        describe("are below actors, but not in " + NAMED, type -> isBelow(type) && !isNamed(type)));
    }

    private boolean isBelow(JavaClass type) {
        String place = type.getBaseComponentType().getPackageName() + ".";
        return BELOW.stream().anyMatch(module -> place.startsWith(root + "." + module + "."));
    }

    private boolean isNamed(JavaClass type) {
        String name = type.getBaseComponentType().getName().replaceFirst("\\$.*", "");
        return NAMED.stream().anyMatch(named -> name.equals(root + "." + named));
    }
}
