/** Openings of large stores and warehouses. */
@NullMarked
package careworkforce.pipelines.bronze.storeopenings;

import org.jspecify.annotations.NullMarked;
