package org.gatescope.format.onnx;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.tensor.FilePart;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.PlainFile;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX file: graphs of nodes, and the tensors that they hold (github.com/onnx/onnx, onnx.proto). Only what is needed to
 * find recurrent layers is read; the numbers stay in the file until they are asked for.
 */
public final class OnnxFile {
    /** A field of whole numbers, the version of ONNX, which every writer puts first. */
    private static final int VERSION_TAG = 0x08;

    private static final int NEWEST = 0x40;
    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int STORED = 5;
    private static final int INPUT = 11;
    private static final int NAME = 1;

    private final List<OnnxGraph> graphs;

    private OnnxFile(List<OnnxGraph> graphs) {
        this.graphs = graphs;
    }

    /** Whether a file begins like one: its version, then another field of a model. */
    public static boolean fits(byte[] start) {
        return start.length > 2
                && start[0] == VERSION_TAG
                && start[1] > 0
                && start[1] < NEWEST
                && (start[2] == 0x12
                        || start[2] == 0x1A
                        || start[2] == 0x22
                        || start[2] == 0x28
                        || start[2] == 0x32
                        || start[2] == 0x3A
                        || start[2] == 0x42
                        || start[2] == 0x72);
    }

    /** The graphs of a file. @throws FormatException if it is damaged, or grows beyond all bounds */
    public static OnnxFile read(Path path) throws FormatException {
        FilePart whole = PlainFile.whole(path);
        List<OnnxGraph> graphs = new ArrayList<>();
        try (ProtoStream in = ProtoStream.of(whole)) {
            try {
                in.fields(field -> {
                    if (field == GRAPH) {
                        readGraph(in, null, graphs);
                    } else {
                        in.skip();
                    }
                });
            } catch (InvalidProtocolBufferException e) {
                throw new FormatException("onnx.broken", in.position());
            }
        } catch (IOException e) {
            throw new FormatException("file.unreadable", e.getClass().getSimpleName());
        }
        if (graphs.isEmpty()) {
            throw new FormatException("onnx.empty");
        }
        return new OnnxFile(graphs);
    }

    private static void readGraph(ProtoStream in, @Nullable OnnxGraph around, List<OnnxGraph> graphs)
            throws IOException, FormatException {
        OnnxGraph graph = new OnnxGraph(around);
        graphs.add(graph);
        in.message(field -> {
            switch (field) {
                case NODE -> graph.add(OnnxNode.read(in, () -> readGraph(in, graph, graphs)));
                case STORED -> graph.add(OnnxTensor.read(in));
                case INPUT ->
                    in.message(part -> {
                        if (part == NAME) {
                            graph.addInput(in.text());
                        } else {
                            in.skip();
                        }
                    });
                default -> in.skip();
            }
        });
    }

    /** All tensors that the graphs hold and whose numbers are in the file. @throws FormatException if one is damaged */
    public List<NamedTensor> tensors() throws FormatException {
        List<NamedTensor> tensors = new ArrayList<>();
        for (OnnxGraph graph : graphs) {
            for (OnnxTensor stored : graph.stored()) {
                if (stored.external().isEmpty()
                        && OnnxTensor.type(stored.type()).isPresent()) {
                    tensors.add(stored.tensor());
                }
            }
        }
        return tensors;
    }

    /** Recurrent layers that stand on one another are one network. */
    public List<Candidate> candidates() {
        return OnnxNetworks.candidates(graphs);
    }

    /** Why there is none: the sentence says which exporter's option helps. */
    public Optional<FormatException> withoutLayers() {
        return OnnxNetworks.withoutLayers(graphs);
    }
}
