package org.gatescope.ui.cell;

import java.util.List;
import java.util.Optional;
import org.gatescope.engine.diagnostics.Progress;
import org.gatescope.picture.Picture;
import org.gatescope.picture.Tones;
import org.gatescope.picture.diagram.CuratedLayout;
import org.gatescope.picture.diagram.DiagramColours;
import org.gatescope.picture.diagram.DiagramLayout;
import org.gatescope.picture.diagram.DiagramMarks;
import org.gatescope.picture.diagram.DiagramPicture;
import org.gatescope.picture.diagram.ElkLayout;
import org.gatescope.picture.diagram.NodeNumbers;
import org.gatescope.picture.diagram.PartDiagram;
import org.gatescope.picture.diagram.Sight;
import org.gatescope.session.Playhead;
import org.gatescope.session.Run;

/** The diagram of a part of a run at its natural size, in which nothing is pointed out. */
public record RunDiagram(PartDiagram diagram, DiagramLayout layout, List<NodeNumbers> numbers) {
    /** Empty where the part has no equations, or the run no steps. It takes its time. */
    public static Optional<RunDiagram> of(Run run, String part) {
        ShownPart shown = ShownPart.of(run, part, 0, 0, null);
        if (shown.steps().isEmpty()) {
            return Optional.empty();
        }
        PartDiagram diagram = shown.diagram();
        DiagramLayout layout = shown.curated().orElseGet(() -> laidOut(run, part, diagram));
        ShownPart measured = shown.with(PartNumbers.scales(diagram, run, 0, Progress.NONE));
        return Optional.of(new RunDiagram(diagram, layout, measured.nodes()));
    }

    private static DiagramLayout laidOut(Run run, String part, PartDiagram diagram) {
        return run.session()
                .part(part)
                .flatMap(cell -> CuratedLayout.near(diagram.graph()))
                .orElseGet(() -> ElkLayout.all(diagram.graph(), Progress.NONE).getFirst());
    }

    /** As it is at a place of the run. */
    public Picture picture(Playhead playhead, Tones tones) {
        Sight natural = new Sight(layout.width(), layout.height(), 1, 0, 0);
        return new DiagramPicture(
                        natural, diagram, layout, numbers, playhead, 0, 0, DiagramColours.of(tones), DiagramMarks.NONE)
                .unlit();
    }
}
