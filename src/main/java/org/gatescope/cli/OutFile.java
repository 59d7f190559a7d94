package org.gatescope.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatescope.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A file that a command writes. What can be known of it is looked at before the work begins. */
record OutFile(CommandSpec spec, Path path) {
    private static final Texts TEXTS = Texts.of(OutFile.class);

    /** @throws ParameterException if it is a folder, or in none */
    void check() {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path)) {
            throw refusal("render.folder", path);
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw refusal("render.no-folder", path, folder);
        }
    }

    /** What to throw when it could not be written. */
    ParameterException unwritable(IOException e) {
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return refusal("render.unwritable", path, reason == null ? e.getClass().getSimpleName() : reason);
    }

    private ParameterException refusal(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), TEXTS.get(key, arguments));
    }
}
