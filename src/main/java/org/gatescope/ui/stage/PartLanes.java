package org.gatescope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatescope.cell.Cell;
import org.gatescope.engine.DropoutMasks;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.ui.desk.Selection;
import org.gatescope.ui.words.Quantity;

/** Which lanes a session has while a part of it is selected: that part's quantities, and what is read out and looked at beside. */
final class PartLanes {
    static final String VALUES = "group.values";
    static final String GRADIENTS = "group.gradients";
    static final String PRE_ACTIVATIONS = "group.pre-activations";
    static final String READ_OUT = "group.read-out";
    static final String OTHERS = "group.others";

    private PartLanes() {}

    static List<PartLane> of(Session session, String part) {
        List<PartLane> lanes = new ArrayList<>();
        session.part(part).ifPresentOrElse(layer -> lanes.addAll(ofLayer(session, layer)), () -> {
            if (part.equals(ReadOut.KEY)) {
                lanes.addAll(readOut(session, true));
            } else {
                lanes.addAll(input(session));
            }
        });
        if (!part.equals(ReadOut.KEY)) {
            lanes.addAll(values(lanes), readOut(session, false));
        }
        for (Part other : session.network().parts()) {
            if (!other.key().equals(part)) {
                String output = Cell.after(other.layer().cell().output());
                Quantity shown = new Quantity(output, false, false)
                        .called(NamesOfParts.of(other).of(output));
                lanes.add(PartLane.beside(other.key(), shown, OTHERS));
            }
        }
        return lanes;
    }

    /** How many lanes of values come first: what they lead to stands below them, above the gradients. */
    private static int values(List<PartLane> lanes) {
        return (int) lanes.stream().filter(lane -> lane.group().equals(VALUES)).count();
    }

    /** Where it drops some of what it reads, that comes first. */
    private static List<PartLane> ofLayer(Session session, Part part) {
        List<PartLane> lanes = new ArrayList<>();
        if (session.numbers().dropout().of(part.index()).isPresent()) {
            Quantity factors = new Quantity(DropoutMasks.NAME, false, false);
            lanes.add(PartLane.selected(part.key(), factors, VALUES));
        }
        lanes.addAll(ofCell(part));
        return lanes;
    }

    private static List<PartLane> ofCell(Part part) {
        Cell cell = part.layer().cell();
        return Quantity.of(cell).stream()
                .map(quantity -> PartLane.selected(part.key(), quantity, group(cell, quantity)))
                .toList();
    }

    private static String group(Cell cell, Quantity quantity) {
        if (quantity.isPreActivation() && Quantity.hasManyPreActivations(cell)) {
            return PRE_ACTIVATIONS;
        }
        return quantity.isGradient() ? GRADIENTS : VALUES;
    }

    /** What comes in, and what its gradient is. */
    private static List<PartLane> input(Session session) {
        String name = session.network().embedding().isPresent() ? Embedding.TOKEN : Cell.INPUT;
        return List.of(
                PartLane.selected(Selection.INPUT, new Quantity(name, false, false), VALUES),
                PartLane.selected(Selection.INPUT, new Quantity(name, true, false), GRADIENTS));
    }

    /** While it is selected all of it, otherwise what it puts out. */
    private static List<PartLane> readOut(Session session, boolean isSelected) {
        if (session.network().readOut().isEmpty()) {
            return List.of();
        }
        ReadOut readOut = session.network().readOut().get();
        boolean isShare = readOut.activation().isShare();
        Quantity output = new Quantity(ReadOutEquations.OUTPUT, false, isShare);
        Quantity target = new Quantity(ReadOutEquations.TARGET, false, isShare);
        Quantity loss = new Quantity(ReadOutEquations.LOSS, false, false);
        if (!isSelected) {
            return List.of(output, target, loss).stream()
                    .map(quantity -> PartLane.beside(ReadOut.KEY, quantity, READ_OUT))
                    .toList();
        }
        List<Quantity> first = Stream.of(ReadOutEquations.INPUT, ReadOutEquations.scored(readOut))
                .distinct()
                .map(name -> new Quantity(name, false, false)
                        .called(NamesOfParts.of(session, ReadOut.KEY).of(name)))
                .toList();
        List<PartLane> lanes = new ArrayList<>();
        Stream.concat(first.stream(), Stream.of(output, target, loss))
                .forEach(value -> lanes.add(PartLane.selected(ReadOut.KEY, value, VALUES)));
        first.reversed()
                .forEach(value -> lanes.add(PartLane.selected(
                        ReadOut.KEY, new Quantity(value.name(), true, false).called(value.shown()), GRADIENTS)));
        return lanes;
    }
}
