package org.cometkv.testkit.scenario;

/** The text of scenarios; {@link ScenarioReader} reads it. */
final class ScenarioPrinter {

    private ScenarioPrinter() {}

    static String print(ScenarioFile file) {
        Scenario scenario = file.scenario();
        StringBuilder text = new StringBuilder();
        text.append("nodes ").append(scenario.nodes()).append('\n');
        text.append("seed ").append(scenario.seed()).append('\n');
        scenario.settings()
                .forEach((key, value) -> text.append("set ")
                        .append(key)
                        .append(" = ")
                        .append(value)
                        .append('\n'));
        scenario.fails().ifPresent(failure -> fails(failure, text));
        scenario.objects().forEach((name, script) -> object(name, script, text));
        text.append('\n');
        for (int i = 0; i < scenario.steps().size(); i++) {
            text.append(CommandPrinter.print(scenario.steps().get(i))).append('\n');
            file.trace().get(i).forEach(line -> indented(line, text));
        }
        return text.toString();
    }

    private static void fails(Scenario.KnownFailure failure, StringBuilder text) {
        text.append("fails ").append(CommandPrinter.name(failure.invariant()));
        if (!failure.found().isEmpty()) {
            text.append(' ').append(failure.found());
        }
        text.append('\n');
    }

    private static void object(String name, String script, StringBuilder text) {
        text.append("\nobject ").append(CommandPrinter.name(name)).append('\n');
        script.lines().forEach(line -> indented(line, text));
    }

    private static void indented(String line, StringBuilder text) {
        text.append(line.isEmpty() ? "" : ScenarioReader.INDENT + line).append('\n');
    }
}
