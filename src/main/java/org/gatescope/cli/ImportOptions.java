package org.gatescope.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gatescope.format.found.Answers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a file of weights does not say. */
final class ImportOptions {
    /** The names of these options. */
    static final String[] NAMES = {
        "--prefix", "--activation", "--recurrent-activation", "--forget-bias", "--reset-after", "--two-biases"
    };

    @Option(names = "--prefix", descriptionKey = "import.prefix", paramLabel = "NAME")
    private @Nullable String prefix;

    @Option(
            names = {"--activation", "--nonlinearity"},
            descriptionKey = "import.activation",
            paramLabel = "FUNCTION")
    private @Nullable String activation;

    @Option(names = "--recurrent-activation", descriptionKey = "import.recurrent-activation", paramLabel = "FUNCTION")
    private @Nullable String recurrentActivation;

    @Option(names = "--forget-bias", descriptionKey = "import.forget-bias", paramLabel = "NUMBER")
    private @Nullable Double forgetBias;

    @Option(names = "--reset-after", descriptionKey = "import.reset-after", paramLabel = "true|false", arity = "1")
    private @Nullable Boolean resetAfter;

    @Option(names = "--two-biases", descriptionKey = "import.two-biases", paramLabel = "true|false", arity = "1")
    private @Nullable Boolean twoBiases;

    Optional<String> prefix() {
        return Optional.ofNullable(prefix);
    }

    Answers answers() {
        return new Answers(
                Optional.ofNullable(activation),
                Optional.ofNullable(recurrentActivation),
                forgetBias == null ? OptionalDouble.empty() : OptionalDouble.of(forgetBias),
                Optional.ofNullable(resetAfter),
                Optional.ofNullable(twoBiases));
    }
}
