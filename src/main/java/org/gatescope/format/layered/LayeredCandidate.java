package org.gatescope.format.layered;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatescope.engine.Layer;
import org.gatescope.engine.Layer.Directions;
import org.gatescope.engine.Network;
import org.gatescope.engine.Network.Part;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Candidate;
import org.gatescope.format.found.FoundNetwork;
import org.gatescope.format.found.Maker;
import org.gatescope.format.found.StoredParameter;
import org.gatescope.format.found.Unstated;

/**
 * Cells under one prefix.
 *
 * @param layers the lowest first, each with its one or two directions
 * @param notes  on why the cells belong together
 */
record LayeredCandidate(String prefix, List<List<FoundCell>> layers, List<String> notes) implements Candidate {
    LayeredCandidate {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }

    @Override
    public Maker maker() {
        return layers.getFirst().getFirst().form().maker();
    }

    @Override
    public List<Unstated> unstated() {
        Set<Unstated> unstated = new LinkedHashSet<>();
        for (FoundCell cell : layers.stream().flatMap(List::stream).toList()) {
            unstated.addAll(cell.form().unstated(cell.folder()));
        }
        return List.copyOf(unstated);
    }

    @Override
    public FoundNetwork network(Answers answers) throws FormatException {
        List<List<StoredCell>> cells = read(answers);
        requireFitting(cells);
        List<Layer> made = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>(notes);
        for (List<StoredCell> layer : cells) {
            StoredCell first = layer.getFirst();
            made.add(new Layer(first.cell(), first.hidden(), layer.size() == 2 ? Directions.BOTH : Directions.FORWARD));
            layer.forEach(cell -> said.addAll(cell.notes()));
        }
        Network network = new Network(cells.getFirst().getFirst().inputs(), made, Optional.empty());
        return new FoundNetwork(network, stored(network, cells), List.copyOf(said));
    }

    /** Whether each layer reads as much as the one below puts out; true if that cannot be known. */
    boolean isFitting() {
        try {
            List<List<StoredCell>> cells = read(Answers.USUAL);
            for (int i = 1; i < cells.size(); i++) {
                if (cells.get(i).getFirst().inputs() != width(cells.get(i - 1))) {
                    return false;
                }
            }
            return true;
        } catch (FormatException e) {
            return true; // the network itself says why
        }
    }

    private static int width(List<StoredCell> layer) {
        return layer.size() * layer.getFirst().hidden();
    }

    private List<List<StoredCell>> read(Answers answers) throws FormatException {
        List<List<StoredCell>> cells = new ArrayList<>();
        for (List<FoundCell> layer : layers) {
            List<StoredCell> read = new ArrayList<>();
            for (FoundCell cell : layer) {
                read.add(cell.read(answers));
            }
            cells.add(read);
        }
        return cells;
    }

    private void requireFitting(List<List<StoredCell>> cells) throws FormatException {
        int width = cells.getFirst().getFirst().inputs();
        for (int i = 0; i < cells.size(); i++) {
            List<StoredCell> layer = cells.get(i);
            StoredCell first = layer.getFirst();
            for (int k = 0; k < layer.size(); k++) {
                StoredCell cell = layer.get(k);
                String folder = layers.get(i).get(k).folder().text();
                if (cell.inputs() != width) {
                    throw new FormatException("torch.width", folder, cell.inputs(), width);
                }
                if (cell.hidden() != first.hidden()
                        || !cell.cell().source().equals(first.cell().source())) {
                    throw new FormatException("layered.directions", folder);
                }
            }
            width = width(layer);
        }
    }

    private static Map<String, StoredParameter> stored(Network network, List<List<StoredCell>> cells) {
        Map<String, StoredParameter> stored = new LinkedHashMap<>();
        for (Part part : network.parts()) {
            StoredCell cell = cells.get(part.index()).get(part.reversed() ? 1 : 0);
            cell.stored().forEach((name, parameter) -> stored.put(part.parameter(name), parameter));
        }
        return stored;
    }
}
