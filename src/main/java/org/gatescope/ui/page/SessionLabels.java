package org.gatescope.ui.page;

import java.util.List;
import org.gatescope.cell.Cell;
import org.gatescope.cell.Formula;
import org.gatescope.cell.SymbolName;
import org.gatescope.engine.FullName;
import org.gatescope.engine.ReadOutEquations;
import org.gatescope.format.page.PageLabels;
import org.gatescope.format.page.PageLane;
import org.gatescope.session.Run;
import org.gatescope.session.Session;
import org.gatescope.session.TableId;
import org.gatescope.text.Texts;
import org.gatescope.ui.stage.RunLanes;
import org.gatescope.ui.words.PartWords;

/** The window's names. */
record SessionLabels(Session session, List<PageLane> lanes) implements PageLabels {
    private static final Texts TEXTS = Texts.of(SessionLabels.class);

    static SessionLabels of(Run run) {
        return new SessionLabels(run.session(), RunLanes.of(run));
    }

    @Override
    public String part(String key) {
        return PartWords.brief(session, key);
    }

    @Override
    public Formula symbol(TableId id) {
        return switch (id) {
            case TableId.Parameter(FullName name) -> SymbolName.of(name.local());
            case TableId.InitialState(FullName name) -> SymbolName.of(name.local());
            case TableId.FinalGradient(FullName name) -> Formula.derivative(Formula.atEnd(SymbolName.of(name.local())));
            case TableId.Upstream upstream -> Formula.derivative(SymbolName.of(ReadOutEquations.OUTPUT));
            case TableId.Targets targets -> SymbolName.of(ReadOutEquations.TARGET);
            default -> SymbolName.of(Cell.INPUT);
        };
    }

    @Override
    public String table(TableId id) {
        return switch (id) {
            case TableId.Parameter(FullName name) -> "";
            case TableId.InitialState(FullName name) -> TEXTS.get("table.start");
            case TableId.FinalGradient(FullName name) -> TEXTS.get("table.end");
            case TableId.Upstream upstream -> TEXTS.get("table.upstream");
            case TableId.Targets targets -> TEXTS.get("table.targets");
            default -> TEXTS.get("table.input");
        };
    }

    @Override
    public String group(TableId id) {
        return switch (id) {
            case TableId.Parameter(FullName name) -> part(name.part());
            case TableId.InitialState(FullName name) -> part(name.part());
            case TableId.FinalGradient(FullName name) -> part(name.part());
            default -> TEXTS.get("group.data");
        };
    }
}
