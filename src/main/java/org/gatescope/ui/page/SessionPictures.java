package org.gatescope.ui.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatescope.cell.PlayedLine;
import org.gatescope.engine.Embedding;
import org.gatescope.engine.Network.Part;
import org.gatescope.engine.ReadOut;
import org.gatescope.format.figure.PageFigures;
import org.gatescope.format.page.PagePictures;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.diagram.EquationsPicture;
import org.gatescope.picture.diagram.PartDiagram;
import org.gatescope.picture.network.WholeNetwork;
import org.gatescope.session.PartLines;
import org.gatescope.session.Phase;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;
import org.gatescope.session.Schedule;
import org.gatescope.session.Session;
import org.gatescope.text.Texts;
import org.gatescope.ui.cell.RunDiagram;
import org.gatescope.ui.paint.ScreenMeasure;
import org.gatescope.ui.paint.TextContours;
import org.gatescope.ui.stage.RunLanes;
import org.gatescope.ui.unrolled.RunNetwork;

/** Draws what a page shows of a session: the network, and of each part its diagram and its lines. */
final class SessionPictures {
    private static final Texts TEXTS = Texts.of(SessionPictures.class);

    /** Of cells, words and numbers in all sequences: a page with more would neither be small nor quick. */
    private static final int MOST_BOXES = 1500;

    private final Run run;
    private final Session session;
    private final Playhead end;
    private final ScreenMeasure measure = new ScreenMeasure();
    private final PageFigures figures = new PageFigures(measure, new TextContours());

    private SessionPictures(Run run) {
        this.run = run;
        this.session = run.session();
        this.end = Playhead.atEnd(Schedule.of(session));
    }

    /** On the JavaFX thread. */
    static PagePictures of(Run run) {
        return new SessionPictures(run).all();
    }

    private PagePictures all() {
        Map<String, PartDiagram> diagrams = new LinkedHashMap<>();
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, String> equations = new LinkedHashMap<>();
        for (String part : parts()) {
            RunDiagram.of(run, part).ifPresent(diagram -> {
                diagrams.put(part, diagram.diagram());
                cells.put(part, diagram(diagram));
            });
            equations.put(part, lines(part));
        }
        return new PagePictures(networks(), cells, equations, diagrams, figures.style());
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        session.network().embedding().ifPresent(table -> parts.add(Embedding.KEY));
        session.network().parts().stream().map(Part::key).forEach(parts::add);
        session.objective().ifPresent(objective -> parts.add(ReadOut.KEY));
        return parts;
    }

    /** Of each sequence, as far as there is room for them. */
    private List<String> networks() {
        List<String> networks = new ArrayList<>();
        int boxes = session.steps() * (session.network().parts().size() + 3);
        for (int n = 0; n < session.batch() && session.steps() > 0 && (n + 1) * boxes <= MOST_BOXES; n++) {
            networks.add(network(n));
        }
        return networks;
    }

    private String network(int sequence) {
        return figures.element(
                TEXTS.get("network"),
                tones -> network(sequence, end.afterLoss(), false, tones),
                tones -> network(sequence, end, true, tones));
    }

    private Picture network(int sequence, Playhead at, boolean isBack, Tones tones) {
        return WholeNetwork.of(
                RunNetwork.of(session, sequence, RunLanes.numbers(run, sequence, () -> at), isBack, tones),
                session.steps());
    }

    private String diagram(RunDiagram diagram) {
        return figures.element(
                TEXTS.get("cell"),
                tones -> diagram.picture(end.afterLoss(), tones),
                tones -> diagram.picture(end, tones));
    }

    /** Forward and backward below one another. */
    private String lines(String part) {
        Phase there = part.equals(ReadOut.KEY) ? Phase.LOSS : Phase.FORWARD;
        return lines(TEXTS.get("equations"), "line", PartLines.of(session, there, part))
                + lines(TEXTS.get("adjoints"), "adjoint", PartLines.of(session, Phase.BACKWARD, part));
    }

    private String lines(String label, String name, List<PlayedLine> lines) {
        Function<Tones, Picture> picture = tones -> EquationsPicture.of(name, lines, measure, tones);
        return figures.element(label, picture);
    }
}
