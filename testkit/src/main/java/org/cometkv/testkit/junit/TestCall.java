package org.cometkv.testkit.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.cometkv.actors.Comet;
import org.cometkv.testkit.ClusterKit;
import org.cometkv.testkit.CometTestKit;

/**
 * A call of a test method.
 *
 * @param target the instance of the test class; null for a static method
 * @param arguments what JUnit has for each parameter; empty for those that each kit gives
 */
record TestCall(Method method, Object target, List<Optional<Object>> arguments) {

    /** The exception of a test that finds out that it does not apply. */
    private static final String ABORTED = "org.opentest4j.TestAbortedException";

    /**
     * Calls the method with this kit.
     *
     * @throws SeedFailure if it fails
     */
    void run(CometTestKit kit) {
        try {
            invoke(kit);
            kit.world().check();
        } catch (InvocationTargetException e) {
            throw failed(kit, e.getCause());
        } catch (AssertionError e) {
            throw failed(kit, e);
        }
    }

    /** Calls the method with this kit, and leaves what it throws to the caller. */
    void invoke(ClusterKit kit) throws InvocationTargetException {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            values[i] = isKit(type) && type.isInstance(kit)
                    ? kit
                    : type == Comet.class
                            ? kit.node(0).comet()
                            : arguments.get(i).orElse(null);
        }
        try {
            method.setAccessible(true);
            method.invoke(target, values);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called", e);
        }
    }

    private static boolean isKit(Class<?> type) {
        return type == CometTestKit.class || type == ClusterKit.class;
    }

    /** Whether it has a parameter of this type. */
    boolean takes(Class<?> type) {
        return List.of(method.getParameterTypes()).contains(type);
    }

    private RuntimeException failed(CometTestKit kit, Throwable cause) {
        if (cause instanceof RuntimeException aborted
                && cause.getClass().getName().equals(ABORTED)) {
            return aborted;
        }
        SeedFailure failure = new SeedFailure(FailureReport.of(this, kit, cause), cause);
        // It goes no further: what is left of it is no leak.
        kit.world().fail("the test failed");
        throw failure;
    }

    /** As a build tool names it. */
    String name() {
        return method.getDeclaringClass().getSimpleName() + "#" + method.getName();
    }
}
