package org.gatescope.engine.mistakes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gatescope.engine.Fill;
import org.gatescope.engine.Matrix;
import org.gatescope.engine.Network;
import org.gatescope.engine.NetworkInputs;

/** NetworkNumbers of the right sizes for a network. */
final class NetworkNumbers {
    private NetworkNumbers() {}

    static NetworkInputs zeros(Network network, int batch, int steps) {
        return of(network, Collections.nCopies(batch, steps), steps, Matrix::zeros);
    }

    /** Drawn from a normal distribution. */
    static NetworkInputs drawn(Network network, List<Integer> lengths, int steps, long seed) {
        Random random = new Random(seed);
        return of(
                network,
                lengths,
                steps,
                (rows, columns) -> new Fill.Normal(0.7, random.nextLong()).matrix(rows, columns));
    }

    private interface Source {
        Matrix of(int rows, int columns);
    }

    private static NetworkInputs of(Network network, List<Integer> lengths, int steps, Source source) {
        int batch = lengths.size();
        Map<String, Matrix> parameters = new LinkedHashMap<>();
        network.parameters().forEach((name, size) -> parameters.put(name, source.of(size[0], size[1])));
        return new NetworkInputs(
                parameters,
                source.of(steps * batch, network.inputs()),
                lengths,
                0,
                states(network, batch, source),
                source.of(steps * batch, network.width()),
                states(network, batch, source),
                Optional.empty());
    }

    private static Map<String, Matrix> states(Network network, int batch, Source source) {
        Map<String, Matrix> states = new LinkedHashMap<>();
        network.parts()
                .forEach(part -> part.layer()
                        .cell()
                        .states()
                        .forEach(state -> states.put(
                                part.key() + "." + state,
                                source.of(batch, part.layer().width(state)))));
        return states;
    }

    /** One sequence of a batch by itself, from states of its own. */
    static NetworkInputs row(NetworkInputs batch, int n, int of, int steps, Map<String, Matrix> initial) {
        Map<String, Matrix> last = new LinkedHashMap<>();
        batch.finalState().forEach((name, table) -> last.put(name, table.rows(n, 1, 1)));
        return new NetworkInputs(
                batch.parameters(),
                batch.input().rows(n, of, steps),
                List.of(steps),
                0,
                initial,
                batch.upstream().rows(n, of, steps),
                last,
                Optional.empty());
    }
}
