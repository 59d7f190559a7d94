package org.gatescope.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope cells}: the built-in cells, or the equations of one. */
@Command(name = "cells", resourceBundle = "org.gatescope.cli.texts", mixinStandardHelpOptions = true)
final class CellsCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(CellsCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "0..1", descriptionKey = "name", paramLabel = "NAME")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            int widest =
                    BuiltInCells.names().stream().mapToInt(String::length).max().orElse(1);
            BuiltInCells.names()
                    .forEach(each -> out.printf(
                            "%-" + widest + "s  %s%n",
                            each,
                            BuiltInCells.cell(each).title()));
        } else {
            out.print(BuiltInCells.text(name.get()).orElseThrow(this::unknown));
        }
        out.flush();
        return ExitCode.OK;
    }

    private ParameterException unknown() {
        String known = String.join(", ", BuiltInCells.names());
        return new ParameterException(spec.commandLine(), TEXTS.get("cells.unknown", name.orElse(""), known));
    }
}
