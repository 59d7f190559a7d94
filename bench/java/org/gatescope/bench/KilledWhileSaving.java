package org.gatescope.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.engine.Matrix;
import org.gatescope.format.FormatException;
import org.gatescope.format.session.Draft;
import org.gatescope.format.session.OpenFile;
import org.gatescope.format.session.Recovery;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionFile;
import org.gatescope.format.session.Versions;
import org.gatescope.format.session.Versions.EarlierVersion;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;

/**
 * Kills a program at random moments while it edits and saves, and looks at what the next one finds: never less than was
 * saved, nor less than was kept of what was not saved. The program says each number once it is saved or kept; all weights of
 * its session follow from the number, so that a mixture of two states would be seen.
 */
public final class KilledWhileSaving {
    private static final String PROGRAM = "program";
    private static final String FILE = "mine.gatescope";
    /** Of a line; one that a kill cut off has none. */
    private static final String END = ".";

    private static final int EDITS_BETWEEN_SAVES = 4;
    /** In milliseconds, some of which Java takes to start. */
    private static final int SHORTEST_LIFE = 300;

    private static final int LONGEST_LIFE = 2000;
    private static final int UNITS = 24;
    private static final TableId WEIGHTS = new TableId.Parameter("0.forward.Wx.i");

    private KilledWhileSaving() {}

    /** @param arguments how many times, 500 where it is not said */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals(PROGRAM)) {
            editAndSave(Path.of(arguments[1]));
        } else {
            killOften(arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]));
        }
    }

    private static void killOften(int times) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gatescope-killed");
        Random random = new Random();
        Told told = new Told(0, 0, 0, 0);
        int whileWriting = 0;
        for (int i = 0; i < times; i++) {
            told = kill(folder, random.nextInt(SHORTEST_LIFE, LONGEST_LIFE), told);
            whileWriting += sweep(folder) ? 1 : 0;
        }
        System.out.printf("kills\t%d%nof these while a file was written\t%d%n", times, whileWriting);
        System.out.printf("states saved\t%d%nstates kept in drafts\t%d%n", told.saves(), told.drafts());
        System.out.printf("saved or kept states lost\t0%nearlier versions that can be read\t%d%n", versions(folder));
        delete(folder);
    }

    /**
     * What a program has said so far.
     *
     * @param saved the last number that was saved
     * @param kept  the last number that was saved or kept in a draft
     */
    private record Told(int saved, int kept, int saves, int drafts) {
        Told with(String line) {
            String[] words = line.split(" ", -1);
            int number = Integer.parseInt(words[1]);
            return switch (words[0]) {
                case "saved" -> new Told(number, number, saves + 1, drafts);
                case "kept" -> new Told(saved, number, saves, drafts + 1);
                case "found" -> found(number, Integer.parseInt(words[2]));
                default -> throw new IllegalStateException(line);
            };
        }

        /** What was written when the kill came may be there although nobody was told. */
        private Told found(int inFile, int inDraft) {
            if (inFile < saved || Math.max(inFile, inDraft) < kept) {
                throw new IllegalStateException(
                        "saved " + saved + ", kept " + kept + ", found " + inFile + " and in a draft " + inDraft);
            }
            return new Told(inFile, Math.max(inFile, inDraft), saves, drafts);
        }
    }

    private static Told kill(Path folder, int life, Told before) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWhileSaving.class.getName(),
                        PROGRAM,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile())
                .start();
        if (program.waitFor(life, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the program ended by itself");
        }
        program.destroyForcibly().waitFor();
        Told told = before;
        for (String line : Files.readAllLines(said)) {
            told = line.endsWith(END) ? told.with(line.substring(0, line.length() - END.length())) : told;
        }
        return told;
    }

    private static boolean sweep(Path folder) throws IOException {
        List<Path> halves;
        try (Stream<Path> files = Files.walk(folder)) {
            halves = files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
        for (Path half : halves) {
            Files.delete(half);
        }
        return !halves.isEmpty();
    }

    private static int versions(Path folder) {
        List<EarlierVersion> versions = new Versions(folder.resolve("versions")).of(folder.resolve(FILE));
        versions.forEach(version -> number(version.place()));
        return versions.size();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList());
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** As the app does: takes the file, recovers a draft, keeps drafts of edits and saves now and then. */
    private static void editAndSave(Path folder) throws IOException, FormatException {
        Path file = folder.resolve(FILE);
        if (OpenFile.take(file).isEmpty()) {
            throw new IOException("the file is locked although its program was killed");
        }
        Recovery recovery = new Recovery(folder.resolve("recovery"));
        Versions versions = new Versions(folder.resolve("versions"));
        List<Draft> left = recovery.left();
        Draft draft = left.isEmpty() ? recovery.draft() : left.getLast();
        int inFile = Files.exists(file) ? number(file) : 0;
        int inDraft = left.stream().mapToInt(KilledWhileSaving::number).max().orElse(0);
        tell("found " + inFile + " " + inDraft);
        for (int number = Math.max(inFile, inDraft) + 1; ; number++) {
            SavedSession state = SavedSession.of(session(number));
            if (number % EDITS_BETWEEN_SAVES == 0) {
                versions.keep(file, () -> SessionFile.write(state, file));
                tell("saved " + number);
                draft.drop();
            } else {
                draft.keep(state, Optional.of(file));
                tell("kept " + number);
            }
        }
    }

    private static void tell(String line) {
        System.out.println(line + END);
        System.out.flush();
    }

    private static Session session(int number) {
        Session session = Session.zeros("kept", BuiltInCells.cell("lstm"), 1, 8, UNITS, UNITS);
        return session.edit(WEIGHTS, table -> weights(number));
    }

    /** Of each number others. */
    private static Matrix weights(int number) {
        double[][] weights = new double[UNITS][UNITS];
        for (int i = 0; i < UNITS * UNITS; i++) {
            weights[i / UNITS][i % UNITS] = number + i / (double) (UNITS * UNITS);
        }
        return Matrix.of(weights);
    }

    private static int number(Draft draft) {
        try {
            return number(draft.read());
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(Path file) {
        try {
            return number(SessionFile.read(file));
        } catch (FormatException e) {
            throw new UncheckedIOException(new IOException(file.toString(), e));
        }
    }

    private static int number(SavedSession saved) {
        Matrix weights = saved.session().table(WEIGHTS);
        int number = (int) weights.get(0, 0);
        if (!weights.equals(weights(number))) {
            throw new IllegalStateException("two states in one file");
        }
        return number;
    }
}
