package org.cometkv.aso.lua.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Type;

/** The costs of methods outside of the rewritten classes, of {@code work/costs.txt} and of {@link CountedCalls}. */
final class CostTable {

    /** The units of a method whose cost is the size of what it gives. */
    static final int RESULT = -1;

    private static final String FUNCTION = "function:";

    private record Listed(String method, int units) {
        boolean names(String name, String descriptor) {
            return method.indexOf('(') < 0 ? method.equals(name) : (name + descriptor).startsWith(method);
        }
    }

    private final Map<String, List<Listed>> listed = new HashMap<>();

    /** A static method that is called instead of another of the same name. */
    record Counted(String owner, String descriptor) {}

    /** From owner, name and descriptor to the method that is called instead. */
    private final Map<String, Counted> counted = new HashMap<>();

    CostTable() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                CostTable.class.getResourceAsStream("/work/costs.txt"), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
        }
        count(CountedCalls.class);
        count(CountedNumbers.class);
    }

    private void count(Class<?> calls) {
        for (Method method : calls.getDeclaredMethods()) {
            CountedCalls.Of owner = method.getAnnotation(CountedCalls.Of.class);
            if (owner != null) {
                counted.put(
                        replaced(owner.value(), method),
                        new Counted(Type.getInternalName(calls), Type.getMethodDescriptor(method)));
            }
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ");
        int units = parts[0].equals("result") ? RESULT : Integer.parseInt(parts[0]);
        List<Listed> methods = listed.computeIfAbsent(parts[1], owner -> new ArrayList<>());
        for (int i = 2; i < parts.length; i++) {
            methods.add(new Listed(parts[i], units));
        }
    }

    /** The method that a counted one stands for: a static one of the same parameters, else one of the first of them. */
    private static String replaced(Class<?> owner, Method counted) {
        for (Method method : owner.getMethods()) {
            boolean isStatic = Modifier.isStatic(method.getModifiers());
            Class<?>[] parameters = counted.getParameterTypes();
            List<Class<?>> own = List.of(parameters).subList(isStatic ? 0 : 1, parameters.length);
            if (method.getName().equals(counted.getName())
                    && !method.isBridge()
                    && own.equals(List.of(method.getParameterTypes()))
                    && (isStatic || parameters[0] == owner)) {
                return key(Type.getInternalName(owner), method.getName(), Type.getMethodDescriptor(method));
            }
        }
        throw new IllegalStateException(owner + " has no method that " + counted + " could stand for");
    }

    private static String key(String owner, String name, String descriptor) {
        return owner + "." + name + descriptor;
    }

    /** The method to call instead. */
    Optional<Counted> counted(String owner, String name, String descriptor) {
        return Optional.ofNullable(counted.get(key(owner, name, descriptor)));
    }

    /** The units of a method that is passed on as a function, where no call of it can be seen. */
    Optional<Integer> functionUnits(String owner, String name, String descriptor) {
        Optional<Integer> own = units(FUNCTION + owner, name, descriptor);
        return own.isPresent() ? own : units(owner, name, descriptor).filter(units -> units != RESULT);
    }

    /** The units of a method, or {@link #RESULT}; empty if it is not listed. The longest entry decides. */
    Optional<Integer> units(String owner, String name, String descriptor) {
        Listed found = null;
        for (Listed entry : listed.getOrDefault(owner, List.of())) {
            if (entry.names(name, descriptor) && (found == null || entry.method.length() > found.method.length())) {
                found = entry;
            }
        }
        return Optional.ofNullable(found).map(Listed::units);
    }
}
