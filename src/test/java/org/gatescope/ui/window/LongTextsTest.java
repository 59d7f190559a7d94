package org.gatescope.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatescope.Bundles;
import org.gatescope.LongTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other languages need more room than English: texts half as long again are still read whole at 1280 × 800. */
class LongTextsTest {
    @TempDir
    private Path folder;

    @Test
    void noControlIsClipped() throws Exception {
        LongTexts.write(folder);
        List<String> printed = run();
        assertThat(printed.getFirst())
                .isEqualTo(LongTexts.of(Bundles.texts("ui.window").get("gallery")));
        assertThat(printed.subList(1, printed.size())).isEmpty();
    }

    /** What the program prints whose texts are those of the folder. */
    private List<String> run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dstdout.encoding=UTF-8"));
        command.add("-classpath");
        command.add(folder + File.pathSeparator + System.getProperty("java.class.path"));
        command.add(WindowOfLongTexts.class.getName());
        command.add(folder.toString());
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).isZero();
        return printed.lines().toList();
    }
}
