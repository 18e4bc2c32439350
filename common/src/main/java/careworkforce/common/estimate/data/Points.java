package careworkforce.common.estimate.data;

import java.util.Map;

/**
 * The outcome of a frame of cells' points, in place of a column of the frame.
 *
 * @param outcome one a point
 * @param weights total weight of the rows behind each
 * @param cells the rows behind each
 * @param rowsGiven rows of the data
 * @param dropped rows left out, by reason
 */
public record Points(
    double[] outcome, double[] weights, Cells cells, int rowsGiven, Map<String, Integer> dropped) {}
