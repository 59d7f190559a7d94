package org.gatescope.ui.tour;

import javafx.scene.Node;

/**
 * What a stop of the tour points at.
 *
 * @param show brings it into the window where it is put away
 */
public record TourSight(Node node, Runnable show) {}
