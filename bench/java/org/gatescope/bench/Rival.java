package org.gatescope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The same mathematics by somebody else, on one thread, as a program of its own. It takes cell, N, H, T and seconds, and
 * prints the times of single runs in nanoseconds on one line, sums on the next.
 *
 * @param command without those arguments
 */
record Rival(String name, List<String> command, Map<String, String> environment) {
    private static final Map<String, String> ONE_THREAD =
            Map.of("OPENBLAS_NUM_THREADS", "1", "OMP_NUM_THREADS", "1", "MKL_NUM_THREADS", "1");

    /** @param sums loss, norm of the parameters' gradients, norm of the input's gradient */
    record Answer(Times times, double[] sums) {}

    /** @param python a Python that has NumPy */
    static Rival numPy(String python, Path script) {
        return new Rival("NumPy", List.of(python, script.toString()), ONE_THREAD);
    }

    /** Through DJL, with the Java and the class path of this program. */
    static Rival pyTorch() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-classpath",
                System.getProperty("java.class.path"),
                "org.gatescope.bench.PyTorchRun");
        return new Rival("PyTorch", command, ONE_THREAD);
    }

    Answer run(String cell, String size, int steps, double seconds) throws IOException, InterruptedException {
        String[] sides = size.split("/", -1);
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(cell, sides[0], sides[1], Integer.toString(steps), Double.toString(seconds)));
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(name + "'s side failed");
        }
        List<String> lines = text.lines().toList();
        List<Long> nanos =
                Arrays.stream(lines.get(0).split(" ", -1)).map(Long::valueOf).toList();
        double[] sums = Arrays.stream(lines.get(1).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Answer(Times.ofNanos(nanos), sums);
    }
}
