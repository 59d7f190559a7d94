package org.gatescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gatescope.Wording;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class GatescopeTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine gatescope =
            Gatescope.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpSaysWhatItIsAndWhatItsStatusesMean() {
        assertThat(gatescope.execute("--help")).isZero();
        assertThat(out.toString())
                .startsWith(Wording.text("cli:gatescope.usage.header"))
                .contains("gatescope [")
                .contains(Wording.text("cli:usage.exitCodeList.0").substring(3));
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(gatescope.execute("--version")).isZero();
        assertThat(out.toString()).matches("Gatescope \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void whatIsNotUnderstoodGoesToStandardErrorWithStatusTwo() {
        assertThat(gatescope.execute("--nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("--nonsense");
        assertThat(out.toString()).isEmpty();
    }
}
