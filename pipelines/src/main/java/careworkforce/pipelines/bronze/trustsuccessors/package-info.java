/** Mergers of NHS trusts after those that the project knows, as a user supplies them. */
@NullMarked
package careworkforce.pipelines.bronze.trustsuccessors;

import org.jspecify.annotations.NullMarked;
