package org.gatescope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The same mathematics in NumPy, on one thread, as a program of its own.
 *
 * @param python a Python that has NumPy
 */
record NumPy(String python, Path script) {
    /** @param sums loss, norm of the parameters' gradients, norm of the input's gradient */
    record Answer(Times times, double[] sums) {}

    Answer run(String cell, String size, int steps, double seconds) throws IOException, InterruptedException {
        String[] sides = size.split("/", -1);
        ProcessBuilder builder = new ProcessBuilder(
                python, script.toString(), cell, sides[0], sides[1], Integer.toString(steps), Double.toString(seconds));
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("NumPy's side failed");
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
