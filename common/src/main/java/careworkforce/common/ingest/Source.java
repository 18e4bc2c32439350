package careworkforce.common.ingest;

import java.util.List;

/**
 * One source as it is read.
 *
 * @param table the bronze table its rows go to
 * @param name its folder below the sources' path
 * @param folder the whole path of that folder
 * @param recipes how each layout is read
 * @param synthetic whether its files come from a synthetic world, or rows that stand do
 * @param withdrawnAtMost share of its files that may vanish at once
 */
record Source(
    DeliveredTable table,
    String name,
    String folder,
    List<Recipe> recipes,
    boolean synthetic,
    double withdrawnAtMost) {}
