package org.gatescope.format.torch;

import java.util.List;
import org.gatescope.format.FormatException;
import org.gatescope.format.found.Answers;
import org.gatescope.format.found.Maker;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.CellResource;
import org.gatescope.format.layered.Folder;
import org.gatescope.format.layered.FormTexts;
import org.gatescope.format.layered.GateTables;
import org.gatescope.format.layered.StoredCell;
import org.gatescope.format.tensor.NamedTensor;

/**
 * minGRU and minLSTM (Feng et al. 2024), as github.com/lucidrains/minGRU-pytorch has them: one table (blocks · H, D), no
 * bias, nothing that reads the state.
 *
 * @param table  its name
 * @param blocks of rows, from the top, by the names of the cell
 * @param cell   the resource with its equations
 * @param note   key of the sentence that tells of it
 */
record MinimalCell(String table, List<String> blocks, String cell, String note) implements CellForm {
    @Override
    public Maker maker() {
        return Maker.TORCH;
    }

    @Override
    public boolean fits(Folder folder) {
        return folder.holds(table);
    }

    @Override
    public StoredCell read(Folder folder, Answers answers) throws FormatException {
        NamedTensor weight = folder.table(table, 2);
        int rows = weight.dimensions().size(0);
        int inputs = weight.dimensions().size(1);
        int hidden = rows / blocks.size();
        if (rows % blocks.size() != 0) {
            throw new FormatException("torch.blocks", weight.name(), weight.dimensions(), blocks.size());
        }
        return new StoredCell(
                CellResource.cell(MinimalCell.class, cell),
                inputs,
                hidden,
                new GateTables(hidden).rows("Wx", blocks, weight).stored(),
                List.of(FormTexts.note(note, weight.name())));
    }
}
