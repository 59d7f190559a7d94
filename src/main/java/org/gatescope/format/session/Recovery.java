package org.gatescope.format.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is not saved yet, kept on the disk in case the app ends: of each document a draft, which lies beside its file, and in
 * one folder an entry that says where.
 */
public final class Recovery {
    static final String ENTRY = ".entry";
    private static final int LONGEST_ENTRY = 20_000;

    private final Path folder;

    /** @param folder of the entries, and of drafts without a file; need not be there yet */
    public Recovery(Path folder) {
        this.folder = folder;
    }

    /** Of another document; nothing is on the disk yet. */
    public Draft draft() {
        return new Draft(folder, UUID.randomUUID().toString(), Optional.empty(), Optional.empty());
    }

    /** Those of programs that have ended without saving or dropping them; each is then this program's. */
    public List<Draft> left() {
        try (OpenFile own = OpenFile.take(folder).orElse(null)) { // another that starts now takes them all
            return own == null ? List.of() : all();
        }
    }

    private List<Draft> all() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(ENTRY))
                    .sorted()
                    .flatMap(entry -> left(entry).stream())
                    .toList();
        } catch (IOException e) {
            return List.of(); // nothing has ever been kept
        }
    }

    /** Lines: of which program it is, where the draft lies, and of which file it is if of any. */
    private Optional<Draft> left(Path entry) {
        try {
            String text = Files.size(entry) > LONGEST_ENTRY ? "" : Files.readString(entry, StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            if (lines.size() < 2 || lines.size() > 3 || isRunning(lines.getFirst())) {
                return Optional.empty();
            }
            Path draft = Path.of(lines.get(1));
            Optional<Path> file = lines.size() == 3 ? Optional.of(Path.of(lines.get(2))) : Optional.empty();
            if (!Files.isRegularFile(draft)) {
                return Optional.empty();
            }
            String name = entry.getFileName().toString();
            Draft left = new Draft(folder, name.substring(0, name.length() - ENTRY.length()), Optional.of(draft), file);
            left.claim();
            return Optional.of(left);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** This program, told apart from others that had its number before it. */
    static String program(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static boolean isRunning(String program) {
        String number = program.split(" ", 2)[0];
        return number.chars().allMatch(Character::isDigit)
                && number.length() > 0
                && number.length() < 19
                && ProcessHandle.of(Long.parseLong(number))
                        .filter(process -> program(process).equals(program))
                        .isPresent();
    }
}
