package org.gatescope.format.session;

import java.util.Map;
import org.gatescope.engine.Network;
import org.gatescope.format.FormatException;

/** Whether there is room for the tables of a network, whose sizes a file may lie about, before any is made. */
final class Space {
    private Space() {}

    /**
     * @param shares of half of the memory, of which they may take one
     * @throws FormatException if the tables would take more
     */
    static void require(Network network, int batch, int steps, int shares) throws FormatException {
        long most = Runtime.getRuntime().maxMemory() / 2 / shares;
        double rows = (double) batch * steps;
        double numbers = rows * (network.inputs() + (double) network.width());
        for (Map.Entry<String, int[]> size : network.parameters().entrySet()) {
            numbers += size.getValue()[0] * (double) size.getValue()[1];
        }
        for (Network.Part part : network.parts()) {
            for (String state : part.layer().cell().states()) {
                numbers += 2.0 * batch * part.layer().width(state);
            }
        }
        numbers +=
                rows * network.readOut().map(readOut -> readOut.outputs() + 1.0).orElse(0.0);
        for (int index = 0; index < network.layers().size(); index++) {
            boolean drops = network.layers().get(index).dropout().drops();
            numbers += drops ? rows * network.reads(index) : 0;
        }
        if (rows > Integer.MAX_VALUE || numbers * Double.BYTES > most) {
            throw Members.refused("space", (long) (numbers * Double.BYTES) >> 20, most >> 20);
        }
    }
}
