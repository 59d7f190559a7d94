package org.gatescope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gatescope.engine.TooLargeException;
import org.gatescope.engine.diagnostics.CheckedTable;
import org.gatescope.engine.diagnostics.GradientCheck;
import org.gatescope.engine.diagnostics.GradientCheck.Verdict;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.SessionFile;
import org.gatescope.session.Checking;
import org.gatescope.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope check}: every gradient of a session against central differences, a line for each table. */
@Command(name = "check", resourceBundle = "org.gatescope.cli.texts", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(CheckCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1", descriptionKey = "session", paramLabel = "SESSION")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    public Integer call() {
        try {
            GradientCheck check = Checking.check(SessionFile.read(file).session(), Progress.NONE);
            PrintWriter out = spec.commandLine().getOut();
            check.tables().forEach(table -> out.println(line(table)));
            out.flush();
            return check.verdict() == Verdict.DIFFERS ? ExitCode.SOFTWARE : ExitCode.OK;
        } catch (FormatException | TooLargeException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static String line(CheckedTable table) {
        String verdict = table.verdict().name().toLowerCase(Locale.ROOT);
        String largest = table.worst()
                .map(entry -> String.format(Locale.ROOT, "%.1e", entry.difference()))
                .orElse("0");
        return TEXTS.get("check." + verdict, table.name(), largest);
    }
}
