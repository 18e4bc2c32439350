package careworkforce.common.estimate.data;

import java.util.Map;

/**
 * The design of one block of rows, and what its levels are called.
 *
 * @param design arranged by the eliminated effect
 * @param levels of every other effect and of the clusters, by name, numbered within the block
 * @param labels what those levels are called in every block
 */
public record BlockDesign(
    Design design, Map<String, Levels> levels, Map<String, String[]> labels) {}
