package org.gatescope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.gatescope.text.Texts;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatescope completion}: what a shell needs to complete commands and options; one script does for both. */
@Command(name = "completion", resourceBundle = "org.gatescope.cli.texts", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private static final Texts TEXTS = Texts.of(CompletionCommand.class);
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(arity = "1", descriptionKey = "shell", paramLabel = "bash|zsh")
    private String shell = "";

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new ParameterException(
                    spec.commandLine(), TEXTS.get("completion.shell", shell, String.join(", ", SHELLS)));
        }
        CommandLine root = spec.root().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(root.getCommandName(), root));
        out.flush();
        return ExitCode.OK;
    }
}
