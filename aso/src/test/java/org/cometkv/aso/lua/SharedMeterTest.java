package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cometkv.aso.lua.metering.Budget;
import org.junit.jupiter.api.Test;

class SharedMeterTest {

    private static final int CLASSES_MIN = 70;

    /** What one object spent there would be missing to all others, until none could look anything up. */
    @Test
    void classesOfTheSandbox_keepNoMeterForAllObjects() throws ReflectiveOperationException, IOException {
        List<String> shared = new ArrayList<>();
        List<Class<?>> classes = classes();
        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && Budget.class.isAssignableFrom(field.getType())) {
                    shared.add(type.getSimpleName() + "." + field.getName());
                }
            }
        }

        assertThat(classes).hasSizeGreaterThan(CLASSES_MIN).contains(Budget.class);
        assertThat(shared).isEmpty();
    }

    /** All classes of the sandbox, those of the packages below it too. */
    static List<Class<?>> classes() throws ReflectiveOperationException, IOException {
        List<Class<?>> classes = new ArrayList<>();
        Path folder = folder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = folder.relativize(file).toString().replace(".class", "");
                if (!name.endsWith("package-info")) {
                    classes.add(
                            Class.forName(Meter.class.getPackageName() + "." + name.replace(File.separatorChar, '.')));
                }
            }
        }
        return classes;
    }

    private static Path folder() {
        try {
            return Path.of(Meter.class.getResource("Meter.class").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
