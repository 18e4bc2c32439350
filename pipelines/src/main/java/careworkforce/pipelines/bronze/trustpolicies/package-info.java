/** Policies of NHS trusts, as a user supplies them. */
@NullMarked
package careworkforce.pipelines.bronze.trustpolicies;

import org.jspecify.annotations.NullMarked;
