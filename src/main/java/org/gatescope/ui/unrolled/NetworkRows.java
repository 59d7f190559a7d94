package org.gatescope.ui.unrolled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatescope.cell.Cell;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.picture.lane.LaneContent;
import org.gatescope.picture.network.NetworkRow;
import org.gatescope.picture.network.NetworkRow.Kind;
import org.gatescope.picture.network.RowNumbers;
import org.gatescope.picture.network.RowNumbers.Shown;
import org.gatescope.session.NamesOfParts;
import org.gatescope.session.Session;
import org.gatescope.ui.words.Quantity;

/** Finds the rows of a session's unrolled network, and their numbers. */
record NetworkRows(Session session, NumberSource contents) {
    /** From the input at the bottom to the loss on top. */
    static List<RowNumbers> of(Session session, NumberSource contents) {
        NetworkRows rows = new NetworkRows(session, contents);
        return rows(session).stream().map(rows::numbers).toList();
    }

    private static List<NetworkRow> rows(Session session) {
        List<NetworkRow> rows = new ArrayList<>();
        rows.add(new NetworkRow(Kind.INPUT, Embedding.KEY, 0, false));
        for (Part part : session.network().parts()) {
            rows.add(new NetworkRow(
                    Kind.LAYER,
                    part.key(),
                    part.index() + 1,
                    part.reversed(),
                    part.layer().shortcut()));
        }
        if (session.objective().isPresent()) {
            int top = session.network().layers().size();
            rows.add(new NetworkRow(Kind.OUTPUT, ReadOut.KEY, top + 1, false));
            boolean isOfEachStep = session.network().readOut().orElseThrow().everyStep();
            rows.add(new NetworkRow(Kind.LOSS, ReadOut.KEY, isOfEachStep ? top + 2 : top + 1, false));
        }
        return rows;
    }

    private RowNumbers numbers(NetworkRow row) {
        return switch (row.kind()) {
            case INPUT -> input(row);
            case LAYER -> layer(row);
            case OUTPUT -> {
                LaneContent back = gradient(row, ReadOutEquations.INPUT);
                yield new RowNumbers(
                        row,
                        List.of(shown(row, ReadOutEquations.OUTPUT), shown(row, ReadOutEquations.TARGET)),
                        value(row, ReadOutEquations.INPUT),
                        back,
                        back,
                        0);
            }
            case LOSS -> {
                ReadOut readOut = session.network().readOut().orElseThrow();
                LaneContent back = gradient(row, ReadOutEquations.scored(readOut));
                yield new RowNumbers(
                        row,
                        List.of(shown(row, ReadOutEquations.LOSS)),
                        value(row, ReadOutEquations.OUTPUT),
                        back,
                        back,
                        0);
            }
        };
    }

    private RowNumbers input(NetworkRow row) {
        String name = session.network().embedding().isPresent() ? Embedding.TOKEN : Cell.INPUT;
        LaneContent back = gradient(row, name);
        return new RowNumbers(row, List.of(shown(row, name)), value(row, name), back, back, 0);
    }

    private RowNumbers layer(NetworkRow row) {
        Cell cell = session.network().part(row.part()).layer().cell();
        List<Shown> states = new ArrayList<>();
        cell.states().forEach(state -> states.add(shown(row, Cell.after(state))));
        LaneContent flow = new JoinedContent(
                cell.states().stream().map(state -> gradient(row, state)).toList());
        List<LaneContent> arrivals = cell.states().stream()
                .flatMap(state -> contents.arrival(row.part(), state).stream())
                .toList();
        return new RowNumbers(
                row,
                states.reversed(), // the output stands right, where it goes on
                value(row, Cell.INPUT),
                gradient(row, Cell.INPUT),
                flow,
                flow.largest() * Math.sqrt(flow.units()),
                arrivals.isEmpty() ? Optional.empty() : Optional.of(new JoinedContent(arrivals)));
    }

    private Shown shown(NetworkRow row, String name) {
        String letter = Cell.unprimed(NamesOfParts.of(session, row.part()).text(name));
        return Shown.of(name, new Quantity(name, false, false).family(), value(row, name))
                .called(letter);
    }

    private LaneContent value(NetworkRow row, String name) {
        return contents.of(row.part(), new Quantity(name, false, false));
    }

    private LaneContent gradient(NetworkRow row, String name) {
        return contents.of(row.part(), new Quantity(name, true, false));
    }
}
