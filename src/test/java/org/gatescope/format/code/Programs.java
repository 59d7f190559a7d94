package org.gatescope.format.code;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs programs of other languages, where they can be run. */
final class Programs {
    static final String PYTHON = "/usr/bin/python3";

    private Programs() {}

    /** Skips the test, and says why, where a module of Python is missing. */
    static void assumePython(String module) throws Exception {
        assume(module + " is not installed for " + PYTHON, PYTHON, "-c", "import " + module);
    }

    /** Skips the test, and says why, where a command does not work. */
    static void assume(String reason, String... command) throws Exception {
        assumeTrue(works(command), reason);
    }

    static boolean hasPython(String module) throws Exception {
        return works(PYTHON, "-c", "import " + module);
    }

    private static boolean works(String... command) throws Exception {
        try {
            return started(Path.of("."), List.of(command)).waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Puts a package beside the programs of a folder that they import in the place of a library. */
    static void copyStandIn(Path folder, String library, String... modules) throws IOException {
        Path made = Files.createDirectories(folder.resolve(library));
        for (String module : modules) {
            String name = "/standins/" + library + "/" + module + ".py";
            try (InputStream in = Objects.requireNonNull(Programs.class.getResourceAsStream(name), name)) {
                Files.copy(in, made.resolve(module + ".py"));
            }
        }
    }

    /** Runs a program on files, all in one process, and gives back what it said, errors included. */
    static String run(Path folder, String command, String option, String text, List<Path> files) throws Exception {
        List<String> whole = new ArrayList<>(List.of(command, option, text));
        files.forEach(file -> whole.add(file.getFileName().toString()));
        Process process = started(folder, whole);
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? said : said + "\nexit " + process.exitValue();
    }

    private static Process started(Path folder, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
