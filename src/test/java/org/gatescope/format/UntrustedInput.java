package org.gatescope.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.gatescope.cell.BuiltInCells;
import org.gatescope.cell.Cell;
import org.gatescope.cell.CellException;
import org.gatescope.format.cases.CaseFile;
import org.gatescope.format.data.DataFiles;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.session.SavedSession;
import org.gatescope.format.session.SessionJson;
import org.gatescope.format.tensor.HostileBytes;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.NpyReader;
import org.gatescope.format.text.CopiedBlock;
import org.gatescope.format.text.CopiedTensor;
import org.gatescope.format.text.TypedNumber;
import org.gatescope.format.weights.WeightFile;
import org.gatescope.lesson.Example;

/** All that reads files and texts of anybody, with sound ones to begin from. Fuzzing begins there, tests end there. */
public enum UntrustedInput {
    NPY,
    /** Any archive: changes in it are mostly noticed by checksums. */
    ZIP,
    SAFETENSORS,
    /** The list of tensors in a checkpoint, the archive around it sound. */
    PICKLE,
    ONNX,
    HDF,
    SESSION,
    /** Reference cases of {@code gatescope verify}. */
    VERIFY,
    CELL,
    /** Texts with columns of numbers. */
    DATA,
    CLIPBOARD;

    private static final Path RESOURCES = Path.of("src/test/resources");
    /** Where Jazzer puts what it finds. */
    private static final Path FINDINGS = RESOURCES.resolve("org/gatescope/format/UntrustedInputFuzzInputs");

    private static final int LARGEST = 6000;
    /** Small ones are mostly room for what might be added. */
    private static final int LARGEST_HDF = 12_000;

    private static final int LONGEST_SENTENCE = 1500;

    /** A file of its own for each thread. */
    private static final ThreadLocal<Path> FILE = ThreadLocal.withInitial(() -> {
        try {
            Path file = Files.createTempFile("gatescope-untrusted", "");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    });

    /**
     * Reads what it says, as far as it can be read.
     *
     * @throws AssertionError if a refusal is not one sentence
     */
    public void read(byte[] content) throws IOException {
        try {
            switch (this) {
                case NPY -> NpyReader.read(file(content)).values();
                case ZIP, SAFETENSORS, ONNX, HDF -> readWeights(content);
                case PICKLE -> readWeights(withList(content));
                case SESSION -> SessionJson.read(content);
                case VERIFY -> CaseFile.read(file(content));
                case CELL -> Cell.parse(text(content));
                case DATA -> readData(file(content));
                case CLIPBOARD -> readCopied(text(content));
            }
        } catch (FormatException | CellException e) {
            String sentence = String.valueOf(e.getMessage());
            boolean mayHaveLines = this == CELL; // the line is shown below the sentence
            if (sentence.isBlank()
                    || !mayHaveLines && (sentence.contains("\n") || sentence.length() > LONGEST_SENTENCE)) {
                throw new AssertionError(sentence);
            }
        }
    }

    private static void readWeights(byte[] content) throws IOException, FormatException {
        WeightFile file = WeightFile.read(file(content));
        for (Candidate candidate : file.candidates()) {
            candidate.unstated();
            readNetwork(candidate);
        }
        for (NamedTensor tensor : file.tensors()) {
            tensor.values();
        }
    }

    private static void readNetwork(Candidate candidate) {
        try {
            candidate.network(Answers.USUAL).parameters();
        } catch (FormatException e) {
            // the next one may be sound
        }
    }

    private static void readData(Path file) throws FormatException {
        DataFiles files = DataFiles.of(List.of(file));
        files.read(files.found().orElseThrow().form());
    }

    private static void readCopied(String text) {
        CopiedBlock.read(text);
        TypedNumber.read(text);
        for (CopiedTensor.Layout layout : CopiedTensor.Layout.values()) {
            CopiedTensor.read(text, layout);
        }
    }

    /** Sound ones, then those that once went wrong. */
    public Stream<byte[]> corpus() {
        return Stream.concat(sound(), findings());
    }

    private Stream<byte[]> sound() {
        return switch (this) {
            case NPY ->
                Stream.of("<f8", ">i2", "<f2")
                        .map(type -> HostileBytes.npy(type, "(1, 3)", new byte[3 * (type.charAt(2) - '0')]));
            case ZIP -> Stream.concat(files(".npz"), files(".pt"));
            case SAFETENSORS -> files(".safetensors");
            case PICKLE -> Stream.of("gru.pt", "views.pt", "checkpoint.pt").map(UntrustedInput::listOf);
            case ONNX -> files(".onnx");
            case HDF -> files(RESOURCES, ".h5", LARGEST_HDF);
            case SESSION ->
                Stream.of(Example.values())
                        .map(example -> SessionJson.write(SavedSession.of(example.session())))
                        .filter(session -> session.length < LARGEST);
            case VERIFY -> files(".json");
            case CELL ->
                BuiltInCells.names().stream()
                        .map(name -> bytes(BuiltInCells.text(name).orElseThrow()));
            case DATA ->
                Stream.of(
                                "t,a,b\n0,1.5,2\n1,,-3e2\n",
                                "1,5;2\n\"3\";4\n",
                                "# a b\n 1.5   2\n\n 3 4",
                                "\uFEFFid\tx\nA\t0.1\nB\tnan\n")
                        .map(UntrustedInput::bytes);
            case CLIPBOARD ->
                Stream.of(
                                "1\t2\n3\t4,5",
                                "tensor([[[1., 2.], [3., nan]]], dtype=torch.float64)",
                                "-1/3",
                                "√2",
                                "1.234,5e-3")
                        .map(UntrustedInput::bytes);
        };
    }

    private Stream<byte[]> findings() {
        Path folder = FINDINGS.resolve(name().toLowerCase(Locale.ROOT));
        return Files.isDirectory(folder) ? files(folder, "", Integer.MAX_VALUE) : Stream.empty();
    }

    private static Stream<byte[]> files(String ending) {
        return files(RESOURCES, ending, LARGEST);
    }

    private static Stream<byte[]> files(Path folder, String ending, int largest) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> wanted = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            return wanted.stream().map(UntrustedInput::bytes).filter(content -> content.length < largest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] listOf(String checkpoint) {
        return members(checkpoint).entrySet().stream()
                .filter(member -> member.getKey().endsWith("data.pkl"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static byte[] withList(byte[] list) {
        Map<String, byte[]> members = members("gru.pt");
        members.replaceAll((name, content) -> name.endsWith("data.pkl") ? list : content);
        return HostileBytes.zip(members);
    }

    private static Map<String, byte[]> members(String checkpoint) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipFile zip =
                new ZipFile(RESOURCES.resolve("weights").resolve(checkpoint).toFile())) {
            for (var entry : zip.stream().toList()) {
                members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            return members;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(byte[] content) throws IOException {
        return Files.write(FILE.get(), content);
    }
}
