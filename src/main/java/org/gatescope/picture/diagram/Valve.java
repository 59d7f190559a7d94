package org.gatescope.picture.diagram;

import org.gatescope.picture.Box;
import org.gatescope.picture.Pen;
import org.gatescope.picture.Rgb;

/**
 * A valve in a product with a gate: two doors, as far apart as the gate is open.
 *
 * @param product the product's node
 * @param gate    the gate's node
 * @param place   in the diagram
 */
public record Valve(int product, int gate, Box place) {
    static final double WIDTH = 16;
    static final double HEIGHT = 17;

    private static final double DOOR = 6;
    private static final double WALL = 1.2;

    /**
     * A stretch of pipe with its doors.
     *
     * @param open from 0 to 1
     */
    void draw(Pen pen, double open, Rgb doors, Rgb pipe, Rgb stream) {
        double within = place.height() - 2 * WALL;
        double door = (1 - open) / 2 * within;
        double left = place.centreX() - DOOR / 2;
        double top = place.y() + WALL;
        pen.fill(new Box(place.x(), top, place.width(), within), stream);
        pen.fill(new Box(place.x(), place.y(), place.width(), WALL), pipe);
        pen.fill(new Box(place.x(), place.bottom() - WALL, place.width(), WALL), pipe);
        pen.fill(new Box(left, top, DOOR, door), doors);
        pen.fill(new Box(left, place.bottom() - WALL - door, DOOR, door), doors);
    }
}
