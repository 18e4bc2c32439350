package careworkforce.common.estimate.linear;

import java.util.List;

/**
 * A regressor left out because the others, or the absorbed effects, already say what it says.
 *
 * @param name the regressor
 * @param ratio share of its own sum of squares that was left, under 1e-10
 * @param with what it is collinear with, strongest first
 */
public record Dropped(String name, double ratio, List<String> with) {}
