package org.gatescope.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A made-up machine in one folder: the real launcher script in a project of its own, the tools it may call, and JDKs
 * whose {@code java} prints its arguments. The script looks for JDKs beneath this folder's /usr, /opt and /Library.
 */
final class Machine {
    private static final String[] TOOLS = {
        "dirname",
        "readlink",
        "find",
        "head",
        "grep",
        "sed",
        "tail",
        "mkdir",
        "mv",
        "touch",
        "sleep",
        "cat",
        "mkfifo",
        "rm"
    };
    private static final String ALL_LIBRARIES = "libgtk-3.so.0 libXtst.so.6 libfreetype.so.6 libpangoft2-1.0.so.0";

    /** What a run left behind. */
    record Outcome(int status, String out, String err) {}

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    Machine(Path root) throws IOException {
        this.root = root;
        for (String tool : TOOLS) {
            script("tools/" + tool, "exec " + where(tool) + " \"$@\"");
        }
        script("tools/uname", "echo Linux");
        libraries(ALL_LIBRARIES);
        set("PATH", folder("tools").toString());
        set("HOME", folder("home").toString());
        set("TMPDIR", folder("tmp").toString());
        layOutProject();
    }

    Path project() {
        return root.resolve("a project");
    }

    Machine set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Machine libraries(String names) throws IOException {
        script("tools/ldconfig", "echo '" + names + "'");
        return this;
    }

    /** Places a JDK of this version; its java prints every argument on a line of its own. */
    Path jdk(String folder, String version) throws IOException {
        script(folder + "/bin/java", "printf '%s\\n' \"java of " + folder + "\" \"$@\"; exit ${FAKE_STATUS:-0}");
        script(folder + "/bin/javac", "exit 0");
        Files.writeString(root.resolve(folder + "/release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return root.resolve(folder);
    }

    void build(String lines) throws IOException {
        script("a project/mvnw", lines);
    }

    Outcome run(String... arguments) throws Exception {
        return run(project().resolve("gatescope"), arguments);
    }

    Outcome run(Path script, String... arguments) throws Exception {
        Process process = start(script, arguments);
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> textOf(process.getErrorStream()));
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The launcher did not end");
        }
        return new Outcome(process.exitValue(), Files.readString(out()), err.get(20, TimeUnit.SECONDS));
    }

    private static String textOf(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process start(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder("elsewhere").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectOutput(out().toFile());
        return builder.start();
    }

    Path out() {
        return root.resolve("out");
    }

    Path script(String path, String lines) throws IOException {
        Path file = root.resolve(path);
        folder(root.relativize(file.getParent()).toString());
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
    }

    private void layOutProject() throws IOException {
        folder("a project/src/main");
        folder("a project/resources");
        Files.writeString(project().resolve("src/main/Source.java"), "// a source");
        Files.writeString(project().resolve("pom.xml"), "<project/>");
        build("mkdir -p target/classes target/lib target/javafx; echo built by \"$JAVA_HOME\" with \"$@\"");
        String text = Files.readString(Path.of("gatescope"), StandardCharsets.UTF_8);
        for (String place : List.of(" /usr/lib/jvm/", " /opt/", " /Library/")) {
            if (!text.contains(place)) {
                throw new IllegalStateException("The launcher looks no longer into" + place);
            }
            text = text.replace(place, " \"" + root + "\"" + place.strip());
        }
        Files.writeString(project().resolve("gatescope"), text, StandardCharsets.UTF_8);
    }

    private Path folder(String path) throws IOException {
        return Files.createDirectories(root.resolve(path));
    }

    private static Path where(String tool) {
        return Stream.of("/bin/", "/usr/bin/")
                .map(folder -> Path.of(folder + tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
