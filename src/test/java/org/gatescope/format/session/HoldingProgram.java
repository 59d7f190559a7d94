package org.gatescope.format.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another running copy that has a file open, until its input ends or it is killed. */
public final class HoldingProgram implements AutoCloseable {
    private final Process process;

    private HoldingProgram(Process process) {
        this.process = process;
    }

    /** Returns once it has the file, or has found that it cannot. */
    public static HoldingProgram of(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingProgram.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        HoldingProgram program = new HoldingProgram(process);
        program.holds = new String(process.getInputStream().readNBytes(1), StandardCharsets.US_ASCII).equals("+");
        return program;
    }

    private boolean holds;

    /** Whether it has the file for itself. */
    public boolean holds() {
        return holds;
    }

    /** Ends it as a crash would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    public static void main(String[] arguments) throws IOException {
        var open = OpenFile.take(Path.of(arguments[0]));
        System.out.print(open.isPresent() ? "+" : "-");
        System.out.flush();
        while (System.in.read() >= 0) {
            // until nobody waits for it
        }
        open.ifPresent(OpenFile::close);
    }
}
